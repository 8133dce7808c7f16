/** How much a showroom has lived through: what the benchmark's stores are told apart by. */
export type StoreSize = { readonly name: string; readonly showrooms: number; readonly days: number }

/** S, M and L of the benchmark: one showroom for a year, for five, and ten showrooms' books in one file. */
export const SIZES = {
  S: { name: 'S', showrooms: 1, days: 365 },
  M: { name: 'M', showrooms: 1, days: 1826 },
  L: { name: 'L', showrooms: 10, days: 1826 },
} as const satisfies Readonly<Record<string, StoreSize>>
export type SizeName = keyof typeof SIZES
