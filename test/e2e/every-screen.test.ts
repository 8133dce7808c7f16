import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { someOf } from '../support/rounds.ts'
import { openProgram, type Program, type ProgramWindow, seriousFindings, type WindowOptions } from './program.ts'
import { SETTINGS } from './screens.ts'

let program: Program
beforeAll(async () => {
  program = await openProgram({ demo: true })
})
afterAll(() => program.close())

const OF_MANAGER = [
  '/today',
  '/visits',
  '/leads',
  '/board',
  '/levers',
  ...CONTROL_POINTS.map((key) => `/board/${key}`),
  '/review',
  '/import',
  ...SETTINGS,
]
const LOOKS: readonly Required<WindowOptions>[] = [
  { language: 'zh', theme: 'light', width: 1440, height: 900 },
  { language: 'en', theme: 'dark', width: 1024, height: 768 },
]

/** What a look at a screen finds wrong: axe, sideways scrolling, a screen that is not there. */
async function faultsAt(window: ProgramWindow, path: string): Promise<string[]> {
  await window.go(path)
  const { page } = window
  const overflow = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
  const headings = await page.locator('h1').count()
  return [
    ...(await seriousFindings(page)),
    ...(overflow > 1 ? [`scrolls sideways by ${overflow}`] : []),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ]
}

describe.each(LOOKS)('$language, $theme, $width x $height', (look) => {
  it.each([
    ['owner', OF_MANAGER],
    ['salesperson', ['/today', '/visits', '/leads', '/board', '/board/customerTypes', '/settings/appearance']],
    ['reception', ['/today', '/visits', '/settings/appearance']],
  ])('every screen of the %s stands', async (role, paths) => {
    const window = await program.openWindow(look)
    await window.signIn(role, '888888')
    const faults: Record<string, string[]> = {}
    // The second look of the pages of the control points is taken of some of them.
    const points = new Set(look === LOOKS[0] ? [] : CONTROL_POINTS.map((key) => `/board/${key}`))
    const seen = new Set(someOf([...points], 4))
    for (const path of paths.filter((one) => !points.has(one) || seen.has(one))) {
      const found = await faultsAt(window, path)
      if (found.length > 0) faults[path] = found
    }
    expect(faults).toEqual({})
    expect(window.complaints).toEqual([])
    await window.close()
  })
})
