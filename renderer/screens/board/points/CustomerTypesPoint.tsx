import { useTranslation } from 'react-i18next'
import type { CountedFigureKey } from '../../../../shared/domain/figures.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureList } from '../blocks/FigureList.tsx'
import { Decimal, Percent } from '../blocks/Numbers.tsx'
import { type PeopleColumn, PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { GradeLedger } from './GradeLedger.tsx'
import { GradeRates } from './GradeRates.tsx'
import { PassageChart } from './PassageChart.tsx'
import { StockCoverage } from './StockCoverage.tsx'

/** Control point 1: grade mix, sieve and leak. */
export function CustomerTypesPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { moves, leaksToD, leaksToLost } = data.report.customerTypes
  return (
    <>
      <Section title={t('charts.customerTypes.title')}>
        <PassageChart data={data} />
      </Section>
      <Section title={t('board.section.ledger')}>
        <GradeLedger figures={data.report.customerTypes} />
      </Section>
      <Section title={t('board.section.coverage')}>
        <StockCoverage data={data} />
      </Section>
      <Section title={t('board.section.rates')}>
        <GradeRates figures={data.report.customerTypes} />
      </Section>
      <Section title={t('board.section.figures')}>
        <FigureList
          entries={[
            [
              'customerTypes.sieve',
              <span key="sieve" className="bd-sieve">
                {UPGRADES.map((upgrade) => (
                  <Upgrade key={upgrade.join('>')} moves={moves} upgrade={upgrade} />
                ))}
              </span>,
            ],
            ['customerTypes.leaksToD', <CountLink key="d" figure="customerTypes.leaksToD" value={leaksToD} />],
            ['customerTypes.leaksToLost', <CountLink key="l" figure="customerTypes.leaksToLost" value={leaksToLost} />],
          ]}
        />
      </Section>
      <PeopleTable data={data} columns={COLUMNS} />
    </>
  )
}

/** What the sieve lets through (domain.md 5, 1). */
const UPGRADES = [
  ['C', 'B'],
  ['B', 'A'],
  ['A', 'won'],
] as const

type UpgradeProps = {
  readonly moves: PointData['report']['customerTypes']['moves']
  readonly upgrade: (typeof UPGRADES)[number]
}

function Upgrade({ moves, upgrade }: UpgradeProps) {
  const { t } = useTranslation()
  const grades = useGradeLabels()
  const [from, to] = upgrade.map((bucket) => grades[bucket] ?? t(`codes.bucket.${bucket}`))
  const key = upgrade.join('>')
  return (
    <span>
      {t('board.move', { from, to })} <CountLink figure="customerTypes.moves" param={key} value={moves[key] ?? 0} />
    </span>
  )
}

/** Counts of a person that their own report gives under the figure's path. */
function ownCount(of: CountedFigureKey, count: (report: PointData['report']) => number): PeopleColumn {
  return { of, cell: (report, { staffId }) => <CountLink figure={of} value={count(report)} staffId={staffId} /> }
}

const COLUMNS: readonly PeopleColumn[] = [
  ownCount('customerTypes.graded', ({ customerTypes }) => customerTypes.graded),
  { of: 'customerTypes.stockValue', cell: ({ customerTypes }) => <Decimal value={customerTypes.stockValue} /> },
  {
    of: 'targetProgress.remaining',
    cell: ({ targetProgress }) => <Decimal value={targetProgress.remaining} why="noTarget" />,
  },
  {
    of: 'customerTypes.stockCoverage',
    cell: ({ customerTypes, targetProgress }) => (
      <Percent
        value={customerTypes.stockCoverage}
        places={0}
        why={targetProgress.remaining === null ? 'noTarget' : 'targetReached'}
      />
    ),
  },
  ownCount('customerTypes.leaksToD', ({ customerTypes }) => customerTypes.leaksToD),
  ownCount('customerTypes.leaksToLost', ({ customerTypes }) => customerTypes.leaksToLost),
]
