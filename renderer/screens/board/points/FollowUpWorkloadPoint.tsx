import { useTranslation } from 'react-i18next'
import { ratio } from '../../../../shared/domain/measures/ratio.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { type PeopleColumn, PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { WorkloadCharts } from './WorkloadCharts.tsx'

/** Control point 6: is what was promised done, and in time. */
export function FollowUpWorkloadPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { funnel, followUpWorkload: figures } = data.report
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="funnel.F"
          part={{ of: 'funnel.worked', value: <CountLink figure="funnel.worked" value={funnel.worked} /> }}
          whole={{ of: 'funnel.owned', value: <CountLink figure="funnel.owned" value={funnel.owned} /> }}
          result={<Percent value={funnel.F} why="noneCaptured" />}
        />
        <Formula
          of="followUpWorkload.compliance"
          part={{
            of: 'followUpWorkload.onTime',
            value: <CountLink figure="followUpWorkload.onTime" value={figures.onTime} />,
          }}
          whole={{
            of: 'followUpWorkload.due',
            value: <CountLink figure="followUpWorkload.due" value={figures.due} />,
          }}
          result={<Percent value={figures.compliance} why="noneDue" />}
        />
      </Section>
      <WorkloadCharts data={data} />
      <PeopleTable data={data} columns={[...PROMISED, DONE_A_DAY]} />
      <Section title={t('board.section.figures')}>
        <FigureList
          entries={[
            ['followUpWorkload.due', <CountLink key="d" figure="followUpWorkload.due" value={figures.due} />],
            ['followUpWorkload.onTime', <CountLink key="o" figure="followUpWorkload.onTime" value={figures.onTime} />],
            ['followUpWorkload.late', <CountLink key="l" figure="followUpWorkload.late" value={figures.late} />],
            ['followUpWorkload.missed', <CountLink key="m" figure="followUpWorkload.missed" value={figures.missed} />],
            ['followUpWorkload.void', <CountLink key="v" figure="followUpWorkload.void" value={figures.void} />],
            [
              'followUpAudit.done',
              <CountLink key="a" figure="followUpAudit.done" value={data.report.followUpAudit.done} />,
            ],
          ]}
        />
      </Section>
    </>
  )
}

const PROMISED: readonly PeopleColumn[] = [
  {
    of: 'funnel.F',
    cell: ({ funnel }) => <Rate hits={funnel.worked} trials={funnel.owned} why="noneCaptured" />,
  },
  {
    of: 'followUpWorkload.due',
    cell: ({ followUpWorkload }, { staffId }) => (
      <CountLink figure="followUpWorkload.due" value={followUpWorkload.due} staffId={staffId} />
    ),
  },
  {
    of: 'followUpWorkload.onTime',
    cell: ({ followUpWorkload }, { staffId }) => (
      <CountLink figure="followUpWorkload.onTime" value={followUpWorkload.onTime} staffId={staffId} />
    ),
  },
  {
    of: 'followUpWorkload.late',
    cell: ({ followUpWorkload }, { staffId }) => (
      <CountLink figure="followUpWorkload.late" value={followUpWorkload.late} staffId={staffId} />
    ),
  },
  {
    of: 'followUpWorkload.missed',
    cell: ({ followUpWorkload }, { staffId }) => (
      <CountLink figure="followUpWorkload.missed" value={followUpWorkload.missed} staffId={staffId} />
    ),
  },
  {
    of: 'followUpWorkload.compliance',
    cell: ({ followUpWorkload }) => <Rate hits={followUpWorkload.onTime} trials={followUpWorkload.due} why="noneDue" />,
  },
]

const DONE_A_DAY: PeopleColumn = {
  of: 'followUpWorkload.donePerDay',
  cell: ({ followUpAudit, targetProgress }, { staffId, dailyCapacity }) => (
    <DoneADay
      done={followUpAudit.done}
      days={targetProgress.openDaysSoFar}
      capacity={dailyCapacity}
      staffId={staffId}
    />
  ),
}

type DoneProps = {
  readonly done: number
  readonly days: number
  readonly capacity: number | null
  readonly staffId: string
}

/** 32 done: 1.5 / 5 a day. */
function DoneADay({ done, days, capacity, staffId }: DoneProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const wanted = capacity === null ? t('board.why.noCapacity') : format.count(capacity)
  return (
    <>
      <CountLink figure="followUpAudit.done" value={done} staffId={staffId} />
      <small className="np-muted np-num bd-interval">
        {t('board.perDay', { value: `${format.decimal(ratio(done, days))} / ${wanted}` })}
      </small>
    </>
  )
}
