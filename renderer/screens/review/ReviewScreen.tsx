import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { ReviewFilters } from './ReviewFilters.tsx'
import { ReviewQueue } from './ReviewQueue.tsx'
import { periodOf, type QueueFilter } from './review-view.ts'
import './review.css'

/** Done follow-ups before a manager, one at a time; A approves, R rejects, J and K move. */
export function ReviewScreen() {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  const [filter, setFilter] = useState<QueueFilter>({ ...periodOf('week', today), staffId: null, show: 'unreviewed' })
  // Each opening of the queue is its own: what is judged in it keeps its place until it is opened anew.
  const [opening, setOpening] = useState(0)
  const queue = useRead('followUps.reviewQueue', filter)
  return (
    <Page>
      <PageHeader title={t('review.title')} />
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
