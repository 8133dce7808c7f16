import type { TFunction } from 'i18next'
import { CONTROL_POINTS, type ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import type { ShortcutId } from '../../components/keys/shortcuts.ts'
import { SETTINGS_PAGES } from '../../screens/settings/settings-pages.tsx'
import { NAVIGATION, type NavigationKey, placesOf } from '../navigation.ts'
import { ACTION_KEYS, ACTIONS, type Does, type Needs } from './actions.ts'

/** One line of the palette that is not a customer. */
export type PaletteEntry = {
  /** The same in every language and session: what is remembered of it. */
  readonly key: string
  readonly group: 'actions' | 'screens'
  readonly label: string
  /** Where it belongs, in a quiet word. */
  readonly hint: string | null
  /** All it may be looked for by, the label in both languages first. */
  readonly labels: readonly string[]
  readonly words: readonly string[]
  readonly does: Does
  readonly shortcut: ShortcutId | null
}

export type Situation = {
  readonly role: Role
  /** What there is besides: a desktop window, the demo, a page with something to export. */
  readonly has: ReadonlySet<Needs>
  /** The language on screen, and the other one, whose words are understood as well. */
  readonly t: TFunction
  readonly other: TFunction
}

const GO_TO: Readonly<Record<NavigationKey, ShortcutId>> = {
  today: 'goToday',
  visits: 'goVisits',
  leads: 'goLeads',
  board: 'goBoard',
  levers: 'goLevers',
  review: 'goReview',
  import: 'goImport',
  settings: 'goSettings',
}

/** Everything this person may do and see, in the order it is offered while nothing is typed. */
export function entriesOf(situation: Situation): readonly PaletteEntry[] {
  return [...actionsOf(situation), ...screensOf(situation)]
}

type Part = Pick<PaletteEntry, 'key' | 'group' | 'does' | 'shortcut'> & {
  readonly label: (t: TFunction) => string
  readonly words: (t: TFunction) => string
  readonly hint?: string
}

function entryOf({ t, other }: Situation, { label, words, hint, ...rest }: Part): PaletteEntry {
  const labels = [label(t), label(other)]
  const all = `${words(t)} ${words(other)}`.split(' ').filter((word) => word !== '')
  return { ...rest, label: labels[0] ?? '', hint: hint ?? null, labels, words: all }
}

function actionsOf(situation: Situation): PaletteEntry[] {
  return ACTION_KEYS.flatMap((key) => {
    const { roles, does, needs, shortcut = null } = ACTIONS[key]
    if (!roles.includes(situation.role) || (needs !== undefined && !situation.has.has(needs))) return []
    return entryOf(situation, {
      key: `act:${key}`,
      group: 'actions',
      label: (t) => t(`palette.act.${key}`),
      words: (t) => t(`palette.words.${key}`),
      does,
      shortcut,
    })
  })
}

function screensOf(situation: Situation): PaletteEntry[] {
  const { role, t } = situation
  const places = placesOf(role).filter((key) => NAVIGATION.includes(key))
  const screen = (path: string, shortcut: ShortcutId | null, part: Pick<Part, 'label' | 'words' | 'hint'>) =>
    entryOf(situation, { key: `screen:${path}`, group: 'screens', does: { kind: 'go', path }, shortcut, ...part })
  const pages = SETTINGS_PAGES.filter(({ roles }) => places.includes('settings') && roles.includes(role))
  return [
    ...places.map((key) =>
      screen(`/${key}`, GO_TO[key], {
        label: (words) => words(`common.nav.${key}`),
        words: (words) => words(`palette.places.${key}`),
      }),
    ),
    ...(places.includes('board') ? CONTROL_POINTS : []).map((key: ControlPointKey, at) =>
      screen(`/board/${key}`, null, {
        label: (words) => words(`board.point.${key}`),
        words: (words) => `${at + 1} ${words(`palette.places.${key}`)}`,
        hint: t('palette.point', { number: at + 1 }),
      }),
    ),
    ...pages.map(({ key, label }) =>
      screen(`/settings/${key}`, null, {
        label,
        words: (words) => wordsOfPage(words, key),
        hint: t('palette.setting'),
      }),
    ),
  ]
}

/** A page of the settings is found by its name even where nobody has thought of other words for it. */
function wordsOfPage(t: TFunction, key: string): string {
  return t(`palette.settings.${key}` as 'palette.settings', { defaultValue: '' })
}
