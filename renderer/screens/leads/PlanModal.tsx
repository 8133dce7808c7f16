import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { FormModal } from '../../components/floor/FormModal.tsx'
import { NextDateInput } from '../../components/floor/NextDateInput.tsx'
import { type Cadence, quickDates } from '../../components/floor/next-dates.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'

type Props = { readonly lead: LeadProfile; readonly cadence: Cadence; readonly onClose: () => void }

/** Sets or moves the next date without a contact. */
export function PlanModal({ lead, cadence, onClose }: Props) {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  const offered = quickDates(today, lead.grade, cadence)
  const [form] = Form.useForm<{ dueOn?: string | null }>()
  const draft = useDraft(form, { form: 'plan', subject: lead.leadId, initial: {} })
  const { submit, isPending, failure } = useFormAct(form, 'followUps.plan', { draft, onDone: onClose })
  const proposed = offered[0]?.date ?? today
  return (
    <FormModal
      title={t('leads.page.planTitle')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      {lead.planned !== null && <p className="np-muted">{t('leads.page.planAbout')}</p>}
      <Form
        form={form}
        name="plan"
        layout="vertical"
        onValuesChange={draft.keep}
        onFinish={({ dueOn }) => submit({ leadId: lead.leadId, dueOn: dueOn ?? proposed })}
      >
        <Form.Item name="dueOn" label={t('leads.followUp.next')}>
          <NextDateInput offered={offered} proposed={proposed} isOwed />
        </Form.Item>
      </Form>
    </FormModal>
  )
}
