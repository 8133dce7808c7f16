import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../../components/keys/KeyCaps.tsx'
import { SHORTCUT_SCOPES, SHORTCUTS, type ShortcutId, type ShortcutScope } from '../../components/keys/shortcuts.ts'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { useLiveShortcuts } from '../../components/keys/use-shortcuts.ts'
import { usePalette } from '../../stores/palette.ts'
import './palette.css'

/** The keys that work on this screen for this person, and those that work everywhere. */
export function ShortcutsOverlay() {
  const { t } = useTranslation()
  const close = usePalette((state) => state.close)
  const live = useLiveShortcuts()
  useReturnFocus()
  const scopes = SHORTCUT_SCOPES.map((scope) => [scope, live.filter((id) => SHORTCUTS[id].scope === scope)] as const)
  return (
    <Modal
      open
      title={t('shortcuts.title')}
      width="min(50rem, calc(100vw - 2rem))"
      footer={null}
      closable={{ 'aria-label': t('common.close') }}
      scrollLock={false}
      transitionName=""
      maskTransitionName=""
      onCancel={close}
    >
      <p className="np-muted">{t('shortcuts.note')}</p>
      <div className="ks-columns">
        {scopes.map(([scope, ids]) => ids.length > 0 && <Scope key={scope} scope={scope} ids={ids} />)}
      </div>
    </Modal>
  )
}

function Scope({ scope, ids }: { readonly scope: ShortcutScope; readonly ids: readonly ShortcutId[] }) {
  const { t } = useTranslation()
  return (
    <section className="ks-scope" aria-labelledby={`ks-${scope}`}>
      <h3 id={`ks-${scope}`}>{t(`shortcuts.scope.${scope}`)}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id}>
            <dt>{t(`shortcuts.does.${id}`)}</dt>
            <dd>
              <KeyCaps of={id} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
