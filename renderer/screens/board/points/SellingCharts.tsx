import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/use-read.ts'
import { CountBars } from '../../../components/charts/CountBars.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../../i18n/use-code-word.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { useOpenRecords } from '../blocks/records-context.ts'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { ClosingRates, type RatedRow } from './ClosingRates.tsx'
import { ChainBars, ChainDays } from './SellingChain.tsx'
import {
  CARRIED_BREAKDOWNS,
  type Cells,
  CHAIN_BREAKDOWNS,
  chainSteps,
  closingByGrade,
  closingByPerson,
  closingThreeWays,
} from './selling-skill-view.ts'

type Props = { readonly data: PointData }

/** The charts of control point 7. */
export function SellingCharts({ data }: Props) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const read = useRead('board.breakdown', { ...scope, figures: [...CHAIN_BREAKDOWNS, ...CARRIED_BREAKDOWNS] })
  return (
    <>
      <Loaded read={read}>{({ cells }) => <FromCells data={data} cells={cells} />}</Loaded>
      <div className="bd-columns">
        <Section title={t('charts.sellingSkill.byGrade')}>
          <ByGrade data={data} />
        </Section>
        <Section title={t('board.section.lossReasons')} note={t('charts.sellingSkill.lossNote')}>
          <LossReasons data={data} />
        </Section>
      </div>
      {data.people.length > 1 && (
        <Section title={t('charts.sellingSkill.byPerson')} note={t('charts.sellingSkill.byPersonNote')}>
          <ByPerson data={data} />
        </Section>
      )}
    </>
  )
}

function FromCells({ data, cells }: Props & { readonly cells: Cells }) {
  const { t } = useTranslation()
  const steps = useMemo(() => chainSteps(data.report, cells), [data.report, cells])
  return (
    <>
      {data.report.funnel.owned > 0 && (
        <Section title={t('charts.sellingSkill.chain')} note={t('charts.sellingSkill.chainNote')}>
          <div className="bd-charts">
            <ChainBars steps={steps} />
            <ChainDays steps={steps} />
          </div>
        </Section>
      )}
      <Section title={t('charts.sellingSkill.threeWays')} note={t('charts.sellingSkill.threeWaysNote')}>
        <ThreeWays data={data} cells={cells} />
      </Section>
    </>
  )
}

function ThreeWays({ data, cells }: Props & { readonly cells: Cells }) {
  const { t } = useTranslation()
  const rows = useMemo(
    () =>
      closingThreeWays(data.report, cells).map(
        ({ key, rate, wonBehind, wholeBehind }): RatedRow => ({
          key,
          name: t(`charts.sellingSkill.ways.${key}`),
          about: t(`charts.sellingSkill.waysAbout.${key}`),
          rate,
          hits: wonBehind,
          trials: wholeBehind,
        }),
      ),
    [data.report, cells, t],
  )
  return (
    <>
      <ClosingRates
        name={t('charts.sellingSkill.threeWays')}
        rows={rows}
        heads={[t('figures.funnel.won.name'), t('charts.sellingSkill.whole')]}
      />
      <ul className="bd-chart-notes">
        {rows.map(({ key, name, about }) => (
          <li key={key}>
            <strong>{name}</strong> {about}
          </li>
        ))}
      </ul>
    </>
  )
}

function ByGrade({ data }: Props) {
  const { t } = useTranslation()
  const grades = useGradeLabels()
  const rows = useMemo(
    () =>
      closingByGrade(data.report).map(
        ({ grade, rate }): RatedRow => ({
          key: grade,
          name: t('common.grade', { label: grades[grade] ?? grade }),
          rate,
          hits: { figure: 'customerTypes.wonByGrade', param: grade },
          trials: { figure: 'customerTypes.workedByGrade', param: grade },
        }),
      ),
    [data.report, grades, t],
  )
  return <ClosingRates name={t('board.column.grade')} rows={rows} heads={useRateHeads()} />
}

function ByPerson({ data }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { C } = data.report.funnel
  const rows = useMemo(
    () =>
      closingByPerson(data.people).map(
        ({ staffId, name, rate }): RatedRow => ({
          key: staffId,
          name,
          rate,
          hits: { figure: 'funnel.won', param: null, staffId },
          trials: { figure: 'funnel.worked', param: null, staffId },
        }),
      ),
    [data.people],
  )
  const line = useMemo(
    () => (C === null ? null : { value: C, label: t('charts.sellingSkill.store', { rate: format.ratio(C) }) }),
    [C, t, format],
  )
  return <ClosingRates name={t('board.column.person')} rows={rows} line={line} heads={useRateHeads()} />
}

function useRateHeads(): readonly [string, string] {
  const { t } = useTranslation()
  return [t('figures.funnel.won.name'), t('figures.funnel.worked.name')]
}

function LossReasons({ data }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const word = useCodeWord()
  const open = useOpenRecords()
  const reasons = Object.entries(data.report.sellingSkill.lossReasons).sort(([, a], [, b]) => b - a)
  const total = reasons.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) return <p className="np-muted">{t('common.none')}</p>
  const bars = reasons.map(([reason, count]) => {
    const name = reason === '' ? t('board.noReason') : word('lossReason', reason)
    const share = format.ratio(count / total, 0)
    return {
      key: reason,
      name,
      count,
      share,
      text: t('charts.countShare', { count: format.count(count), share }),
      tip: { title: name, lines: [t('charts.countShare', { count: format.count(count), share })] },
      ref: { figure: 'sellingSkill.lossReasons', param: reason } as const,
    }
  })
  const pairs = bars.map(({ name, text }) => t('charts.sellingSkill.pair', { name, value: text })).join(', ')
  return (
    <CountBars
      summary={t('charts.sellingSkill.summaryRates', { name: t('board.section.lossReasons'), rates: pairs })}
      bars={bars}
      onOpen={open}
      table={{
        head: [t('board.section.lossReasons'), t('board.column.value'), t('charts.sellingSkill.share')],
        rows: bars.map(({ key, name, count, share }) => ({
          key,
          cells: [name, <CountLink key="c" figure="sellingSkill.lossReasons" param={key} value={count} />, share],
        })),
      }}
    />
  )
}
