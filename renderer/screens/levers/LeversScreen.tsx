import '../board/board.css'
import '../board/point.css'
import './levers.css'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LeverBase, leverBaseOf } from '../../../shared/domain/levers/lever-base.ts'
import { type Levers, leversOf } from '../../../shared/domain/levers/simulate.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../components/ui/GoButton.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { PeriodBar } from '../board/PeriodBar.tsx'
import type { PointData } from '../board/point-data.ts'
import { useBoardScope } from '../board/use-board-scope.ts'
import { LeverPanel } from './LeverPanel.tsx'
import { SimulatedDeals } from './SimulatedDeals.tsx'
import { SingleLevers } from './SingleLevers.tsx'

/** What if: the store's own chain of a period, each lever movable, by grade. */
export function LeversScreen() {
  const { t } = useTranslation()
  const scope = { ...useBoardScope(), staffId: null }
  const point = useRead('board.point', { ...scope, key: 'targetProgress' }, { keepLast: true })
  return (
    <Page>
      <PageHeader
        title={t('levers.title')}
        note={t('levers.note')}
        actions={<PeriodBar scope={scope} asOf={point.data?.asOf} isOfStore />}
      />
      <Loaded read={point}>{(data) => <Simulator data={data} />}</Loaded>
    </Page>
  )
}

function Simulator({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const base = leverBaseOf(data.report)
  if (base === null) {
    const action = <GoButton to="/visits?open=visit">{t('levers.empty.action')}</GoButton>
    return <EmptyHint title={t('levers.empty.title')} hint={t('levers.empty.hint')} action={action} />
  }
  const { from, to, asOf } = data.report.period
  return <Levered key={`${from}${to}${asOf}`} data={data} base={base} />
}

/** Moving levers begins anew with each period. */
function Levered({ data, base }: { readonly data: PointData; readonly base: LeverBase }) {
  const { t } = useTranslation()
  const [levers, setLevers] = useState<Levers>(() => leversOf(base))
  const target = data.report.targetProgress.target
  const capacity = data.people.reduce((sum, { active, dailyCapacity }) => sum + (active ? (dailyCapacity ?? 0) : 0), 0)
  const isUnfinished = data.report.targetProgress.openDaysLeft > 0
  return (
    <>
      {isUnfinished && <Alert type="info" showIcon className="lv-gap" title={t('levers.unfinished')} />}
      <div className="lv-columns">
        <LeverPanel base={base} levers={levers} onChange={setLevers} />
        <SimulatedDeals base={base} levers={levers} target={target} capacity={capacity} />
      </div>
      <SingleLevers base={base} target={target} capacity={capacity} onTake={setLevers} />
    </>
  )
}
