import { CheckOutlined, CloseOutlined, QuestionOutlined } from '@ant-design/icons'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { TimeText } from '../../components/ui/Values.tsx'

type Props = {
  readonly queue: readonly ReviewItem[]
  readonly at: number
  readonly onGo: (index: number) => void
  readonly ref: Ref<HTMLDivElement>
}

export function QueueList({ queue, at, onGo, ref }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="rv-list" aria-label={t('review.queue')} ref={ref}>
      {queue.map((item, index) => (
        <button
          key={item.followUpId}
          type="button"
          className="rv-item"
          aria-current={index === at}
          onClick={() => onGo(index)}
        >
          <Mark item={item} />
          <span className="rv-item-name">
            <strong>{item.customerName}</strong> <span className="np-muted">{item.staffName}</span>
          </span>
          <span className="np-muted">
            <TimeText value={item.doneAt} />
          </span>
        </button>
      ))}
    </nav>
  )
}

function Mark({ item }: { readonly item: ReviewItem }) {
  const { t } = useTranslation()
  if (item.review === 'approved') return <CheckOutlined className="fl-green" aria-label={t('codes.review.approved')} />
  if (item.review === 'rejected') return <CloseOutlined className="fl-red" aria-label={t('codes.review.rejected')} />
  if (item.suspicions.length > 0) return <QuestionOutlined className="fl-amber" aria-label={t('review.questions')} />
  return <span />
}
