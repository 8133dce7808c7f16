import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { buildAll } from '../../electron/launch/build.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { openProgram, type Program, type ProgramWindow } from '../e2e/program.ts'
import { settled } from '../e2e/stillness.ts'
import { ensureBrowser } from '../support/browser.ts'
import { median } from './measure.ts'
import { measureScroll } from './scroll.ts'
import { table } from './table.ts'

/**
 * `npm run bench:window [-- ROUNDS [STORE]]`: how long the page's own thread is taken at a stretch while people work, by the browser's own
 * trace. A task counts with what the thread itself took for it, so that a busy machine does not lengthen it; a key or a click waits at
 * most for the longest. Goal: none over 50 ms.
 * With a generated store (`npm run bench` keeps them) also how evenly its whole list of leads scrolls. Goal: 60 frames a second.
 */
const LONG_MS = 50
const say = (text: string) => void process.stdout.write(`${text}\n`)
const ROUNDS = Number(process.argv[2] ?? 3)

type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly tdur?: number
  readonly pid: number
  readonly tid: number
  readonly args: { readonly name?: string }
}
type Step = { readonly name: string; readonly act: (window: ProgramWindow) => Promise<unknown> }

const searchBox = (page: Page) => page.locator('main .ant-input').first()
const screen = (name: string, hash: string): Step => ({
  name,
  act: ({ page }) => page.evaluate((to) => void (location.hash = to), hash),
})
const press = (name: string, key: string): Step => ({ name, act: ({ page }) => page.keyboard.press(key) })
const type = (name: string, text: string): Step => ({
  name,
  act: ({ page }) => page.keyboard.type(text, { delay: 60 }),
})

const DAY: readonly Step[] = [
  { name: 'open the program', act: ({ page }) => page.reload() },
  screen('visits', '/visits'),
  press('form for a visit', 'n'),
  screen('leads', '/leads'),
  { name: 'search', act: ({ page }) => searchBox(page).click() },
  type('search: type', 'wang'),
  { name: 'search: clear', act: ({ page }) => searchBox(page).fill('') },
  { name: 'a lead', act: ({ page }) => page.locator('a[href^="#/leads/"]').first().click() },
  press('palette', 'Control+k'),
  type('palette: type', 'li'),
  press('palette: close', 'Escape'),
  screen('today', '/today'),
]
const OF_MANAGER: readonly Step[] = [
  ...DAY,
  screen('leads by stage', '/leads?as=board'),
  screen('board', '/board'),
  ...CONTROL_POINTS.map((key, i) => screen(`control point ${i + 1}`, `/board/${key}`)),
  screen('levers', '/levers'),
  screen('review', '/review'),
  screen('import', '/import'),
  screen('settings', '/settings'),
]
const JOURNEYS: Readonly<Record<string, readonly Step[]>> = { salesperson: DAY, owner: OF_MANAGER }

await buildAll()
ensureBrowser()
const program = await openProgram({ demo: true })
const longest = new Map<string, number[]>()
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [role, steps] of Object.entries(JOURNEYS)) await walk(program, role, steps)
}
await program.close()

const rows = [...longest].map(([step, each]) => [
  step,
  `${median(each).toFixed(0)} ms`,
  `${Math.max(...each).toFixed(0)} ms`,
  median(each) > LONG_MS ? 'long' : '',
])
say(`${cpus().length} x ${cpus()[0]?.model.trim() ?? ''}; ${ROUNDS} rounds`)
say(table(['step', 'longest task, median', 'worst', ''], rows))
say(`${rows.filter(([, , , mark]) => mark !== '').length} of ${rows.length} steps over ${LONG_MS} ms`)
const store = process.argv[3]
if (store !== undefined) say(await measureScroll(store, join(tmpdir(), 'ninepoint-scroll')))

async function walk(of: Program, role: string, steps: readonly Step[]): Promise<void> {
  const window = await of.openWindow()
  await window.signIn(role, '888888')
  const trace = await startTrace(await window.page.context().newCDPSession(window.page))
  for (const [i, { act }] of steps.entries()) {
    await mark(window, `step ${i}`)
    await act(window)
    await settled(window.page)
  }
  const taken = await trace.end()
  steps.forEach(({ name }, i) => {
    const key = `${role}: ${name}`
    longest.set(key, [...(longest.get(key) ?? []), taken.get(`step ${i}`) ?? 0])
  })
  await window.close()
}

function mark({ page }: ProgramWindow, name: string): Promise<unknown> {
  return page.evaluate((step) => void performance.mark(step), name)
}

/** Ended, it answers the longest task after each mark, in milliseconds. */
async function startTrace(client: CDPSession) {
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const includedCategories = ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline']
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } })
  return {
    end: async (): Promise<ReadonlyMap<string, number>> => {
      const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
      await client.send('Tracing.end')
      await complete
      return longestByMark(events)
    },
  }
}

function longestByMark(events: readonly TraceEvent[]): ReadonlyMap<string, number> {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const ofPage = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
  )
  const marks = events.filter(({ name }) => /^step \d+$/.test(name)).toSorted((a, b) => a.ts - b.ts)
  const found = new Map<string, number>()
  for (const event of events) {
    if (event.ph !== 'X' || event.tdur === undefined || !event.name.endsWith('RunTask') || !ofPage.has(thread(event)))
      continue
    const step = marks.findLast(({ ts }) => ts <= event.ts)?.name
    if (step !== undefined) found.set(step, Math.max(found.get(step) ?? 0, event.tdur / 1000))
  }
  return found
}
