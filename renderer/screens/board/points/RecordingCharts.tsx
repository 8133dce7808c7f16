import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import type { BusinessDate } from '../../../../shared/values/business-date.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { DoorChart } from './DoorChart.tsx'
import { RecordingCalendar } from './RecordingCalendar.tsx'
import { calendarOf, doorDays, RECORDING_KEYS } from './recording-view.ts'

/** What was written down, day by day: against the door, and on the calendar. The door is the store's alone. */
export function RecordingCharts({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const read = useRead('board.breakdown', { ...useBoardScope(), figures: [...RECORDING_KEYS] }, { keepLast: true })
  const { visits, counted } = data.report.visitorRecording
  if (visits === 0 && counted === null) {
    return (
      <Section title={t('charts.visitorRecording.calendar')}>
        <TeachingHint about="charts.visitorRecording.empty" to="/visits?open=visit" />
      </Section>
    )
  }
  return <Loaded read={read}>{({ cells }) => <Charts data={data} cells={cells} />}</Loaded>
}

type ChartsProps = { readonly data: PointData; readonly cells: OutputOf<'board.breakdown'>['cells'] }

function Charts({ data, cells }: ChartsProps) {
  const { t } = useTranslation()
  const { curve, doorCounts, asOf, report } = data
  const isStore = report.scope.staffId === null
  const end = asOf as BusinessDate
  const calendar = useMemo(() => calendarOf(curve, end, isStore, cells), [curve, end, isStore, cells])
  const door = useMemo(() => doorDays(curve, end, doorCounts, cells), [curve, end, doorCounts, cells])
  return (
    <>
      {isStore && (
        <Section title={t('charts.visitorRecording.door')}>
          {doorCounts.length === 0 ? (
            <TeachingHint about="charts.visitorRecording.noDoor" to="/settings/doorCounts" />
          ) : (
            <DoorChart days={door} />
          )}
        </Section>
      )}
      <Section title={t('charts.visitorRecording.calendar')}>
        <RecordingCalendar calendar={calendar} isStore={isStore} />
      </Section>
    </>
  )
}
