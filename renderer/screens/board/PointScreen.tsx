import './board.css'
import './point.css'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Result } from 'antd'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { CONTROL_POINTS, type ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import { useRead } from '../../api/use-read.ts'
import { PrintButton } from '../../components/export/PrintButton.tsx'
import { LoadingBlock } from '../../components/ui/LoadingBlock.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { RecordsProvider } from './blocks/RecordsProvider.tsx'
import { isControlPoint, LETTERS, numberOf } from './control-point.ts'
import { PeriodBar } from './PeriodBar.tsx'
import { PointExport } from './PointExport.tsx'
import { PointHead } from './PointHead.tsx'
import { PrintScope } from './PrintScope.tsx'
import type { PointData } from './point-data.ts'
import { useBoardScope } from './use-board-scope.ts'

type PointPage = ComponentType<{ readonly data: PointData }>

const PAGES: Readonly<Record<ControlPointKey, PointPage>> = {
  customerTypes: lazy(async () => ({ default: (await import('./points/CustomerTypesPoint.tsx')).CustomerTypesPoint })),
  infoCapture: lazy(async () => ({ default: (await import('./points/InfoCapturePoint.tsx')).InfoCapturePoint })),
  visitorRecording: lazy(async () => ({
    default: (await import('./points/VisitorRecordingPoint.tsx')).VisitorRecordingPoint,
  })),
  leadAllocation: lazy(async () => ({
    default: (await import('./points/LeadAllocationPoint.tsx')).LeadAllocationPoint,
  })),
  followUpAudit: lazy(async () => ({ default: (await import('./points/FollowUpAuditPoint.tsx')).FollowUpAuditPoint })),
  followUpWorkload: lazy(async () => ({
    default: (await import('./points/FollowUpWorkloadPoint.tsx')).FollowUpWorkloadPoint,
  })),
  sellingSkill: lazy(async () => ({ default: (await import('./points/SellingSkillPoint.tsx')).SellingSkillPoint })),
  leadSources: lazy(async () => ({ default: (await import('./points/LeadSourcesPoint.tsx')).LeadSourcesPoint })),
  targetProgress: lazy(async () => ({
    default: (await import('./points/TargetProgressPoint.tsx')).TargetProgressPoint,
  })),
}

/** `board/:key`: everything about one control point. */
export function PointScreen() {
  const { t } = useTranslation()
  const { key } = useParams()
  if (isControlPoint(key)) return <PointOf key={key} pointKey={key} />
  return <Result status="info" title={t('common.notFound.title')} subTitle={t('common.notFound.text')} />
}

function PointOf({ pointKey }: { readonly pointKey: ControlPointKey }) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const point = useRead('board.point', { ...scope, key: pointKey })
  const Figures = PAGES[pointKey]
  return (
    <Page>
      <div className="bd-point">
        <Link to="/board" className="bd-back">
          <LeftOutlined aria-hidden /> {t('board.backToBoard')}
        </Link>
        <PageHeader
          title={`${numberOf(pointKey)} ${t(`board.point.${pointKey}`)}`}
          note={<PointNav pointKey={pointKey} />}
          actions={
            <>
              <PeriodBar scope={scope} asOf={point.data?.asOf} />
              {point.data !== undefined && <PointExport pointKey={pointKey} scope={scope} data={point.data} />}
              <PrintButton />
            </>
          }
        />
        <PrintScope scope={scope} asOf={point.data?.asOf} />
        <Loaded read={point}>
          {(data) => (
            <RecordsProvider scope={scope} channels={data.channels} people={data.people}>
              <PointHead data={data} />
              <Suspense fallback={<LoadingBlock />}>
                <Figures data={data} />
              </Suspense>
            </RecordsProvider>
          )}
        </Loaded>
      </div>
    </Page>
  )
}

function PointNav({ pointKey }: { readonly pointKey: ControlPointKey }) {
  const { t } = useTranslation()
  const position = CONTROL_POINTS.indexOf(pointKey)
  const [previous, next] = [CONTROL_POINTS[position - 1], CONTROL_POINTS[position + 1]]
  return (
    <span className="bd-point-nav">
      <span className="bd-letter">{LETTERS[pointKey] ?? t('board.letterAll')}</span>
      {previous !== undefined && (
        <Link to={`/board/${previous}`} aria-label={t('board.previous')} title={t(`board.point.${previous}`)}>
          <LeftOutlined aria-hidden />
        </Link>
      )}
      {next !== undefined && (
        <Link to={`/board/${next}`} aria-label={t('board.next')} title={t(`board.point.${next}`)}>
          <RightOutlined aria-hidden />
        </Link>
      )}
    </span>
  )
}
