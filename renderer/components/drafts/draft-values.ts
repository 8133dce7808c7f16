import type { DraftContent, DraftValue } from '../../../shared/values/draft-content.ts'

/** What is kept of a form: the fields that were changed, and how they stood before; with its name and way back, for a list. */
export type DraftParts = {
  readonly values: DraftContent
  /** How the changed fields stood when they were changed; null where there was nothing before that could change since. */
  readonly base: DraftContent | null
  /** Whom or what it is about, in words; null where that says nothing. */
  readonly about: string | null
  /** Where to go on, below `#`; null for what is not worth being listed. */
  readonly path: string | null
}

function isFields(value: DraftValue | undefined): value is DraftContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An empty field, one that was never touched, and a group of such: nothing was said. Null is an answer of its own. */
function isNothing(value: DraftValue | undefined): boolean {
  if (value === undefined || value === '') return true
  return isFields(value) && Object.values(value).every(isNothing)
}

/** Whether two values of a field say the same. */
export function isSame(one: DraftValue | undefined, other: DraftValue | undefined): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other)
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => isSame(value, other[at]))
  }
  if (isFields(one) && isFields(other)) {
    return [...Object.keys(one), ...Object.keys(other)].every((name) => isSame(one[name], other[name]))
  }
  return one === other
}

const fieldsOf = (content: DraftContent, isWanted: (name: string, value: DraftValue) => boolean): DraftContent =>
  Object.fromEntries(Object.entries(content).filter(([name, value]) => isWanted(name, value)))

export function isEmpty(content: DraftContent): boolean {
  return Object.keys(content).length === 0
}

/** The fields that say something else than they did at first; one that was emptied altogether is null. */
export function changedFrom(initial: DraftContent, values: DraftContent): DraftContent {
  const emptied = Object.keys(initial).filter((name) => !(name in values) && !isNothing(initial[name]))
  return {
    ...Object.fromEntries(emptied.map((name) => [name, null])),
    ...fieldsOf(values, (name, value) => !isSame(value, initial[name])),
  }
}

/** How these fields stand in `content`; null where they do not. */
export function standing(names: readonly string[], content: DraftContent): DraftContent {
  return Object.fromEntries(names.map((name) => [name, content[name] ?? null]))
}

export function without(content: DraftContent, names: readonly string[]): DraftContent {
  return fieldsOf(content, (name) => !names.includes(name))
}

/**
 * What comes back into a form that stands as `now`. `fresh` may be laid over it; `stale` may not without being asked, because
 * somebody has changed those fields since. What says the same as the form does already is neither.
 */
export function layOver(parts: DraftParts, now: DraftContent): { fresh: DraftContent; stale: DraftContent } {
  const { values, base } = parts
  const differs = (name: string, value: DraftValue) => !isSame(value, now[name])
  // A field that was nothing is kept as null in the base.
  const hasMoved = (name: string) => base !== null && !isSame(base[name] ?? '', now[name] ?? '')
  return {
    fresh: fieldsOf(values, (name, value) => differs(name, value) && !hasMoved(name)),
    stale: fieldsOf(values, (name, value) => differs(name, value) && hasMoved(name)),
  }
}

export function toContent({ values, base, about, path }: DraftParts): DraftContent {
  return { values, base, about, path }
}

/** What was kept, as this program or another one has written it. */
export function partsOf(content: DraftContent): DraftParts {
  const { values, base, about, path } = content
  return {
    values: isFields(values) ? values : {},
    base: isFields(base) ? base : null,
    about: typeof about === 'string' ? about : null,
    path: typeof path === 'string' && path.startsWith('/') ? path : null,
  }
}

/** The longest text somebody wrote, to recognise a draft by; null when none was. */
export function excerptOf(values: DraftContent): string | null {
  const texts = Object.values(values).flatMap((value) => {
    if (typeof value === 'string') return [value]
    const inner = isFields(value) ? excerptOf(value) : null
    return inner === null ? [] : [inner]
  })
  const longest = texts.toSorted((one, other) => other.length - one.length)[0]?.trim() ?? ''
  return longest === '' ? null : longest
}
