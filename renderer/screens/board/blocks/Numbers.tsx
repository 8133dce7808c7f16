import { useTranslation } from 'react-i18next'
import { ratio } from '../../../../shared/domain/measures/ratio.ts'
import { wilson } from '../../../../shared/domain/measures/wilson.ts'
import { SMALL_SAMPLE } from '../../../components/charts/sample-rate.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Why } from '../why-unknown.ts'
import { Unknown } from './Unknown.tsx'

type Known = { readonly value: number | null; readonly why?: Why }

export function Percent({ value, why, places = 1 }: Known & { readonly places?: number }) {
  const format = useFormats()
  return value === null ? <Unknown why={why} /> : <span className="np-num">{format.ratio(value, places)}</span>
}

/** Whole yuan. */
export function Yuan({ value, why }: Known) {
  const format = useFormats()
  return value === null ? (
    <Unknown why={why} />
  ) : (
    <span className="np-num">{format.money(Math.round(value) * 100)}</span>
  )
}

export function Decimal({ value, why, places = 1 }: Known & { readonly places?: number }) {
  const format = useFormats()
  return value === null ? <Unknown why={why} /> : <span className="np-num">{format.decimal(value, places)}</span>
}

type RateProps = { readonly hits: number; readonly trials: number; readonly why?: Why }

/** hits / trials; over few trials with the interval that says how little they mean. */
export function Rate({ hits, trials, why }: RateProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const interval = trials < SMALL_SAMPLE ? wilson(hits, trials) : null
  return (
    <>
      <Percent value={ratio(hits, trials)} {...(why === undefined ? {} : { why })} />
      {interval !== null && (
        <small className="np-muted np-num bd-interval">
          {t('board.smallSample', { low: format.ratio(interval[0], 0), high: format.ratio(interval[1], 0) })}
        </small>
      )}
    </>
  )
}
