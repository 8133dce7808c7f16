import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDesk, type Desk } from '../api/desk.ts'
import { createFileLog } from '../api/file-log.ts'
import { serveLocally } from '../transports/http.ts'
import { buildAll } from './build.ts'
import { dataFolder } from './data-folder.ts'
import { findElectron } from './electron-binary.ts'
import { storeProblemText } from './store-problem.ts'

/** `npm start`: the desktop program where Electron can be had, the same program in a browser where it cannot. */
const root = resolve(import.meta.dirname, '../..')
const DEFAULT_PORT = 9909

const REASONS = {
  no_display: ['没有图形界面，改用浏览器。', 'No display here, using the browser.'],
  no_download: ['取不到 Electron，改用浏览器。', 'Electron cannot be fetched here, using the browser.'],
  not_installed: ['没有安装 Electron，改用浏览器。', 'Electron is not installed, using the browser.'],
} as const

const UNSAVED = [
  '结束前的备份没有成功，数据本身没有丢失。',
  'The backup before stopping failed; the data themselves are safe.',
] as const

const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string', default: String(DEFAULT_PORT) },
    data: { type: 'string', default: dataFolder() },
  },
})

await buildAll()
const electron = values.browser ? null : findElectron()
if (electron !== null && 'path' in electron) {
  const args = [root, `--user-data-dir=${values.data}`, ...(values.demo ? ['--demo'] : [])]
  spawn(electron.path, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0))
} else {
  if (electron !== null) console.log(REASONS[electron.missing].join(' '))
  await serve()
}

async function serve(): Promise<void> {
  const desk = await openDesk()
  const show = () =>
    console.log(`九控已启动，一次性地址 Ninepoint is running, one-time address:\n  ${local.newAddress()}`)
  const local = await serveLocally({
    desk,
    pageFolder: join(root, 'dist/renderer'),
    port: Number(values.port),
    onAddressUsed: () => show(),
  })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void local
        .close()
        .then(() => desk.close())
        .then(() => process.exit(0))
        .catch((error: unknown) => {
          console.error(`${UNSAVED.join(' ')}\n${error instanceof Error ? error.message : String(error)}`)
          process.exit(1)
        })
    })
  }
  show()
  if (!values['no-open']) openBrowser(local.newAddress())
}

async function openDesk(): Promise<Desk> {
  try {
    const desk = createDesk({ folder: values.data, log: createFileLog(values.data) })
    if (values.demo) await desk.openDemo()
    return desk
  } catch (error) {
    console.error(storeProblemText(error))
    process.exit(1)
  }
}

/** The person's own browser; where there is none, the printed address is all there is. */
function openBrowser(address: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, ...args] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : process.platform === 'darwin' ? ['open'] : ['xdg-open']
  if (command === undefined) return
  if (process.platform === 'linux' && spawnSync('which', [command]).status !== 0) return
  spawn(command, [...args, address], { stdio: 'ignore', detached: true }).unref()
}
