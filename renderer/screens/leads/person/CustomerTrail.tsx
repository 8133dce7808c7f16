import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { AuditTable } from '../../../components/audit/AuditTable.tsx'
import { TrailFoot } from '../../../components/audit/TrailFoot.tsx'
import { useTrail } from '../../../components/audit/use-trail.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'

type Props = { readonly leadId: string; readonly name: string; readonly onClose: () => void }

/** Who has looked at a customer, changed or exported them: for managers. */
export function CustomerTrail({ leadId, name, onClose }: Props) {
  const { t } = useTranslation()
  const trail = useTrail('audit.ofCustomer', { leadId })
  return (
    <Modal open title={t('audit.ofCustomer.title', { name })} width="48rem" footer={null} onCancel={onClose}>
      <p className="np-muted">{t('audit.ofCustomer.note')}</p>
      <FailureNotice error={trail.error} />
      <AuditTable entries={trail.entries} isLoading={trail.isLoading} hasAbout={false} />
      <TrailFoot trail={trail} />
    </Modal>
  )
}
