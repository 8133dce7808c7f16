import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Screen = { readonly id: number; readonly workArea: Rectangle }

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
const placement = z.object({ bounds: rectangle, isMaximized: z.boolean() })
export type Placement = z.infer<typeof placement>

/** By the screens that are plugged in: a window comes back to where it was on this desk, not where it was at home. */
const placements = z.record(z.string(), placement)
export type Placements = z.infer<typeof placements>

export const SMALLEST = { width: 1024, height: 720 } as const
const USUAL = { width: 1440, height: 900 } as const

/** Names an arrangement of screens: their places and sizes, whatever the system calls them today. */
export function deskOf(screens: readonly Screen[]): string {
  return screens
    .map(({ workArea: { x, y, width, height } }) => `${x},${y},${width}x${height}`)
    .toSorted()
    .join(' ')
}

/** Where the window opens: as it was left on these screens, never out of sight; else in the middle of the first. */
export function placeOn(screens: readonly Screen[], kept: Placements): Placement {
  const before = kept[deskOf(screens)]
  const home = screens.find(({ workArea }) => before !== undefined && holds(workArea, before.bounds))
  if (before !== undefined && home !== undefined) {
    return { bounds: within(home.workArea, before.bounds), isMaximized: before.isMaximized }
  }
  const area = screens[0]?.workArea ?? { x: 0, y: 0, ...USUAL }
  const width = Math.min(USUAL.width, area.width)
  const height = Math.min(USUAL.height, area.height)
  const middle = {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  }
  return { bounds: { ...middle, width, height }, isMaximized: false }
}

/** The middle of its title bar is on this screen: somebody can take hold of it. */
function holds(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const middle = x + width / 2
  return middle >= area.x && middle < area.x + area.width && y >= area.y && y < area.y + area.height
}

function within(area: Rectangle, bounds: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  const x = Math.min(Math.max(bounds.x, area.x), area.x + area.width - width)
  const y = Math.min(Math.max(bounds.y, area.y), area.y + area.height - height)
  return { x, y, width, height }
}

/** What was kept; nothing when the file is not there or makes no sense: a window's place is not worth a complaint. */
export function readPlacements(file: string): Placements {
  try {
    return placements.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

export function keepPlacement(file: string, screens: readonly Screen[], place: Placement): void {
  try {
    writeFileSync(file, JSON.stringify({ ...readPlacements(file), [deskOf(screens)]: place }))
  } catch {
    // A full disk must not keep the window from closing.
  }
}
