import { HistoryOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DraftContent } from '../../../shared/values/draft-content.ts'
import type { Draft, Restored } from './use-draft.ts'
import { useWhen } from './use-when.ts'
import './drafts.css'

const TEXTS_SHOWN = 3
const TEXT_LENGTH = 60

/** One quiet line above a form: what was typed last time is back. Louder only where newer facts stand against it. */
export function DraftNotice({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation()
  const when = useWhen()
  const { restored } = draft
  if (restored === null) return null
  if (Object.keys(restored.stale).length > 0) return <StaleNotice draft={draft} restored={restored} />
  return (
    <p className="df-notice" role="status">
      <HistoryOutlined aria-hidden /> {t('drafts.restored', { when: when(restored.savedAt) })}
      <Button type="link" size="small" onClick={draft.discard}>
        {t('drafts.clear')}
      </Button>
    </p>
  )
}

function StaleNotice({ draft, restored }: { readonly draft: Draft; readonly restored: Restored }) {
  const { t } = useTranslation()
  const when = useWhen()
  const texts = textsOf(restored.stale).map((text) => t('drafts.quoted', { text }))
  return (
    <Alert
      className="df-stale"
      type="warning"
      role="status"
      title={
        <>
          {t(restored.hasFresh ? 'drafts.staleSome' : 'drafts.stale', { when: when(restored.savedAt) })}
          {texts.length > 0 && <div>{t('drafts.yours', { texts: texts.join(' ') })}</div>}
        </>
      }
      action={
        <span className="df-acts">
          <Button size="small" onClick={draft.applyStale}>
            {t('drafts.useMine')}
          </Button>
          <Button size="small" type="text" onClick={draft.discard}>
            {t('drafts.dropMine')}
          </Button>
        </span>
      }
    />
  )
}

/** What somebody wrote themselves; a choice among others is seen in the form as soon as it is put back. */
function textsOf(content: DraftContent): string[] {
  return Object.values(content)
    .flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))
    .slice(0, TEXTS_SHOWN)
    .map((text) => (text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text))
}
