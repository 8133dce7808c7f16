import { useTranslation } from 'react-i18next'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Decimal, Percent, Rate } from '../blocks/Numbers.tsx'
import { PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { RecordingCharts } from './RecordingCharts.tsx'

/** Control point 3: is everybody who came written down, and at once. */
export function VisitorRecordingPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const figures = data.report.visitorRecording
  const why = data.report.scope.staffId === null ? 'noDoorCount' : 'storeOnly'
  const visits = <CountLink figure="visitorRecording.visits" value={figures.visits} />
  const lateEntries = <CountLink figure="visitorRecording.lateEntries" value={figures.lateEntries} />
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="visitorRecording.completeness"
          part={{
            of: 'visitorRecording.logged',
            value: <CountLink figure="visitorRecording.logged" value={figures.logged} why={why} />,
          }}
          whole={{ of: 'visitorRecording.counted', value: <Decimal value={figures.counted} why={why} /> }}
          result={<Percent value={figures.completeness} why={why} />}
        />
        <Formula
          of="visitorRecording.lateShare"
          part={{ of: 'visitorRecording.lateEntries', value: lateEntries }}
          whole={{ of: 'visitorRecording.visits', value: visits }}
          result={<Percent value={figures.lateShare} why="noVisits" />}
        />
      </Section>
      <RecordingCharts data={data} />
      <PeopleTable
        data={data}
        columns={[
          {
            of: 'visitorRecording.visits',
            cell: ({ visitorRecording }, { staffId }) => (
              <CountLink figure="visitorRecording.visits" value={visitorRecording.visits} staffId={staffId} />
            ),
          },
          {
            of: 'visitorRecording.lateEntries',
            cell: ({ visitorRecording }, { staffId }) => (
              <CountLink figure="visitorRecording.lateEntries" value={visitorRecording.lateEntries} staffId={staffId} />
            ),
          },
          {
            of: 'visitorRecording.lateShare',
            cell: ({ visitorRecording }) => (
              <Rate hits={visitorRecording.lateEntries} trials={visitorRecording.visits} why="noVisits" />
            ),
          },
        ]}
      />
      <Section title={t('board.section.figures')}>
        <FigureList
          entries={[
            [
              'visitorRecording.openDaysWithoutEntry',
              <CountLink
                key="days"
                figure="visitorRecording.openDaysWithoutEntry"
                value={figures.openDaysWithoutEntry}
                why="storeOnly"
              />,
            ],
            ['visitorRecording.visits', visits],
            ['visitorRecording.lateEntries', lateEntries],
            [
              'visitorRecording.voided',
              <CountLink key="voided" figure="visitorRecording.voided" value={figures.voided} />,
            ],
          ]}
        />
      </Section>
    </>
  )
}
