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
  const { hasSecret: _, ...fields } = person

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
    </Space>
  )
}
