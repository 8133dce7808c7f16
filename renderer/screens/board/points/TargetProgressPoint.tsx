import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Decimal, Percent } from '../blocks/Numbers.tsx'
import { type PeopleColumn, PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import { Unknown } from '../blocks/Unknown.tsx'
import type { PointData } from '../point-data.ts'
import { RequiredChain } from './RequiredChain.tsx'
import { TargetCharts } from './TargetCharts.tsx'

/** Control point 9: is the store where it should be by now, and what is still required. */
export function TargetProgressPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const progress = data.report.targetProgress
  const actual = <CountLink figure="targetProgress.actual" value={progress.actual} />
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="targetProgress.pace"
          part={{ of: 'targetProgress.actual', value: actual }}
          whole={{
            of: 'targetProgress.expectedByNow',
            value: <Decimal value={progress.expectedByNow} why="noTarget" />,
          }}
          result={<Percent value={progress.pace} places={0} why="noTarget" />}
        />
      </Section>
      <TargetCharts data={data} />
      <RequiredChain data={data} />
      <PeopleTable data={data} columns={COLUMNS} />
      <Figures data={data} />
    </>
  )
}

function Figures({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { forecast } = data
  const progress = data.report.targetProgress
  return (
    <Section title={t('board.section.figures')}>
      <FigureList
        entries={[
          ['targetProgress.target', <Decimal key="t" value={progress.target} why="noTarget" />],
          ['targetProgress.actual', <CountLink key="a" figure="targetProgress.actual" value={progress.actual} />],
          [
            'targetProgress.cancelled',
            <CountLink key="c" figure="targetProgress.cancelled" value={progress.cancelled} />,
          ],
          ['targetProgress.expectedByNow', <Decimal key="e" value={progress.expectedByNow} why="noTarget" />],
          ['targetProgress.remaining', <Decimal key="r" value={progress.remaining} why="noTarget" />],
          ['targetProgress.openDaysSoFar', <Decimal key="s" value={progress.openDaysSoFar} />],
          ['targetProgress.openDaysLeft', <Decimal key="l" value={progress.openDaysLeft} />],
          ['targetProgress.forecast', <Decimal key="f" value={forecast?.deals ?? null} why="noExperience" />],
          [
            'targetProgress.forecastInterval',
            forecast === null ? (
              <Unknown key="i" why="noExperience" />
            ) : (
              t('board.between', { low: format.count(forecast.low), high: format.count(forecast.high) })
            ),
          ],
        ]}
      />
    </Section>
  )
}

const COLUMNS: readonly PeopleColumn[] = [
  {
    of: 'targetProgress.target',
    cell: ({ targetProgress }) => <Decimal value={targetProgress.target} why="noTarget" />,
  },
  {
    of: 'targetProgress.actual',
    cell: ({ targetProgress }, { staffId }) => (
      <CountLink figure="targetProgress.actual" value={targetProgress.actual} staffId={staffId} />
    ),
  },
  {
    of: 'targetProgress.expectedByNow',
    cell: ({ targetProgress }) => <Decimal value={targetProgress.expectedByNow} why="noTarget" />,
  },
  {
    of: 'targetProgress.pace',
    cell: ({ targetProgress }) => <Percent value={targetProgress.pace} places={0} why="noTarget" />,
  },
  {
    of: 'targetProgress.remaining',
    cell: ({ targetProgress }) => <Decimal value={targetProgress.remaining} why="noTarget" />,
  },
]
