import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/use-formats.ts'
import type { DaySummary } from './visit-view.ts'

/** N, captured and K of the day, as far as it has come. */
export function DaySummaryLine({ summary }: { readonly summary: DaySummary }) {
  const { t } = useTranslation()
  const format = useFormats()
  const figures = [
    { key: 'arrivals', value: format.count(summary.arrivals) },
    { key: 'first', value: format.count(summary.first) },
    { key: 'captured', value: format.count(summary.captured) },
    { key: 'rate', value: format.ratio(summary.rate, 0) },
    { key: 'phoneIns', value: format.count(summary.phoneIns) },
    { key: 'late', value: format.count(summary.late) },
  ] as const
  return (
    <dl className="vs-summary" aria-label={t('visits.summary.label')}>
      {figures.map(({ key, value }) => (
        <div key={key} data-testid={`day-${key}`}>
          <dt>{t(`visits.summary.${key}`)}</dt>
          <dd className="np-num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
