import { Button, Form, type FormInstance, Input } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import type { Grade, LeadStatus } from '../../../shared/values/grade.ts'
import {
  FOLLOW_UP_METHODS,
  FOLLOW_UP_OUTCOMES,
  type FollowUpMethod,
  type FollowUpOutcome,
} from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../drafts/DraftNotice.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { useFormAct } from '../forms/use-form-act.ts'
import { KeyHints } from '../keys/KeyHints.tsx'
import { useShownShortcuts } from '../keys/use-shortcuts.ts'
import { FailureNotice } from '../ui/FailureNotice.tsx'
import { ChoiceButtons } from './ChoiceButtons.tsx'
import { NextDateInput } from './NextDateInput.tsx'
import { proposedDate, quickDates } from './next-dates.ts'
import { ScriptPicker } from './ScriptPicker.tsx'
import { useCadence } from './use-cadence.ts'
import { WhenInput } from './WhenInput.tsx'

export type FollowUpValues = {
  readonly method: FollowUpMethod
  readonly outcome: FollowUpOutcome
  readonly note?: string
  readonly doneAt?: number | null
  readonly nextDueOn?: string | null
  /** The script that was said. */
  readonly scriptId?: string | null
}

type Props = {
  readonly form: FormInstance<FollowUpValues>
  readonly lead: { readonly leadId: string; readonly grade: Grade | null; readonly status: LeadStatus }
  readonly customerName: string
  /** Without a number on file the first method offered is WeChat: a call would only be asked about in the review. */
  readonly hasPhone: boolean
  readonly onDone?: () => void
  /** Esc: back to wherever the person came from. */
  readonly onLeave?: () => void
  readonly saveText?: string
  /** True where the screen itself shows that it is done. */
  readonly isQuiet?: boolean
  readonly aside?: ReactNode
}

/** One contact in one panel: how, with what result, what was said, when again. Ctrl+Enter saves. */
export function FollowUpForm(props: Props) {
  const { form, lead, customerName, hasPhone, onDone, onLeave, saveText, isQuiet = false, aside } = props
  const { t } = useTranslation()
  const { today } = useSession()
  const cadence = useCadence()
  const offered = cadence === null ? [] : quickDates(today as BusinessDate, lead.grade, cadence)
  const isLive = lead.status === 'open' || lead.status === 'dormant'
  const outcome = Form.useWatch('outcome', form) ?? null
  const proposed = isLive ? proposedDate(offered, outcome) : null
  const initial = { method: hasPhone ? 'call' : 'wechat' } as const
  const draft = useDraft(form, {
    form: 'followUp',
    subject: lead.leadId,
    initial,
    about: customerName,
    path: `/leads/${lead.leadId}`,
  })
  const { submit, isPending, failure } = useFormAct(form, 'followUps.log', {
    draft,
    said: isQuiet ? false : t('leads.followUp.saved'),
    onDone: () => {
      form.resetFields()
      onDone?.()
    },
  })

  useShownShortcuts('save', 'choose', 'leaveForm')

  const save = (values: FollowUpValues) =>
    submit({
      leadId: lead.leadId,
      method: values.method,
      outcome: values.outcome,
      note: values.note ?? null,
      doneAt: values.doneAt ?? null,
      // Not touched: the proposal stands, as it is shown.
      nextDueOn: values.nextDueOn === undefined ? proposed : values.nextDueOn,
      scriptId: values.scriptId ?? null,
    })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      form.submit()
    }
    if (event.key === 'Escape' && !event.defaultPrevented) onLeave?.()
  }
  return (
    <Form
      key={lead.leadId}
      form={form}
      name="follow-up"
      className="fl-form"
      layout="vertical"
      aria-label={t('leads.followUp.title')}
      initialValues={initial}
      onValuesChange={draft.keep}
      onFinish={save}
      onKeyDown={onKeyDown}
      scrollToFirstError={{ focus: true }}
    >
      <DraftNotice draft={draft} />
      <FailureNotice error={failure} />
      <Form.Item name="scriptId" noStyle>
        <ScriptPicker leadId={lead.leadId} />
      </Form.Item>
      <Fields />
      <Form.Item name="nextDueOn" label={t('leads.followUp.next')}>
        <NextDateInput offered={offered} proposed={proposed} />
      </Form.Item>
      <div className="fl-form-foot">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {saveText ?? t('leads.followUp.save')}
        </Button>
        <KeyHints hints={['save']} />
        {aside}
      </div>
    </Form>
  )
}

function Fields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="method" label={t('leads.followUp.method')}>
        <ChoiceButtons
          ariaLabel={t('leads.followUp.method')}
          choices={FOLLOW_UP_METHODS.map((value) => ({ value, label: t(`codes.method.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={t('leads.followUp.outcome')}
        rules={[{ required: true, message: t('leads.followUp.outcomeMissing') }]}
      >
        <ChoiceButtons
          ariaLabel={t('leads.followUp.outcome')}
          choices={FOLLOW_UP_OUTCOMES.map((value) => ({ value, label: t(`codes.outcome.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('leads.followUp.note')}>
        <Input.TextArea rows={3} maxLength={1000} placeholder={t('leads.followUp.notePlaceholder')} />
      </Form.Item>
      <Form.Item name="doneAt" label={t('leads.followUp.doneAt')} layout="horizontal">
        <WhenInput ariaLabel={t('leads.followUp.doneAt')} />
      </Form.Item>
    </>
  )
}
