import { useTranslation } from 'react-i18next'
import { KeyCaps } from './KeyCaps.tsx'
import type { ShortcutId } from './shortcuts.ts'

type Hint = ShortcutId | { readonly of: readonly ShortcutId[]; readonly does: string }

/** Keys of a screen in one quiet line; several that belong together under one word. */
export function KeyHints({ hints }: { readonly hints: readonly Hint[] }) {
  const { t } = useTranslation()
  return (
    <p className="np-key-hints">
      {hints.map((hint) => {
        const { of, does } = typeof hint === 'string' ? { of: [hint], does: t(`shortcuts.does.${hint}`) } : hint
        return (
          <span key={does}>
            {of.map((id) => (
              <KeyCaps key={id} of={id} isShort />
            ))}
            {does}
          </span>
        )
      })}
    </p>
  )
}
