import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/contract/plan.ts'
import { CHANNEL_GROUPS, type ChannelGroup } from '../../../shared/values/vocabulary.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'

type Props = { readonly channel: Channel | null; readonly onClose: () => void }

export function ChannelModal({ channel, onClose }: Props) {
  const { t } = useTranslation()
  useReturnFocus()
  const [form] = Form.useForm<{ name: string; group: ChannelGroup }>()
  const rules = useRules()
  const initial = channel ?? { group: 'outbound' as const }
  const draft = useDraft(form, {
    form: 'channel',
    subject: channel?.id ?? '',
    initial,
    isEdit: channel !== null,
  })
  const { submit, isPending, failure } = useFormAct(form, 'channels.save', { draft, onDone: onClose })
  return (
    <Modal
      open
      title={t(channel === null ? 'setup.channels.add' : 'setup.channels.edit')}
      okText={t('common.save')}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <DraftNotice draft={draft} />
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={({ name, group }) => submit({ id: channel?.id ?? null, name, group })}
      >
        <Form.Item name="name" label={t('setup.channelName')} rules={[rules.required]}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="group" label={t('setup.channelGroup')}>
          <Select options={CHANNEL_GROUPS.map((value) => ({ value, label: t(`codes.channelGroup.${value}`) }))} />
        </Form.Item>
      </Form>
      <FailureNotice error={failure} />
    </Modal>
  )
}
