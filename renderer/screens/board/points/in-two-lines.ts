/** A text that is too wide for its column, broken at the blank nearest to its middle; without a blank it stays whole. */
export function inTwoLines(text: string): string[] {
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index)
  const middle = text.length / 2
  const at = blanks.reduce<number | null>(
    (best, here) => (best === null || Math.abs(here - middle) < Math.abs(best - middle) ? here : best),
    null,
  )
  return at === null ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
