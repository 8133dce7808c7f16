import { App } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { useSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useUndone } from '../../components/undo/use-undone.ts'
import { dropDraft } from '../../stores/drafts.ts'
import { QueueList } from './QueueList.tsx'
import { ReviewRecord } from './ReviewRecord.tsx'
import { type Judged, nextUnjudged, queueOf } from './review-view.ts'
import { VerdictBar } from './VerdictBar.tsx'

/** The queue on the left, one record on the right. */
export function ReviewQueue({ latest }: { readonly latest: readonly ReviewItem[] }) {
  const { t } = useTranslation()
  const [opened] = useState(latest)
  const { judged, judge, isPending } = useVerdicts()
  const [at, setAt] = useState(0)
  const [isRejecting, setRejecting] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const { me } = useSession()
  const queue = queueOf(opened, latest, judged)
  const item = queue[at]

  const go = (index: number) => {
    if (queue[index] === undefined) return
    setRejecting(false)
    setAt(index)
    list.current?.querySelectorAll<HTMLElement>('button')[index]?.focus()
  }
  const say = (verdict: 'approved' | 'rejected' | null, note: string | null) => {
    if (item === undefined || isPending) return
    judge(item, verdict, note, () => {
      setRejecting(false)
      if (verdict !== null) go(nextUnjudged(queue, at))
    })
  }
  const isOwn = item?.staffId === me.id
  useShortcuts({
    listNext: () => go(at + 1),
    listPrevious: () => go(at - 1),
    approve: () => !isOwn && say('approved', null),
    reject: () => !isOwn && setRejecting(true),
  })
  if (item === undefined) return <EmptyHint title={t('review.empty')} hint={t('review.emptyHint')} />
  return (
    <div className="rv-columns">
      <QueueList ref={list} queue={queue} at={at} onGo={go} />
      <div className="rv-record">
        <ReviewRecord item={item} position={{ at: at + 1, total: queue.length, judged: judged.size }} />
        <VerdictBar
          key={item.followUpId}
          item={item}
          isOwn={isOwn}
          isPending={isPending}
          isRejecting={isRejecting}
          onRejecting={setRejecting}
          onVerdict={say}
          onMove={(step) => go(at + step)}
        />
      </div>
    </div>
  )
}

/** Verdicts of this sitting, by record. */
function useVerdicts() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { me } = useSession()
  const { mutate, isPending } = useAct('followUps.review', {
    said: (_, { verdict }) => t(`review.said.${verdict ?? 'none'}`),
  })
  const [judged, setJudged] = useState<ReadonlyMap<string, Judged>>(new Map())
  // Whatever it was before, the queue says by itself.
  useUndone(['followUps.review'], (id) => setJudged((before) => new Map([...before].filter(([key]) => key !== id))))
  const judge = (item: ReviewItem, review: Judged['review'], reviewNote: string | null, onDone: () => void) =>
    mutate(
      { followUpId: item.followUpId, verdict: review, note: reviewNote },
      {
        onSuccess: () => {
          dropDraft({ form: 'review', subject: item.followUpId })
          const verdict = { review, reviewNote, reviewedByName: review === null ? null : me.name }
          setJudged((before) => new Map(before).set(item.followUpId, verdict))
          onDone()
        },
        onError: (error) => void message.error(failureText(error)),
      },
    )
  return { judged, judge, isPending }
}
