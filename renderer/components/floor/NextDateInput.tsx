import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { DateInput } from '../forms/DateInput.tsx'
import { type Choice, ChoiceButtons } from './ChoiceButtons.tsx'
import type { NextDate } from './next-dates.ts'

type Props = {
  readonly offered: readonly NextDate[]
  /** Undefined: nobody has chosen, the proposal stands. */
  readonly value?: string | null | undefined
  readonly proposed: string | null
  /** There has to be a date: "none" is not offered. */
  readonly isOwed?: boolean
  readonly onChange?: (date: string | null) => void
}

/** The next date by one press, or any other. Null is said too: no next date. */
export function NextDateInput({ offered, proposed, isOwed = false, value: said, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { today } = useSession()
  const [isOther, setOther] = useState(false)
  const value = said === undefined ? proposed : said
  const isOffered = offered.some(({ date }) => date === value)
  const chosen = value === null && !isOther ? 'none' : isOffered && !isOther ? value : 'other'
  const choices: Choice<string>[] = [
    ...offered.map(({ kind, date }) => ({
      value: date as string,
      label: `${t(`leads.next.${kind}`)} ${format.weekdayDate(date)}`,
    })),
    { value: 'other', label: t('leads.next.other') },
    ...(isOwed ? [] : [{ value: 'none', label: t('leads.next.none') }]),
  ]
  const choose = (choice: string | null) => {
    setOther(choice === 'other')
    if (choice !== 'other') onChange?.(choice === 'none' ? null : choice)
  }
  return (
    <>
      <ChoiceButtons ariaLabel={t('leads.followUp.next')} choices={choices} value={chosen} onChange={choose} />
      {chosen === 'other' && (
        <div className="fl-below">
          <DateInput
            ariaLabel={t('leads.next.otherDate')}
            value={value}
            min={today}
            onChange={(date) => onChange?.(date)}
          />
        </div>
      )}
    </>
  )
}
