import { describe, expect, it } from 'vitest'
import { placesOf } from '../../renderer/app/navigation.ts'
import { en } from '../../renderer/i18n/en.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { TOURS, type TourStep } from '../../renderer/tour/tour-steps.ts'
import { ROLES } from '../../shared/values/vocabulary.ts'
import { keysOf, readingSeconds, SECONDS } from '../support/keystroke-level.ts'

const { K, P, H, M } = SECONDS
const CLICK = P + K
/** What the acts of the tour take, by the gate's operation: decisions, presses and what is typed. */
const ACTING: Readonly<Record<string, number>> = {
  // Outcome, a sentence, Ctrl+Enter.
  'followUps.log': 2 * M + K + keysOf('周末带爱人来看车，想先试驾') * K + 2 * K,
  // A number, a name, the source, Enter.
  'visits.log': 2 * M + 11 * K + K + keysOf('何先生') * K + 2 * H + CLICK + K,
  'leads.screen': 3 * M + 3 * CLICK,
  'leads.assign': 2 * M + 3 * CLICK,
  'followUps.review': M + K,
}
/** A first look around whatever is pointed at, before anything is done there. */
const LOOK_SECONDS = 6

function actingSeconds({ done }: TourStep): number {
  switch (done.by) {
    case 'next':
      return M + K
    case 'act':
      return done.ops.reduce((sum, op) => sum + (ACTING[op] ?? Number.NaN), 0)
    case 'place':
    case 'sight':
      return M + CLICK
    case 'closed':
      return M + CLICK + LOOK_SECONDS + K
  }
}

describe.each([
  ['zh', zh],
  ['en', en],
])('%s', (_, { tour }) => {
  it.each(ROLES)('the tour of the %s takes the three minutes it promises, no more', (role) => {
    const texts = [...Object.values(tour[role]).flatMap((words) => Object.values(words)), tour.keys, tour.way]
    const reading = texts.reduce((sum, text) => sum + readingSeconds(text), 0)
    const doing = TOURS[role].reduce((sum, step) => sum + LOOK_SECONDS + actingSeconds(step), 0)
    expect(reading + doing).toBeGreaterThan(60)
    expect(reading + doing).toBeLessThanOrEqual(180)
  })
})

it.each(ROLES)('the tour of the %s stands on screens that role has, and has words for each step', (role) => {
  const steps: readonly TourStep[] = TOURS[role]
  const places = placesOf(role).map((key) => `/${key}`)
  const homeless = steps.filter(({ stand }) =>
    places.every((path) => !stand.isHere.test(path) && !stand.isHere.test(`${path}/targetProgress`)),
  )
  expect(homeless.map(({ id }) => id)).toEqual([])
  const { end: _, ...words } = zh.tour[role]
  expect(steps.map(({ id }) => id)).toEqual(Object.keys(words))
})
