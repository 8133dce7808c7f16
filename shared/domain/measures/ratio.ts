/** part / whole in full precision; null when there is no whole (domain.md 4: never 0) or either is unknown. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}

/** N x K x F x C for known rates, or null as soon as one is not known. */
export function chain(...factors: readonly (number | null)[]): number | null {
  let product = 1
  for (const factor of factors) {
    if (factor === null) return null
    product *= factor
  }
  return product
}

/** The sum, or null as soon as one term is not known. */
export function sumKnown(terms: readonly (number | null)[]): number | null {
  let sum = 0
  for (const term of terms) {
    if (term === null) return null
    sum += term
  }
  return sum
}
