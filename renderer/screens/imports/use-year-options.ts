import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import { useSession } from '../../api/session.ts'

const YEARS_BACK = 6

/** The choices for dates without a year; 0 stands for "from the rows around them". */
export function useYearOptions({ dates, mapping }: FileReading): { value: number; label: string }[] {
  const { t } = useTranslation()
  const newest = Number(useSession().today.slice(0, 4))
  const around =
    mapping.year === null && dates.years.length > 0
      ? t('imports.options.yearNear', { years: dates.years.join('、') })
      : t('imports.options.yearNearUnknown')
  const years = Array.from({ length: YEARS_BACK }, (_, back) => newest - back)
  const all = mapping.year === null || years.includes(mapping.year) ? years : [...years, mapping.year]
  return [
    { value: 0, label: around },
    ...all.map((year) => ({ value: year, label: t('imports.options.yearFixed', { year }) })),
  ]
}
