import { useTranslation } from 'react-i18next'
import { useCodeWord } from '../../../i18n/use-code-word.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName } from '../blocks/FigureName.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { PeopleTable } from '../blocks/PeopleTable.tsx'
import { ReasonBars } from '../blocks/ReasonBars.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { CaptureCharts } from './CaptureCharts.tsx'

/** Control point 2: how many of those who came left a contact. */
export function InfoCapturePoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { N, captured, K } = data.report.infoCapture
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="infoCapture.K"
          part={{ of: 'infoCapture.captured', value: <CountLink figure="infoCapture.captured" value={captured} /> }}
          whole={{ of: 'infoCapture.N', value: <CountLink figure="infoCapture.N" value={N} /> }}
          result={<Percent value={K} why="noVisitors" />}
        />
      </Section>
      <CaptureCharts data={data} />
      <PeopleTable
        data={data}
        columns={[
          {
            of: 'infoCapture.N',
            cell: ({ infoCapture }, { staffId }) => (
              <CountLink figure="infoCapture.N" value={infoCapture.N} staffId={staffId} />
            ),
          },
          {
            of: 'infoCapture.captured',
            cell: ({ infoCapture }, { staffId }) => (
              <CountLink figure="infoCapture.captured" value={infoCapture.captured} staffId={staffId} />
            ),
          },
          {
            of: 'infoCapture.K',
            cell: ({ infoCapture }) => <Rate hits={infoCapture.captured} trials={infoCapture.N} why="noVisitors" />,
          },
        ]}
      />
      <div className="bd-columns">
        <Channels data={data} />
        <Reasons data={data} />
      </div>
    </>
  )
}

function Channels({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const counts = new Map(Object.entries(data.report.infoCapture.byChannel))
  return (
    <Section title={t('board.section.channels')}>
      <table className="bd-table">
        <thead>
          <tr>
            <th>{t('board.column.channel')}</th>
            <th className="bd-right">
              <FigureName of="infoCapture.N" />
            </th>
            <th className="bd-right">
              <FigureName of="infoCapture.captured" />
            </th>
            <th className="bd-right">
              <FigureName of="infoCapture.K" />
            </th>
          </tr>
        </thead>
        <tbody>
          {data.channels.map(({ id, name }) => {
            const { N, captured } = counts.get(id) ?? { N: 0, captured: 0 }
            return (
              <tr key={id}>
                <td>{name}</td>
                <td className="bd-right">
                  <CountLink figure="infoCapture.byChannel.N" param={id} value={N} />
                </td>
                <td className="bd-right">
                  <CountLink figure="infoCapture.byChannel.captured" param={id} value={captured} />
                </td>
                <td className="bd-right">
                  <Rate hits={captured} trials={N} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function Reasons({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  return (
    <Section title={t('board.section.reasons')}>
      <ReasonBars
        bars={Object.entries(data.report.infoCapture.notCapturedReasons).map(([reason, count]) => ({
          key: reason,
          name: reason === '' ? t('board.noReason') : word('notCaptured', reason),
          count,
          link: <CountLink figure="infoCapture.notCapturedReasons" param={reason} value={count} />,
        }))}
      />
    </Section>
  )
}
