import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraftState } from '../../components/drafts/use-draft-state.ts'
import { KeyHints } from '../../components/keys/KeyHints.tsx'

type Props = {
  readonly item: ReviewItem
  readonly isOwn: boolean
  readonly isPending: boolean
  readonly isRejecting: boolean
  readonly onRejecting: (isRejecting: boolean) => void
  readonly onVerdict: (verdict: 'approved' | 'rejected' | null, note: string | null) => void
  readonly onMove: (step: 1 | -1) => void
}

/** The verdict: approve at once, reject with a note; next and previous. */
export function VerdictBar(props: Props) {
  const { item, isOwn, isPending, isRejecting, onRejecting, onVerdict, onMove } = props
  const { t } = useTranslation()
  return (
    <div className="rv-verdict">
      {isOwn && <p className="np-muted">{t('review.own')}</p>}
      {item.review !== null && <Verdict item={item} onTakeBack={() => onVerdict(null, null)} isOwn={isOwn} />}
      {isRejecting && (
        <RejectNote
          followUpId={item.followUpId}
          isPending={isPending}
          onReject={(note) => onVerdict('rejected', note)}
          onClose={() => onRejecting(false)}
        />
      )}
      <div className="rv-buttons">
        <Button type="primary" disabled={isOwn} loading={isPending} onClick={() => onVerdict('approved', null)}>
          {t('review.approve')}
        </Button>
        <Button danger disabled={isOwn} onClick={() => onRejecting(true)}>
          {t('review.reject')}
        </Button>
        <span className="rv-space" />
        <Button onClick={() => onMove(-1)}>{t('review.previous')}</Button>
        <Button onClick={() => onMove(1)}>{t('review.next')}</Button>
      </div>
      <KeyHints hints={['approve', 'reject', { of: ['listNext', 'listPrevious'], does: t('review.keys.move') }]} />
    </div>
  )
}

type VerdictProps = { readonly item: ReviewItem; readonly isOwn: boolean; readonly onTakeBack: () => void }

function Verdict({ item, isOwn, onTakeBack }: VerdictProps) {
  const { t } = useTranslation()
  if (item.review === null) return null
  return (
    <p>
      <strong className={item.review === 'approved' ? 'fl-green' : 'fl-red'}>{t(`codes.review.${item.review}`)}</strong>{' '}
      {item.reviewedByName !== null && (
        <span className="np-muted">{t('review.verdictBy', { name: item.reviewedByName })}</span>
      )}{' '}
      {item.reviewNote}
      {!isOwn && (
        <Button type="link" size="small" onClick={onTakeBack}>
          {t('review.takeBack')}
        </Button>
      )}
    </p>
  )
}

type NoteProps = {
  readonly followUpId: string
  readonly isPending: boolean
  readonly onReject: (note: string) => void
  readonly onClose: () => void
}

function RejectNote({ followUpId, isPending, onReject, onClose }: NoteProps) {
  const { t } = useTranslation()
  const { values, say, draft } = useDraftState({ form: 'review', subject: followUpId, initial: { note: '' } })
  const { note } = values
  const [isMissing, setMissing] = useState(false)
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus(), [])
  const reject = () => {
    if (note.trim() === '') {
      setMissing(true)
      input.current?.focus()
    } else onReject(note.trim())
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <div
        className="rv-reject"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      >
        <Input
          ref={input}
          maxLength={300}
          value={note}
          aria-label={t('review.rejectNote')}
          placeholder={t('review.rejectNote')}
          onChange={(event) => say({ note: event.target.value })}
          onPressEnter={reject}
          {...(isMissing && note.trim() === '' ? { status: 'error' as const } : {})}
        />
        <Button danger type="primary" loading={isPending} onClick={reject}>
          {t('review.rejectOk')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </>
  )
}
