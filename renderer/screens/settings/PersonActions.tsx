import { App, Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../shared/contract/setup.ts'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'

type Props = { readonly person: StaffRow; readonly onEdit: () => void; readonly onSecret: () => void }

export function PersonActions({ person, onEdit, onSecret }: Props) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const failureText = useFailureText()
  const save = useAct('people.save', { plainly: t('common.saved') })
  const unlock = useAct('people.unlock')
  const { hasSecret: _, lockedUntil, ...fields } = person

  const setActive = (active: boolean) =>
    save.mutate({ ...fields, active }, { onError: (error) => void message.error(failureText(error)) })
  const askToDeactivate = () => {
    void modal.confirm({
      title: t('setup.people.deactivateTitle', { name: person.name }),
      content: t('setup.people.deactivateText'),
      okText: t('setup.people.deactivate'),
      onOk: () => setActive(false),
    })
  }

  return (
    <Space size={4}>
      <Button size="small" onClick={onEdit}>
        {t('common.edit')}
      </Button>
      {person.active && (
        <Button size="small" onClick={onSecret}>
          {t(person.hasSecret ? 'setup.people.resetPin' : 'setup.people.setPin')}
        </Button>
      )}
      <Button
        size="small"
        loading={save.isPending}
        onClick={() => (person.active ? askToDeactivate() : setActive(true))}
      >
        {t(person.active ? 'setup.people.deactivate' : 'setup.people.activate')}
      </Button>
      {/* Last, so that nothing else comes under the pointer when it is done. */}
      {lockedUntil !== null && (
        <Button
          size="small"
          loading={unlock.isPending}
          onClick={() =>
            unlock.mutate({ staffId: person.id }, { onError: (error) => void message.error(failureText(error)) })
          }
        >
          {t('setup.people.unlock')}
        </Button>
      )}
    </Space>
  )
}
