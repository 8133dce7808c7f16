import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTCUTS, type ShortcutId } from './shortcuts.ts'
import './keys.css'

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)
const SIGNS: Readonly<Partial<Record<string, string>>> = {
  Mod: IS_MAC ? '⌘' : 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
/** The same key on a Chinese keyboard: understood, and not worth a cap of its own. */
const TWINS = ['\uFF1F']

/** What a keyboard's caps say. */
export function useCapText(): (key: string) => string {
  const { t } = useTranslation()
  return (key) => {
    if (key === 'Space') return t('shortcuts.space')
    return SIGNS[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key)
  }
}

type Props = {
  readonly of: ShortcutId
  /** Only its first way: where there is no room for two. */
  readonly isShort?: boolean
}

/** The keys of a shortcut as caps. */
export function KeyCaps({ of: id, isShort = false }: Props) {
  const { t } = useTranslation()
  const textOf = useCapText()
  const ways = SHORTCUTS[id].keys.filter((keys) => !TWINS.includes(keys)).slice(0, isShort ? 1 : undefined)
  return (
    <span className="np-keys">
      {ways.map((way, nth) => (
        <Fragment key={way}>
          {nth > 0 && <span className="np-keys-then">{t('shortcuts.or')}</span>}
          {way.split(' ').map((combination, at) => (
            <Fragment key={combination}>
              {at > 0 && <span className="np-keys-then">{t('shortcuts.andThen')}</span>}
              {combination.split('+').map((key) => (
                <kbd key={key}>{textOf(key)}</kbd>
              ))}
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
