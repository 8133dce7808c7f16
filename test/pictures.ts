import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAll } from '../electron/launch/build.ts'
import { CONTROL_POINTS, type ControlPointKey } from '../shared/domain/control-points/keys.ts'
import { openProgram, type Program, seriousFindings, type WindowOptions } from './e2e/program.ts'
import { settled } from './e2e/stillness.ts'
import { ensureBrowser } from './support/browser.ts'

/**
 * `npm run pictures`: the README's pictures, taken anew from the demo showroom into docs/. `npm run pictures -- --all FOLDER`: every
 * screen in both languages, themes and sizes, and of an empty store too, to be looked through after a change.
 */
type Look = Required<WindowOptions>
type Picture = { readonly name: string; readonly path: string; readonly role: string; readonly ofReadme?: Look }

const USUAL: Look = { language: 'zh', theme: 'light', width: 1440, height: 900 }
/** Both languages and both themes have their place in the README. */
const OF_README: Readonly<Partial<Record<ControlPointKey, Look>>> = {
  customerTypes: USUAL,
  infoCapture: { ...USUAL, language: 'en' },
  followUpWorkload: USUAL,
  targetProgress: { ...USUAL, theme: 'dark' },
}
const SCREENS: readonly Picture[] = [
  { name: 'today', path: '/today', role: 'salesperson', ofReadme: USUAL },
  { name: 'today-manager', path: '/today', role: 'manager' },
  { name: 'visits', path: '/visits', role: 'reception' },
  { name: 'leads', path: '/leads', role: 'manager', ofReadme: USUAL },
  { name: 'leads-board', path: '/leads?as=board', role: 'manager' },
  { name: 'board', path: '/board', role: 'owner', ofReadme: USUAL },
  ...CONTROL_POINTS.map((key, i) => ({
    name: `point-${i + 1}`,
    path: `/board/${key}`,
    role: 'owner',
    ...(OF_README[key] === undefined ? {} : { ofReadme: OF_README[key] }),
  })),
  { name: 'levers', path: '/levers', role: 'owner', ofReadme: USUAL },
  { name: 'review', path: '/review', role: 'manager' },
  { name: 'import', path: '/import', role: 'manager' },
  { name: 'settings', path: '/settings', role: 'owner' },
  ...['thresholds', 'rules', 'scripts', 'backups'].map((page) => ({
    name: `settings-${page}`,
    path: `/settings/${page}`,
    role: 'owner',
  })),
]

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]
const LOOKS: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => SIZES.map((size) => ({ language, theme, ...size }))),
)

const { values } = parseArgs({ options: { all: { type: 'string' } } })
await buildAll()
ensureBrowser()
if (values.all === undefined) await ofReadme(resolve(import.meta.dirname, '../docs'))
else {
  await ofDemo(resolve(values.all, 'demo'))
  await ofEmptyStore(resolve(values.all, 'empty'))
}

async function ofReadme(folder: string): Promise<void> {
  const program = await openProgram({ demo: true })
  for (const picture of SCREENS) {
    if (picture.ofReadme === undefined) continue
    await take(program, { role: picture.role, secret: '888888' }, picture.ofReadme, [picture], folder)
  }
  await program.close()
}

async function ofDemo(folder: string): Promise<void> {
  const program = await openProgram({ demo: true })
  for (const look of LOOKS) {
    for (const role of new Set(SCREENS.map((picture) => picture.role))) {
      const pictures = SCREENS.filter((picture) => picture.role === role)
      await take(program, { role, secret: '888888' }, look, pictures, folderOf(folder, look))
    }
  }
  await program.close()
}

async function ofEmptyStore(folder: string): Promise<void> {
  const program = await openProgram()
  const secret = 'a long enough secret'
  const setUp = await program.openWindow()
  await setUp.ask('setup.createStore', {
    storeName: '新展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: secret },
    people: [],
    channels: [{ name: '自然到店', group: 'walk_in' }],
  })
  await setUp.close()
  for (const look of LOOKS) await take(program, { role: 'owner', secret }, look, SCREENS, folderOf(folder, look))
  await program.close()
}

function folderOf(folder: string, { language, theme, width, height }: Look): string {
  return join(folder, `${language}-${theme}-${width}x${height}`)
}

type Who = { readonly role: string; readonly secret: string }

async function take(
  program: Program,
  who: Who,
  look: Look,
  pictures: readonly Picture[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const window = await program.openWindow(look)
  await window.signIn(who.role, who.secret)
  for (const { name, path } of pictures) {
    await window.go(path)
    await settled(window.page)
    const found = await seriousFindings(window.page)
    await window.page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(`${join(folder, `${name}.png`)}${found.length === 0 ? '' : `  axe: ${found.join(' ')}`}`)
  }
  for (const complaint of window.complaints) console.log(`the browser complains: ${complaint}`)
  await window.close()
}
