export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type Size = { readonly width: number; readonly height: number }
export type Place = { readonly left: number; readonly top: number }

/** Between the card and what it points at, and between the card and the edge of the window. */
export const CARD_GAP = 12
const EDGE = 8
/** At the foot of the window lies the bar that takes the last act back. */
const FOOT = 52

/**
 * Where a card stands that speaks of something on screen: beside it (right, left, below, above, the first that has room), or, where
 * none has, in the corner in which it hides least of it. Always within the window. Pixels of the window.
 */
export function placeCard(target: Box | null, card: Size, window: Size): Place {
  const most = {
    left: Math.max(EDGE, window.width - card.width - EDGE),
    top: Math.max(EDGE, window.height - card.height - EDGE),
  }
  if (target === null) return { left: most.left, top: Math.max(EDGE, most.top - FOOT) }
  const within = ({ left, top }: Place): Place => ({
    left: Math.min(Math.max(EDGE, left), most.left),
    top: Math.min(Math.max(EDGE, top), most.top),
  })
  const beside: readonly Place[] = [
    { left: target.left + target.width + CARD_GAP, top: target.top },
    { left: target.left - CARD_GAP - card.width, top: target.top },
    { left: target.left, top: target.top + target.height + CARD_GAP },
    { left: target.left, top: target.top - CARD_GAP - card.height },
  ]
  const free = beside.map(within).find((place) => overlap({ ...place, ...card }, target) === 0)
  if (free !== undefined) return free
  const corners: readonly Place[] = [
    { left: most.left, top: most.top },
    { left: EDGE, top: most.top },
    { left: most.left, top: EDGE },
    { left: EDGE, top: EDGE },
  ]
  const hides = (place: Place) => overlap({ ...place, ...card }, target)
  return corners.reduce((best, corner) => (hides(corner) < hides(best) ? corner : best))
}

/** The area two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}
