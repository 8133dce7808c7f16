/** What somebody has begun to write: nothing but JSON, of whatever form the page gives it. */
export type DraftValue =
  | string
  | number
  | boolean
  | null
  | readonly DraftValue[]
  | { readonly [name: string]: DraftValue }
export type DraftContent = { readonly [name: string]: DraftValue }

/** Characters of its JSON; the longest form holds about a tenth of it. */
export const DRAFT_LENGTH = 20_000
/** Of one person; the oldest give way. */
export const DRAFTS_KEPT = 200
export const DRAFT_DAYS = 14

const DEEPEST = 8

/** Never written down before they are hashed: forms may have such fields, drafts may not, at any depth. */
const SECRET_NAMES: readonly string[] = ['secret', 'password', 'repeat', 'pin', 'recoveryCode']
/** Would reach what all objects have in common where a form lays values over its own. */
const UNSAFE_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype']

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isKept(name: string): boolean {
  return !SECRET_NAMES.includes(name) && !UNSAFE_NAMES.includes(name)
}

function isDraftValue(value: unknown, deeper: number): value is DraftValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (deeper === 0) return false
  if (Array.isArray(value)) return value.every((one) => isDraftValue(one, deeper - 1))
  return isRecord(value) && Object.entries(value).every(([name, one]) => isKept(name) && isDraftValue(one, deeper - 1))
}

/** Whether it may be kept as it is: an object of plain values, not deep, small, without secrets. Also of hostile input. */
export function isDraftContent(value: unknown): value is DraftContent {
  return isRecord(value) && isDraftValue(value, DEEPEST) && JSON.stringify(value).length <= DRAFT_LENGTH
}

/** What of a form's values may be kept: secrets and what JSON does not know left out, in lists as null. */
export function draftable(values: object): DraftContent {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const kept = isKept(name) ? draftableValue(value) : undefined
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

function draftableValue(value: unknown): DraftValue | undefined {
  if (Array.isArray(value)) return value.map((one) => draftableValue(one) ?? null)
  if (isRecord(value)) return draftable(value)
  return isDraftValue(value, 0) ? value : undefined
}
