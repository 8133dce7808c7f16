import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { KnownCustomers } from './KnownCustomers.tsx'
import type { Known } from './use-known.ts'

const MOBILE_DIGITS = 11

/** Who the visitor is; the number is looked up while it is typed. */
export function ContactFields({ known }: { readonly known: Known }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="fl-two">
        <Form.Item name="phone" label={t('visits.form.phone')} extra={<PhoneHint known={known} />}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" placeholder={t('visits.form.phoneHint')} />
        </Form.Item>
        <Form.Item name="name" label={t('visits.form.name')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      {known.choices.length > 0 && (
        <Form.Item name="identity">
          <KnownCustomers choices={known.choices} isByPhone={known.digits >= 7} />
        </Form.Item>
      )}
      <div className="vs-three">
        <Form.Item name="gender" label={t('visits.form.gender')}>
          <ChoiceButtons
            clearable
            ariaLabel={t('visits.form.gender')}
            choices={(['m', 'f'] as const).map((value) => ({ value, label: t(`codes.gender.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="wechat" label={t('visits.form.wechat')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="model" label={t('visits.form.model')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}

function PhoneHint({ known }: { readonly known: Known }) {
  const { t } = useTranslation()
  const { form, digits, choices, isChecked } = known
  if (form === 'empty' || choices.length > 0) return null
  if (form === 'mobile') return isChecked ? <span className="fl-green">{t('visits.form.unknown')}</span> : null
  // Until eleven digits are there it is simply not finished.
  if (digits < MOBILE_DIGITS) return <span>{t('visits.form.digits', { count: digits })}</span>
  return <span className="fl-amber">{t('visits.form.unusual')}</span>
}
