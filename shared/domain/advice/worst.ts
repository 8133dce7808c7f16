/** The item with the greatest weight above 0, the first of equals; null when there is none. */
export function greatest<T>(items: readonly T[], weightOf: (item: T) => number): T | null {
  let best: T | null = null
  let bestWeight = 0
  for (const item of items) {
    const weight = weightOf(item)
    if (weight > bestWeight) {
      best = item
      bestWeight = weight
    }
  }
  return best
}

type Named = { readonly id: string; readonly name: string }

/** The name behind an id; an id without a name (a person taken out by hand) speaks for itself. */
export function nameOf(named: readonly Named[], id: string): string {
  return named.find((one) => one.id === id)?.name ?? id
}
