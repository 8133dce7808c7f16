export type Span = { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number }

/** A length of time in the unit in which people say it. */
export function spanOf(minutes: number): Span {
  if (minutes < 120) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}
