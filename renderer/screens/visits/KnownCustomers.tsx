import { Radio } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import type { IdentityChoice } from './visit-view.ts'

type Props = {
  readonly choices: readonly IdentityChoice[]
  readonly isByPhone: boolean
  readonly id?: string
  readonly ref?: Ref<HTMLDivElement>
  readonly value?: string | null
  readonly onChange?: (key: string) => void
}

/** The number is on file: with whom, and the question which of the three it is. Never merged, never doubled, without being asked. */
export function KnownCustomers({ choices, isByPhone, id, ref, value = null, onChange }: Props) {
  const { t } = useTranslation()
  const customers = choices.flatMap((choice) => (choice.as === 'new_lead' ? [choice.customer] : []))
  const who = (
    <ul className="vs-known">
      {customers.map(({ customerId, name, phone, leads }) => (
        <li key={customerId}>
          <strong>{name}</strong> <PhoneText value={phone} />{' '}
          <span className="np-muted">
            {leads[0]?.ownerName ? t('visits.known.owner', { name: leads[0].ownerName }) : t('visits.known.nobody')}
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="vs-known-box" ref={ref}>
      <strong>{t(isByPhone ? 'visits.known.title' : 'visits.known.titleWechat')}</strong>
      {who}
      <Radio.Group
        {...(id === undefined ? {} : { id })}
        aria-label={t('visits.known.label')}
        className="vs-identity"
        value={value}
        onChange={(event) => onChange?.(String(event.target.value))}
      >
        {choices.map((choice) => (
          <Radio key={choice.key} value={choice.key}>
            <ChoiceText choice={choice} />
          </Radio>
        ))}
      </Radio.Group>
    </div>
  )
}

function ChoiceText({ choice }: { readonly choice: IdentityChoice }) {
  const { t } = useTranslation()
  const format = useFormats()
  switch (choice.as) {
    case 'same_lead': {
      const { model, createdOn, bucket } = choice.lead
      const what = [model, format.date(createdOn)].filter((part) => part !== null).join(' · ')
      return (
        <>
          <GradeTag bucket={bucket} /> {t('visits.known.same', { what })}
        </>
      )
    }
    case 'new_lead':
      return t('visits.known.newIntent', { name: choice.customer.name })
    case 'another_person':
      return t('visits.known.another')
  }
}
