import { CloseOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeptDraft } from '../../../shared/contract/drafts.ts'
import { discardDraft, useDrafts } from '../../stores/drafts.ts'
import { type DraftParts, excerptOf, partsOf } from './draft-values.ts'
import './drafts.css'
import { useWhen } from './use-when.ts'

const SHOWN = 4

export type OpenDraft = DraftParts & Pick<KeptDraft, 'form' | 'subject' | 'savedAt'>

type Props = {
  /** Those that belong here; without it all there are. */
  readonly where?: (draft: OpenDraft) => boolean
  /** The form that stands open on this screen: it says itself what came back, and a line about it would push it down while one types. */
  readonly inSight?: Pick<OpenDraft, 'form' | 'subject'>
}

/** What the person has begun and not finished, each with the way back to it; nothing where there is nothing. */
export function OpenDrafts({ where, inSight }: Props) {
  const { t } = useTranslation()
  const kept = useDrafts((state) => state.kept)
  const drafts = Object.values(kept)
    .map((draft) => ({ ...draft, ...partsOf(draft.content) }))
    .filter((draft) => draft.path !== null && (where === undefined || where(draft)))
    .filter(({ form, subject }) => form !== inSight?.form || subject !== inSight.subject)
    .toSorted((one, other) => other.savedAt - one.savedAt)
  if (drafts.length === 0) return null
  return (
    <div className="df-open" role="status">
      <span>
        <HistoryOutlined aria-hidden />{' '}
        {where === undefined ? t('drafts.open', { count: drafts.length }) : t('drafts.openHere')}
      </span>
      {drafts.slice(0, SHOWN).map((draft) => (
        <OneDraft key={`${draft.form} ${draft.subject}`} draft={draft} />
      ))}
      {drafts.length > SHOWN && <span className="np-muted">{t('drafts.more', { count: drafts.length - SHOWN })}</span>}
    </div>
  )
}

function OneDraft({ draft }: { readonly draft: OpenDraft }) {
  const { t, i18n } = useTranslation()
  const when = useWhen()
  // A newer program may have kept a form that has no name here.
  const key = `drafts.form.${draft.form}`
  const form = i18n.exists(key) ? t(key as 'drafts.form.visit') : draft.form
  const what = draft.about === null ? form : t('drafts.item', { form, about: draft.about })
  const excerpt = excerptOf(draft.values)
  return (
    <span className="df-one">
      <Link to={draft.path ?? '/'} title={excerpt ?? undefined}>
        {what}
      </Link>{' '}
      <span className="np-muted np-num">{when(draft.savedAt)}</span>
      <Popconfirm
        title={t('drafts.dropTitle')}
        description={excerpt === null ? undefined : <span className="df-excerpt">{excerpt}</span>}
        okText={t('drafts.dropOk')}
        cancelText={t('common.cancel')}
        onConfirm={() => discardDraft(draft)}
      >
        <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('drafts.drop', { what })} />
      </Popconfirm>
    </span>
  )
}
