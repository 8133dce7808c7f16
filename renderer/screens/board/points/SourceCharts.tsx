import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { chain } from '../../../../shared/domain/measures/ratio.ts'
import { useSession } from '../../../api/session.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { ClosingRates, type RatedRow } from './ClosingRates.tsx'
import { PRICES, type SourceRow, sourceRows } from './lead-sources-view.ts'
import { PaceChart } from './PaceChart.tsx'
import { paceDays } from './pace-view.ts'
import { SourceCounts } from './SourceCounts.tsx'
import { SourcePrices } from './SourcePrices.tsx'
import { useSourceLabels } from './use-source-labels.ts'

type Props = { readonly data: PointData }

/** The charts of control point 8: what each channel brings, at what price, and whether it is enough. */
export function SourceCharts({ data }: Props) {
  const { t } = useTranslation()
  const rows = useMemo(() => sourceRows(data.channels, data.report), [data])
  if (rows.length === 0) return <NothingYet />
  return (
    <>
      <Section title={t('board.section.channels')} extra={<MissingCosts data={data} />}>
        <div className="bd-charts">
          <SourceCounts rows={rows} />
          <Worth rows={rows} isStore={data.report.scope.staffId === null} />
        </div>
      </Section>
      <Section title={t('charts.leadSources.pace')} note={t('charts.leadSources.paceNote')}>
        <VisitCurve data={data} />
      </Section>
    </>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <Section title={t('board.section.channels')}>
      <TeachingHint about="charts.leadSources.empty" to="/visits?open=visit" />
    </Section>
  )
}

/** Channels whose price nobody can know yet, and where to enter what is missing. */
function MissingCosts({ data }: Props) {
  const { t } = useTranslation()
  const { can } = useSession()
  const { scope, leadSources } = data.report
  const count = Object.values(leadSources.byChannel).filter(({ cost }) => cost === null).length
  if (scope.staffId !== null || count === 0) return null
  return (
    <small className="np-muted">
      {t('charts.leadSources.withoutCost', { count })}{' '}
      {can(MANAGERS) && <Link to="/settings/channels">{t('charts.leadSources.enterCost')}</Link>}
    </small>
  )
}

const MEASURES = [...PRICES, 'K', 'closing'] as const
type Measure = (typeof MEASURES)[number]

function Worth({ rows, isStore }: { readonly rows: readonly SourceRow[]; readonly isStore: boolean }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Measure>(isStore ? 'costPerDeal' : 'closing')
  const note = t(`charts.leadSources.measureAbout.${chosen}`)
  return (
    <div className="bd-worth">
      <Segmented<Measure>
        size="small"
        aria-label={t('charts.leadSources.measureLabel')}
        value={chosen}
        onChange={setChosen}
        options={MEASURES.map((value) => ({ value, label: t(`charts.leadSources.measure.${value}`) }))}
      />
      {chosen === 'K' || chosen === 'closing' ? (
        <SourceRates rows={rows} of={chosen} note={note} />
      ) : (
        <SourcePrices rows={rows} price={chosen} note={note} isStore={isStore} />
      )}
    </div>
  )
}

type RatesProps = { readonly rows: readonly SourceRow[]; readonly of: 'K' | 'closing'; readonly note: string }

function SourceRates({ rows, of, note }: RatesProps) {
  const { t } = useTranslation()
  const labels = useSourceLabels(rows)
  const [hits, trials] = of === 'K' ? (['captured', 'N'] as const) : (['won', 'captured'] as const)
  const rated = useMemo(
    () =>
      rows.map(
        (row, i): RatedRow => ({
          key: row.id,
          name: labels[i] ?? row.name,
          rate: row[of],
          hits: { figure: `leadSources.byChannel.${hits}`, param: row.id },
          trials: { figure: `leadSources.byChannel.${trials}`, param: row.id },
        }),
      ),
    [rows, labels, of, hits, trials],
  )
  return (
    <ClosingRates
      note={note}
      name={t(`charts.leadSources.measure.${of}`)}
      rows={rated}
      heads={[t(`figures.funnel.${hits}.name`), t(`figures.funnel.${trials}.name`)]}
    />
  )
}

function VisitCurve({ data }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const scope = useBoardScope()
  const read = useRead('board.breakdown', { ...scope, figures: ['leadSources.byDay'] })
  const { report, curve, experience, nNeeded } = data
  const { asOf, to } = report.period
  const end = asOf < to ? asOf : to
  const cells = read.data?.cells['leadSources.byDay']
  const days = useMemo(() => {
    const won = chain(experience.K, experience.F, experience.C)
    const perDeal = won === null || won === 0 ? null : 1 / won
    return paceDays({ curve, cells: cells ?? [], end, target: null, perDeal }).map((day) => ({
      ...day,
      forecast: null,
    }))
  }, [curve, cells, end, experience])
  return (
    <Loaded read={read}>
      {() => (
        <PaceChart
          days={days}
          of="visits"
          figure="leadSources.byDay"
          target={null}
          summary={t('charts.targetProgress.summaryVisits', {
            date: format.dayMonth(end),
            actual: format.count(report.funnel.N),
            expected: format.decimal(nNeeded),
          })}
        />
      )}
    </Loaded>
  )
}
