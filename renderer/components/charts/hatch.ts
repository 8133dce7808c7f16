const SIZE = 6

/**
 * Diagonal lines of a colour: what is uncertain or not known, told without colour. A plain colour where the canvas refuses.
 * Make it once (useMemo), not for every mark.
 */
export function hatch(colour: string, ground: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = SIZE
  tile.height = SIZE
  const pen = tile.getContext('2d')
  if (pen === null) return colour
  pen.fillStyle = ground
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.strokeStyle = colour
  pen.lineWidth = 1.5
  for (const shift of [-SIZE, 0, SIZE]) {
    pen.moveTo(shift - 1, SIZE + 1)
    pen.lineTo(shift + SIZE + 1, -1)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? colour
}
