import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { FormModal } from '../../components/floor/FormModal.tsx'
import { useFormAct } from '../../components/forms/use-form-act.ts'

type Values = {
  readonly name: string
  readonly phone?: string
  readonly wechat?: string
  readonly gender: 'm' | 'f' | null
  readonly city?: string
  readonly note?: string
}

/** Name and contact of the customer. A number that belongs to somebody else too has to be meant. */
export function ProfileModal({ lead, onClose }: { readonly lead: LeadProfile; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const initial = valuesOf(lead.customer)
  const [form] = Form.useForm<Values>()
  const [sharesPhone, setSharesPhone] = useState(false)
  const draft = useDraft(form, {
    form: 'profile',
    subject: lead.leadId,
    initial,
    isEdit: true,
    about: lead.customer.name,
    path: `/leads/${lead.leadId}?open=profile`,
  })
  const { submit, isPending, failure, error } = useFormAct(form, 'leads.updateCustomer', {
    draft,
    said: t('leads.profile.saved'),
    onDone: onClose,
  })
  const isTaken = error?.failure.code === 'phone_taken'
  const save = ({ name, phone, wechat, gender, city, note }: Values) =>
    submit({
      leadId: lead.leadId,
      name,
      phone: phone ?? null,
      wechat: wechat ?? null,
      gender,
      city: city ?? null,
      note: note ?? null,
      sharesPhone,
    })
  const required = [{ required: true, whitespace: true, message: t('issue.required') }]
  return (
    <FormModal
      title={t('leads.profile.title')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <Form
        form={form}
        name="profile"
        layout="vertical"
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <div className="fl-two">
          <Form.Item name="name" label={t('leads.profile.name')} rules={required}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item name="gender" label={t('leads.profile.gender')}>
            <ChoiceButtons
              clearable
              ariaLabel={t('leads.profile.gender')}
              choices={(['m', 'f'] as const).map((value) => ({ value, label: t(`codes.gender.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="phone" label={t('leads.profile.phone')}>
            <Input maxLength={40} inputMode="tel" />
          </Form.Item>
          <Form.Item name="wechat" label={t('leads.profile.wechat')}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        {(isTaken || sharesPhone) && (
          <Checkbox checked={sharesPhone} onChange={(event) => setSharesPhone(event.target.checked)}>
            {t('leads.profile.sharesPhone')}
          </Checkbox>
        )}
        <Form.Item name="city" label={t('leads.profile.city')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label={t('leads.profile.note')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
    </FormModal>
  )
}

function valuesOf(customer: LeadProfile['customer']): Values {
  const { name, phone, wechat, gender, city, note } = customer
  return {
    name,
    gender: gender === 'm' || gender === 'f' ? gender : null,
    phone: phone ?? '',
    wechat: wechat ?? '',
    city: city ?? '',
    note: note ?? '',
  }
}
