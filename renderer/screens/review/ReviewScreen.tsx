import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { ReviewExport } from './ReviewExport.tsx'
import { ReviewFilters } from './ReviewFilters.tsx'
import { ReviewQueue } from './ReviewQueue.tsx'
import { askedPeriod, periodOf, type QueueFilter } from './review-view.ts'
import './review.css'

/** Done follow-ups before a manager, one at a time; A approves, R rejects, J and K move. */
export function ReviewScreen() {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  const [asked] = useSearchParams()
  const [filter, setFilter] = useState<QueueFilter>(() => ({
    ...(askedPeriod(asked.get('from'), asked.get('to'), today) ?? periodOf('week', today)),
    staffId: asked.get('staff'),
    show: 'unreviewed',
  }))
  // Each opening of the queue is its own: what is judged in it keeps its place until it is opened anew.
  const [opening, setOpening] = useState(0)
  const queue = useRead('followUps.reviewQueue', filter)
  return (
    <Page>
      <PageHeader
        title={t('review.title')}
        actions={queue.data === undefined ? undefined : <ReviewExport period={filter} items={queue.data.items} />}
      />
      <ReviewFilters
        filter={filter}
        onChange={(change) => setFilter({ ...filter, ...change })}
        onReload={() => void queue.refetch().then(() => setOpening(opening + 1))}
      />
      <Loaded read={queue}>
        {({ items }) => <ReviewQueue key={`${JSON.stringify(filter)}${opening}`} latest={items} />}
      </Loaded>
    </Page>
  )
}
