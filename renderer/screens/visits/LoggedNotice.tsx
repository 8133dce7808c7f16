import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'

/** What has just been done, and how to take it back. */
export type Logged = {
  readonly visitId: string
  readonly leadId: string | null
  readonly text: string
  /** True when it cannot be taken back from here. */
  readonly isFinal?: boolean
}

type Props = { readonly logged: Logged; readonly onChange: (logged: Logged | null) => void }

export function LoggedNotice({ logged, onChange }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const seesLeads = useSession().can(SALES)
  const failureText = useFailureText()
  const { mutate, isPending } = useAct('visits.void')
  const undo = () =>
    mutate(
      { visitId: logged.visitId, reason: t('visits.undoReason') },
      {
        onSuccess: () =>
          onChange({
            ...logged,
            isFinal: true,
            text: t(logged.leadId === null ? 'visits.said.undone' : 'visits.said.undoneLead'),
          }),
        onError: (error) => void message.error(failureText(error)),
      },
    )
  return (
    <Alert
      className="fl-above"
      type="success"
      showIcon
      role="status"
      title={logged.text}
      closable={{ 'aria-label': t('visits.dismiss'), onClose: () => onChange(null) }}
      action={
        <span className="vs-notice">
          {logged.leadId !== null && seesLeads && <Link to={`/leads/${logged.leadId}`}>{t('visits.openLead')}</Link>}
          {logged.isFinal !== true && (
            <Button size="small" loading={isPending} onClick={undo}>
              {t('visits.undo')}
            </Button>
          )}
        </span>
      }
    />
  )
}
