import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { CountInput } from '../../components/forms/CountInput.tsx'
import { TimeZoneSelect } from '../../components/forms/TimeZoneSelect.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { useRules } from '../../components/forms/use-rules.ts'
import { WeekdayChecks } from '../../components/forms/WeekdayChecks.tsx'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { useUndoneKey } from '../../components/undo/use-undone.ts'

export function ShowroomSettings() {
  const store = useRead('store.get', {})
  const key = useUndoneKey('store.update', store.data)
  return <Loaded read={store}>{(data) => <ShowroomForm key={key} store={data} />}</Loaded>
}

function ShowroomForm({ store }: { readonly store: OutputOf<'store.get'> }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<InputOf<'store.update'>>()
  const rules = useRules()
  const draft = useDraft<InputOf<'store.update'>>(form, { form: 'showroom', subject: '', initial: store, isEdit: true })
  const { submit, isPending, failure } = useFormAct(form, 'store.update', { draft })
  const timeZone = Form.useWatch('timeZone', form) ?? store.timeZone
  const minutes = t('setup.showroom.minutes')
  return (
    <Form
      form={form}
      className="settings-panel"
      layout="vertical"
      initialValues={store}
      onValuesChange={draft.keep}
      onFinish={submit}
    >
      <p className="settings-note">{t('setup.showroom.note')}</p>
      <DraftNotice draft={draft} />
      <Form.Item name="name" label={t('setup.storeName')} rules={[rules.required]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="openWeekdays" label={t('setup.openWeekdays')} rules={[rules.given]}>
        <WeekdayChecks />
      </Form.Item>
      <Form.Item name="timeZone" label={t('setup.timeZone')} rules={[rules.given]}>
        <TimeZoneSelect />
      </Form.Item>
      {timeZone !== store.timeZone && (
        <Alert type="warning" showIcon title={t('setup.showroom.timeZoneWarning')} style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="lateEntryMinutes"
        label={t('setup.showroom.lateEntry')}
        rules={[rules.given]}
        className="settings-narrow"
      >
        <CountInput max={1440} suffix={minutes} />
      </Form.Item>
      <Form.Item
        name="responseMinutes"
        label={t('setup.showroom.response')}
        rules={[rules.given]}
        className="settings-narrow"
      >
        <CountInput min={1} max={10_080} suffix={minutes} />
      </Form.Item>
      <FailureNotice error={failure} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}
