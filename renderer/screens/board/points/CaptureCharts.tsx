import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { CaptureMap } from './CaptureMap.tsx'
import { CaptureRates } from './CaptureRates.tsx'
import { CAPTURE_KEYS, captureByHour, captureByReceiver, captureMap } from './capture-view.ts'
import { useCaptureNames } from './use-capture-names.ts'

/** Who captures contacts, and at which hours; for one person, only the hours. */
export function CaptureCharts({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const read = useRead('board.breakdown', { ...useBoardScope(), figures: [...CAPTURE_KEYS] }, { keepLast: true })
  if (data.report.infoCapture.N === 0) {
    return (
      <Section title={t('charts.infoCapture.map')}>
        <TeachingHint about="charts.infoCapture.empty" to="/visits?open=visit" />
      </Section>
    )
  }
  return <Loaded read={read}>{({ cells }) => <Charts data={data} cells={cells} />}</Loaded>
}

type ChartsProps = { readonly data: PointData; readonly cells: OutputOf<'board.breakdown'>['cells'] }

function Charts({ data, cells }: ChartsProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { receiverName, hourName } = useCaptureNames(data.people)
  const map = useMemo(() => captureMap(cells), [cells])
  const receivers = useMemo(() => captureByReceiver(cells), [cells])
  const hours = useMemo(() => captureByHour(cells), [cells])
  const { infoCapture, scope } = data.report
  const { K } = infoCapture
  const rate = { rate: format.ratio(K, 0) }
  const allText = t(scope.staffId === null ? 'charts.infoCapture.store' : 'charts.infoCapture.own', rate)
  const byHour = (
    <CaptureRates
      title={t('charts.infoCapture.hours')}
      groups={hours}
      nameOf={hourName}
      figures="infoCapture.byHour"
      all={K}
      allText={allText}
    />
  )
  if (receivers.length === 1) return <Section title={t('charts.infoCapture.hours')}>{byHour}</Section>
  return (
    <>
      <Section title={t('charts.infoCapture.map')}>
        <CaptureMap view={map} people={data.people} />
      </Section>
      <div className="bd-columns">
        <Section title={t('charts.infoCapture.people')}>
          <CaptureRates
            title={t('charts.infoCapture.people')}
            groups={receivers}
            nameOf={receiverName}
            figures="infoCapture.byReceiver"
            all={K}
            allText={allText}
          />
        </Section>
        <Section title={t('charts.infoCapture.hours')}>{byHour}</Section>
      </div>
    </>
  )
}
