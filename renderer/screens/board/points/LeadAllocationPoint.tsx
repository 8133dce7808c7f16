import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import { Unknown } from '../blocks/Unknown.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { AssignmentSpeed } from './AssignmentSpeed.tsx'
import { OpenLoad } from './OpenLoad.tsx'

/** Control point 4: does every lead get somebody, soon, and nobody too many. */
export function LeadAllocationPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const figures = data.report.leadAllocation
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="leadAllocation.withinResponse"
          part={{
            of: 'leadAllocation.assignedInTime',
            value: <CountLink figure="leadAllocation.assignedInTime" value={figures.assignedInTime} />,
          }}
          whole={{
            of: 'leadAllocation.created',
            value: <CountLink figure="leadAllocation.created" value={figures.created} />,
          }}
          result={<Percent value={figures.withinResponse} why="noNewLeads" />}
        />
      </Section>
      <AllocationCharts data={data} />
      <PeopleTable
        data={data}
        columns={[
          {
            of: 'leadAllocation.open',
            cell: ({ leadAllocation }, { staffId }) => (
              <CountLink figure="leadAllocation.open" value={leadAllocation.open} staffId={staffId} />
            ),
          },
          {
            of: 'leadAllocation.idle',
            cell: ({ leadAllocation }, { staffId }) => (
              <CountLink figure="leadAllocation.idle" value={leadAllocation.idle} staffId={staffId} />
            ),
          },
          {
            of: 'leadAllocation.created',
            cell: ({ leadAllocation }, { staffId }) => (
              <CountLink figure="leadAllocation.created" value={leadAllocation.created} staffId={staffId} />
            ),
          },
          {
            of: 'leadAllocation.withinResponse',
            cell: ({ leadAllocation }) => (
              <Rate hits={leadAllocation.assignedInTime} trials={leadAllocation.created} why="noNewLeads" />
            ),
          },
        ]}
      />
      <AllFigures data={data} />
    </>
  )
}

function AllocationCharts({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const figures = ['leadAllocation.waits', 'leadAllocation.load'] as const
  const read = useRead('board.breakdown', { ...scope, figures: [...figures] })
  const responseMinutes = useRead('store.get', {}).data?.responseMinutes
  return (
    <Loaded read={read}>
      {({ cells: { [figures[0]]: waits = [], [figures[1]]: load = [] } }) => (
        <div className="bd-columns">
          <Section title={t('charts.leadAllocation.speed')}>
            {responseMinutes !== undefined && <AssignmentSpeed cells={waits} responseMinutes={responseMinutes} />}
          </Section>
          <Section title={t('charts.leadAllocation.load')}>
            <OpenLoad data={data} cells={load} />
          </Section>
        </div>
      )}
    </Loaded>
  )
}

function AllFigures({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { leadAllocation: figures } = data.report
  const isStore = data.report.scope.staffId === null
  const minutes = figures.medianMinutes
  return (
    <Section title={t('board.section.figures')}>
      <FigureList
        entries={[
          [
            'leadAllocation.unassigned',
            <CountLink key="u" figure="leadAllocation.unassigned" value={figures.unassigned} />,
          ],
          [
            'leadAllocation.medianMinutes',
            minutes === null ? (
              <Unknown key="m" why="noNewLeads" />
            ) : (
              t('board.minutes', { value: format.decimal(minutes) })
            ),
          ],
          [
            'leadAllocation.firstAssigned',
            <CountLink key="f" figure="leadAllocation.firstAssigned" value={figures.firstAssigned} />,
          ],
          ['leadAllocation.open', <CountLink key="o" figure="leadAllocation.open" value={figures.open} />],
          [
            'leadAllocation.openUnassigned',
            <CountLink key="n" figure="leadAllocation.openUnassigned" value={figures.openUnassigned} />,
          ],
          [
            'leadAllocation.balance',
            figures.balance === null ? (
              <Unknown key="b" why={isStore ? 'noOpenLeads' : 'storeOnly'} />
            ) : (
              t('board.times', { value: format.decimal(figures.balance, 2) })
            ),
          ],
          [
            'leadAllocation.orphaned',
            <CountLink key="x" figure="leadAllocation.orphaned" value={figures.orphaned} why="storeOnly" />,
          ],
          ['leadAllocation.idle', <CountLink key="i" figure="leadAllocation.idle" value={figures.idle} />],
        ]}
      />
    </Section>
  )
}
