import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endOf } from '../../../../shared/domain/facts.ts'
import { useRead } from '../../../api/use-read.ts'
import { useCadence } from '../../../components/floor/use-cadence.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { Promises } from './Promises.tsx'
import { WorkloadAhead } from './WorkloadAhead.tsx'
import { WorkloadMap } from './WorkloadMap.tsx'
import { mapColumns, perOf } from './workload-map-view.ts'

/** What was done day by day, what became of what was promised, and what tomorrow asks for. */
export function WorkloadCharts({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const cadence = useCadence()
  const { period, followUpAudit, followUpWorkload } = data.report
  const per = perOf(period)
  const by = per === 'day' ? 'Day' : 'Week'
  const [done, due, late, missed, gone] = [
    `followUpWorkload.doneBy${by}`,
    `followUpWorkload.dueBy${by}`,
    `followUpWorkload.lateBy${by}`,
    `followUpWorkload.missedBy${by}`,
    'followUpWorkload.voidByPerson',
  ] as const
  const read = useRead('board.breakdown', { ...scope, figures: [done, due, late, missed, gone] })
  const columns = useMemo(
    () => (cadence === null ? [] : mapColumns({ ...period, end: endOf(period) }, cadence.openWeekdays.join(''))),
    [period, cadence],
  )
  const isEmpty = followUpAudit.done + followUpWorkload.due + followUpWorkload.void === 0
  return (
    <Loaded read={read}>
      {({ cells }) => (
        <>
          <Section title={t(per === 'day' ? 'charts.followUpWorkload.map' : 'charts.followUpWorkload.mapByWeek')}>
            {isEmpty && <TeachingHint about="charts.followUpWorkload.empty" to="/today" />}
            {!isEmpty && columns.length > 0 && (
              <WorkloadMap
                data={data}
                columns={columns}
                per={per}
                cells={{
                  done: cells[done] ?? [],
                  due: cells[due] ?? [],
                  late: cells[late] ?? [],
                  missed: cells[missed] ?? [],
                }}
              />
            )}
          </Section>
          <div className="bd-columns">
            {!isEmpty && (
              <Section title={t('charts.followUpWorkload.promises')}>
                <Promises data={data} voids={cells[gone] ?? []} />
              </Section>
            )}
            <Section title={t('charts.followUpWorkload.owed')}>
              {cadence !== null && <WorkloadAhead data={data} cadenceDays={cadence.cadenceDays} />}
            </Section>
          </div>
        </>
      )}
    </Loaded>
  )
}
