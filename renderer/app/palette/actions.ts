import { EVERYONE, MANAGERS, OWNER, SALES } from '../../../shared/contract/operation.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import type { ShortcutId } from '../../components/keys/shortcuts.ts'
import { asking, type LeadAsk } from '../asks.ts'

/** What an action does: goes somewhere, asks for a customer first, or acts where one is. */
export type Does =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'customer'; readonly ask: LeadAsk }
  | { readonly kind: 'act'; readonly act: PaletteAct }

/** Acts without a screen of their own; use-palette-acts.ts carries them out. */
export type PaletteAct =
  | 'print'
  | 'exportPage'
  | 'savePdf'
  | 'backUp'
  | 'switchPerson'
  | 'lock'
  | 'language'
  | 'light'
  | 'dark'
  | 'system'
  | 'largerText'
  | 'smallerText'
  | 'shortcuts'
  | 'tour'
  | 'leaveDemo'
  | 'showData'

/** What must be there for an action: a desktop window, the demo showroom, a page that can be exported. */
export type Needs = 'shell' | 'demo' | 'export'

export type PaletteAction = {
  readonly roles: readonly Role[]
  readonly does: Does
  readonly needs?: Needs
  readonly shortcut?: ShortcutId
}

const act = (name: PaletteAct): Does => ({ kind: 'act', act: name })
const go = (path: string): Does => ({ kind: 'go', path })
const customer = (ask: LeadAsk): Does => ({ kind: 'customer', ask })

const table = {
  logVisit: { roles: EVERYONE, does: go(asking('/visits', 'visit')), shortcut: 'newVisit' },
  logAnonymous: { roles: EVERYONE, does: go(asking('/visits', 'anonymous')), shortcut: 'newAnonymous' },
  followUp: { roles: SALES, does: customer('followUp') },
  testDrive: { roles: SALES, does: customer('testDrive') },
  plan: { roles: SALES, does: customer('plan') },
  order: { roles: SALES, does: customer('order') },
  lose: { roles: SALES, does: customer('loss') },
  assign: { roles: MANAGERS, does: customer('assign') },
  print: { roles: EVERYONE, does: act('print') },
  exportPage: { roles: EVERYONE, does: act('exportPage'), needs: 'export' },
  savePdf: { roles: EVERYONE, does: act('savePdf'), needs: 'shell' },
  importFile: { roles: MANAGERS, does: go('/import') },
  setTargets: { roles: MANAGERS, does: go('/settings/targets') },
  countDoor: { roles: MANAGERS, does: go('/settings/doorCounts') },
  addPerson: { roles: OWNER, does: go('/settings/people') },
  backUp: { roles: OWNER, does: act('backUp') },
  showData: { roles: OWNER, does: act('showData'), needs: 'shell' },
  switchPerson: { roles: EVERYONE, does: act('switchPerson'), shortcut: 'switchPerson' },
  lock: { roles: EVERYONE, does: act('lock'), shortcut: 'lock' },
  language: { roles: EVERYONE, does: act('language') },
  light: { roles: EVERYONE, does: act('light') },
  dark: { roles: EVERYONE, does: act('dark') },
  system: { roles: EVERYONE, does: act('system') },
  largerText: { roles: EVERYONE, does: act('largerText') },
  smallerText: { roles: EVERYONE, does: act('smallerText') },
  shortcuts: { roles: EVERYONE, does: act('shortcuts'), shortcut: 'shortcuts' },
  tour: { roles: EVERYONE, does: act('tour') },
  leaveDemo: { roles: EVERYONE, does: act('leaveDemo'), needs: 'demo' },
} as const satisfies Readonly<Record<string, PaletteAction>>

export type ActionKey = keyof typeof table
export const ACTIONS: Readonly<Record<ActionKey, PaletteAction>> = table
export const ACTION_KEYS = Object.keys(table) as readonly ActionKey[]
