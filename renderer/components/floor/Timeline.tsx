import {
  CloseCircleOutlined,
  FlagOutlined,
  PhoneOutlined,
  ShopOutlined,
  TagOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/contract/leads.ts'
import { useSession } from '../../api/session.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { GradeTag } from '../ui/GradeTag.tsx'

const ICONS: Record<TimelineEntry['kind'], ReactNode> = {
  visit: <ShopOutlined aria-hidden />,
  follow_up: <PhoneOutlined aria-hidden />,
  grade: <TagOutlined aria-hidden />,
  status: <FlagOutlined aria-hidden />,
  owner: <UserSwitchOutlined aria-hidden />,
  loss_request: <CloseCircleOutlined aria-hidden />,
}

/** A lead's story, in the order given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const format = useFormats()
  const year = useSession().today.slice(0, 4)
  return (
    <ol className="fl-timeline">
      {entries.map((entry) => (
        <li key={`${entry.kind}-${entry.id}`} data-kind={entry.kind}>
          <span className="fl-timeline-icon">{ICONS[entry.kind]}</span>
          <div>
            <div className="fl-timeline-head">
              <Headline entry={entry} />
              <span className="np-muted">{entry.byName}</span>
              <time className="np-num" title={format.fullDateTime(entry.at)}>
                {format.dayOf(entry.at).startsWith(year) ? format.dateTime(entry.at) : format.fullDateTime(entry.at)}
              </time>
            </div>
            <Note entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Headline({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  switch (entry.kind) {
    case 'visit':
      return <Arrival entry={entry} />
    case 'follow_up':
      return <Contact entry={entry} />
    case 'grade':
      return (
        <span>
          {t('leads.timeline.graded')} <GradeTag bucket={entry.value} />
        </span>
      )
    case 'status':
      return <strong>{word('status', entry.value)}</strong>
    case 'owner':
      return (
        <span>
          {entry.value === null ? t('leads.timeline.ownerNone') : t('leads.timeline.owner', { name: entry.value })}
        </span>
      )
    case 'loss_request':
      return <LossRequest entry={entry} />
  }
}

function Arrival({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  if (entry.value === 'phone') return <strong>{t('codes.visitKind.phone')}</strong>
  return <strong>{entry.outcome === 'first' ? t('leads.timeline.firstVisit') : t('leads.timeline.again')}</strong>
}

function Contact({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const format = useFormats()
  const isLate = entry.dueOn !== null && entry.dueOn < format.dayOf(entry.at)
  return (
    <>
      <strong>{word('method', entry.method)}</strong>
      <span>{word('outcome', entry.outcome)}</span>
      {isLate && <span className="fl-amber">{t('leads.timeline.late', { date: format.dayMonth(entry.dueOn) })}</span>}
      {entry.review !== null && (
        <span className={entry.review === 'approved' ? 'fl-green' : 'fl-red'}>{word('review', entry.review)}</span>
      )}
    </>
  )
}

function LossRequest({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const decision = entry.outcome === 'confirmed' || entry.outcome === 'refused' ? entry.outcome : 'pending'
  return (
    <>
      <strong>{t('leads.timeline.lossRequest', { reason: word('lossReason', entry.value) })}</strong>
      <span className="np-muted">{t(`leads.timeline.decision.${decision}`)}</span>
    </>
  )
}

const COMES_BACK = ['visit', 'contact'] as const

function Note({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  if (entry.note === null) return null
  const wokenBy = COMES_BACK.find((one) => one === entry.note)
  const text =
    entry.kind !== 'status'
      ? entry.note
      : wokenBy === undefined
        ? word('lossReason', entry.note)
        : t(`leads.timeline.wokenBy.${wokenBy}`)
  return <p className="fl-note">{text}</p>
}
