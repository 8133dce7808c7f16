/** Where a key works: on every screen, or on one of them. */
export const SHORTCUT_SCOPES = ['everywhere', 'go', 'here', 'form'] as const
export type ShortcutScope = (typeof SHORTCUT_SCOPES)[number]

export type Shortcut = {
  readonly scope: ShortcutScope
  /** Any of these does it: one key, with `Mod+` for Ctrl (⌘ on a Mac), or two one after the other (`g t`). */
  readonly keys: readonly string[]
  /** Also while somebody types or a dialog is open: those of its keys that type nothing. */
  readonly always?: true
}

const table = {
  palette: { scope: 'everywhere', keys: ['Mod+k'], always: true },
  shortcuts: { scope: 'everywhere', keys: ['?', '\uFF1F', 'Mod+/'], always: true },
  newVisit: { scope: 'everywhere', keys: ['n'] },
  newAnonymous: { scope: 'everywhere', keys: ['m'] },
  switchPerson: { scope: 'everywhere', keys: ['F2'], always: true },
  lock: { scope: 'everywhere', keys: ['Mod+l'], always: true },
  undo: { scope: 'everywhere', keys: ['Mod+z'] },
  goToday: { scope: 'go', keys: ['g t'] },
  goVisits: { scope: 'go', keys: ['g v'] },
  goLeads: { scope: 'go', keys: ['g l'] },
  goBoard: { scope: 'go', keys: ['g b'] },
  goLevers: { scope: 'go', keys: ['g m'] },
  goReview: { scope: 'go', keys: ['g r'] },
  goImport: { scope: 'go', keys: ['g i'] },
  goSettings: { scope: 'go', keys: ['g s'] },
  listNext: { scope: 'here', keys: ['j', 'ArrowDown'] },
  listPrevious: { scope: 'here', keys: ['k', 'ArrowUp'] },
  openFollowUp: { scope: 'here', keys: ['Enter'] },
  search: { scope: 'here', keys: ['/'] },
  gridMove: { scope: 'here', keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'] },
  gridOpen: { scope: 'here', keys: ['Enter'] },
  gridSelect: { scope: 'here', keys: ['Space', 'Shift+ArrowDown'] },
  gridSelectAll: { scope: 'here', keys: ['Mod+a'] },
  cardWalk: { scope: 'here', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  cardOpen: { scope: 'here', keys: ['Enter'] },
  cardLift: { scope: 'here', keys: ['Space'] },
  cardMove: { scope: 'here', keys: ['Space ArrowRight', 'Space ArrowLeft'] },
  leadFollowUp: { scope: 'here', keys: ['f'] },
  leadTestDrive: { scope: 'here', keys: ['t'] },
  leadPlan: { scope: 'here', keys: ['p'] },
  leadOrder: { scope: 'here', keys: ['o'] },
  leadLose: { scope: 'here', keys: ['x'] },
  leadAssign: { scope: 'here', keys: ['a'] },
  approve: { scope: 'here', keys: ['a'] },
  reject: { scope: 'here', keys: ['r'] },
  save: { scope: 'form', keys: ['Mod+Enter'] },
  choose: { scope: 'form', keys: ['1–9'] },
  leaveForm: { scope: 'form', keys: ['Esc'] },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutId = keyof typeof table

/** Every key of the program, once: what listens, what hints at it on screen and the overview all read it here. */
export const SHORTCUTS: Readonly<Record<ShortcutId, Shortcut>> = table
export const SHORTCUT_IDS = Object.keys(table) as readonly ShortcutId[]

/** A key as somebody pressed it. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** True for one key of the table; `Mod` is either of Ctrl and ⌘, so that a Windows keyboard at a Mac works too. */
export function isPressed(combination: string, { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  const wantsMod = combination.startsWith('Mod+')
  const wanted = wantsMod ? combination.slice('Mod+'.length) : combination
  if (wantsMod !== (ctrlKey || metaKey) || altKey) return false
  const isLetter = /^[a-z]$/.test(wanted)
  // Caps lock turns the letter and not its meaning; Shift with a letter is another key.
  return isLetter ? key.toLowerCase() === wanted && !shiftKey : key === wanted
}
