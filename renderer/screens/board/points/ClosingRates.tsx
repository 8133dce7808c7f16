import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DotChart, type DotLine, type DotRow } from '../../../components/charts/DotChart.tsx'
import type { SampleRate } from '../../../components/charts/sample-rate.ts'
import { useIntervalText } from '../../../components/charts/use-interval-text.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type RecordsRef, useOpenRecords } from '../blocks/records-context.ts'

export type RatedRow = {
  readonly key: string
  readonly name: string
  readonly rate: SampleRate | null
  /** Said beside the rate when it is pointed at. */
  readonly about?: string
  /** Who bought, and of whom. */
  readonly hits: RecordsRef
  readonly trials: RecordsRef
}

type Props = {
  readonly title?: string
  readonly note?: string
  readonly name: string
  readonly rows: readonly RatedRow[]
  readonly line?: DotLine | null
  /** Above the numbers of the table. */
  readonly heads: readonly [hits: string, trials: string]
}

/** Rates as dots with their 95% interval; a dot opens the leads the rate is over, each with what became of it. */
export function ClosingRates({ title, note, name, rows, line = null, heads }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  const intervalText = useIntervalText()
  const dots = useMemo(() => {
    return rows.map(({ key, name: rowName, rate, about, trials }): DotRow<RecordsRef> => {
      const said =
        rate === null
          ? '–'
          : t('charts.sellingSkill.rateOf', {
              rate: format.ratio(rate.rate),
              hits: format.count(rate.hits),
              trials: format.count(rate.trials),
            })
      const lines = [...(about === undefined ? [] : [about]), ...(rate === null ? [] : [said, ...intervalText(rate)])]
      return {
        key,
        label: [rowName, said],
        value: rate?.rate ?? null,
        low: rate?.low ?? null,
        high: rate?.high ?? null,
        isSmall: rate?.isSmall ?? true,
        tip: { title: rowName, lines },
        ref: rate === null ? null : trials,
      }
    })
    // Two functions that only speak another language when the page does.
  }, [rows, t, format, intervalText])
  const rates = dots.map(({ label }) => label.join(' ')).join(', ')
  return (
    <DotChart
      {...(title === undefined ? {} : { title })}
      {...(note === undefined ? {} : { note })}
      summary={t('charts.sellingSkill.summaryRates', { name, rates })}
      rows={dots}
      tickText={(value) => format.ratio(value, 0)}
      line={line}
      onOpen={open}
      table={{
        head: [name, ...heads, t('charts.sellingSkill.share'), t('charts.sellingSkill.interval')],
        rows: rows.map((row) => ({ key: row.key, cells: cellsOf(row) })),
      }}
    />
  )

  function cellsOf({ name: rowName, rate, hits, trials }: RatedRow) {
    return [
      rowName,
      <Count key="hits" of={hits} value={rate?.hits ?? 0} />,
      <Count key="trials" of={trials} value={rate?.trials ?? 0} />,
      rate === null ? '–' : format.ratio(rate.rate),
      rate === null ? '–' : t('board.between', { low: format.ratio(rate.low, 0), high: format.ratio(rate.high, 0) }),
    ]
  }
}

function Count({ of, value }: { readonly of: RecordsRef; readonly value: number }) {
  const { figure, param, staffId } = of
  return <CountLink figure={figure} value={value} staffId={staffId} {...(param === null ? {} : { param })} />
}
