import { type ChildProcess, fork as forkChild } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'
import type { MenuItemConstructorOptions, Rectangle } from 'electron'
import type { BrowserContext, Page } from 'playwright'
import { launchProfile } from '../support/browser.ts'
import { carryCalls } from './page-channel.ts'
import { log, note } from './stand-in-log.ts'
import { answerDialog, backups, menu, powerMonitor, toolTip } from './stand-in-system.ts'

export {
  dialog,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  safeStorage,
  screen,
  shell,
  Tray,
} from './stand-in-system.ts'

/**
 * A stand-in for the calls of Electron that the shell makes, around a real Chromium. The real main (dist/main/electron.js) and the real
 * preload run in this process; the test talks to it over the process's messages. What Electron itself would do with these calls
 * (sandbox, fuses, a native menu) only Electron shows.
 */
/** app:// is a scheme only Electron can serve; Chromium meets the same answers under this host. */
const WEB_ORIGIN = 'https://app-bundle.invalid'
const toWeb = (url: string) => url.replace('app://bundle', WEB_ORIGIN)
const toApp = (url: string) => url.replace(WEB_ORIGIN, 'app://bundle')

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  #isQuitting = false
  enableSandbox = () => note('app.enableSandbox')
  requestSingleInstanceLock = () => {
    note('app.requestSingleInstanceLock')
    return process.env['STAND_IN_SECOND'] !== '1'
  }
  whenReady = () => Promise.resolve()
  getPath = () => String(process.env['STAND_IN_FOLDER'])
  getAppPath = () => join(import.meta.dirname, '../..')
  getName = () => 'Ninepoint'
  getVersion = () => '0.1.0'
  getLoginItemSettings = () => ({ openAtLogin: false, wasOpenedAtLogin: false })
  setLoginItemSettings = (settings: unknown) => note('app.setLoginItemSettings', settings)
  relaunch = (options: object) => note('app.relaunch', { ...options, backups: backups() })
  quit = () => {
    note('app.quit')
    let isPrevented = false
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.exit(0)
  }
  exit = (code: number) => {
    if (this.#isQuitting) return
    this.#isQuitting = true
    note('app.exit', code)
    process.send?.({ kind: 'log', log })
    void Promise.resolve(browser?.close()).finally(() => process.exit(code))
  }
}

export const app = new StandInApp()
let browser: BrowserContext | null = null
let serve: ((request: Request) => Promise<Response>) | null = null
let invoke: ((event: unknown, message: unknown) => Promise<unknown>) | null = null
let page: Page | null = null
let contents: StandInContents | null = null

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) => note('protocol.registerSchemesAsPrivileged', schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    note('protocol.handle', scheme)
    serve = handler
  },
}

export const ipcMain = {
  handle: (channel: string, listener: typeof invoke) => {
    note('ipcMain.handle', channel)
    invoke = listener
  },
}

type Decide = (decision: boolean) => void
const guards: {
  permission?: ((contents: unknown, permission: string, decide: Decide) => void) | undefined
  check?: (() => boolean) | undefined
  device?: (() => boolean) | undefined
  request?: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | undefined
} = {}
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof guards.permission) => void (guards.permission = handler),
    setPermissionCheckHandler: (handler: typeof guards.check) => void (guards.check = handler),
    setDevicePermissionHandler: (handler: typeof guards.device) => void (guards.device = handler),
    webRequest: { onBeforeRequest: (handler: typeof guards.request) => void (guards.request = handler) },
  },
}

class StandInContents extends EventEmitter {
  readonly id = 1
  zoom = 0
  windowOpen: ((details: { url: string }) => { action: string }) | null = null
  setWindowOpenHandler = (handler: StandInContents['windowOpen']) => void (this.windowOpen = handler)
  send = (channel: string, message: unknown) => {
    note('webContents.send', [channel, message])
    // In Electron, too, nobody hears of a page that is not there any more.
    void page
      ?.evaluate((asked) => {
        const hear = (window as unknown as { standInHear?: (message: unknown) => void }).standInHear
        hear?.(asked)
      }, message)
      .catch(() => undefined)
  }
  print = (options: unknown) => note('webContents.print', options)
  printToPDF = async () => (await page?.pdf({ format: 'A4' })) ?? Buffer.alloc(0)
  getZoomLevel = () => this.zoom
  setZoomLevel = (level: number) => {
    this.zoom = level
    note('webContents.setZoomLevel', level)
  }
  reload = () => {
    note('webContents.reload')
    void page?.reload()
  }
  forcefullyCrashRenderer = () => note('webContents.forcefullyCrashRenderer')
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  #bounds: Rectangle
  #isGone = false
  readonly #preload: string
  constructor(options: Rectangle & { webPreferences: { preload: string } }) {
    super()
    note('new BrowserWindow', options)
    const { x, y, width, height } = options
    this.#bounds = { x, y, width, height }
    this.#preload = options.webPreferences.preload
    contents = this.webContents
    windows.push(this)
  }
  maximize = () => note('window.maximize')
  isMaximized = () => false
  isMinimized = () => false
  restore = () => note('window.restore')
  show = () => note('window.show')
  hide = () => note('window.hide')
  isFullScreen = () => false
  setProgressBar = (share: number) => note('window.setProgressBar', share)
  focus = () => note('window.focus')
  isFocused = () => false
  isDestroyed = () => this.#isGone
  getNormalBounds = () => {
    if (this.#isGone) throw new TypeError('Object has been destroyed')
    return this.#bounds
  }
  setBounds = (bounds: Rectangle) => {
    this.#bounds = bounds
  }
  close = () => {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    if (isPrevented) return
    this.emit('closed')
    app.quit()
  }
  /** The page was closed from within, or over its debugging port: Electron's window goes with it and does not ask before. */
  #goWithPage = () => {
    this.#isGone = true
    this.emit('closed')
    if (!app.emit('window-all-closed')) app.quit()
  }
  loadURL = async (url: string) => {
    note('window.loadURL', url)
    browser = await openChromium()
    page = browser.pages()[0] ?? (await browser.newPage())
    page.on('close', this.#goWithPage)
    page.on('console', (message) => message.type() === 'error' && note('console', message.text()))
    await page.route('**/*', async (route) => {
      const asked = toApp(route.request().url())
      const isStopped = await new Promise<boolean>((resolve) =>
        guards.request === undefined ? resolve(false) : guards.request({ url: asked }, ({ cancel }) => resolve(cancel)),
      )
      if (isStopped || serve === null || !asked.startsWith('app:')) return route.abort()
      const answer = await serve(new Request(asked))
      const headers = Object.fromEntries(answer.headers)
      return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) })
    })
    await this.#runPreload(page)
    await page.goto(toWeb(url))
    process.send?.({ kind: 'loaded' })
  }

  /** The real preload in Node, its two functions in the page: what passes between them is copied, as Electron's bridge does. */
  async #runPreload(target: Page): Promise<void> {
    await carryCalls(target, async (message) => invoke?.({ sender: { id: 1 }, senderFrame: OUR_FRAME }, message))
    await target.addInitScript(() => {
      const bridge = window as unknown as Record<string, unknown>
      const heard: ((message: unknown) => void)[] = []
      bridge['standInHear'] = (message: unknown) => heard.forEach((listener) => listener(message))
      bridge['ninepoint'] = {
        call: bridge['standInCall'],
        on: (listener: (m: unknown) => void) => heard.push(listener),
      }
    })
    const exposed: Record<string, unknown> = {}
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
      ipcRenderer: {
        invoke: (channel: string, message: unknown) => note('ipcRenderer.invoke', [channel, message]),
        on: (channel: string) => note('ipcRenderer.on', channel),
      },
    }
    const source = readFileSync(this.#preload, 'utf8')
    const load = createRequire(this.#preload)
    const run = runInThisContext(`(require, exports, module) => {${source}\n}`) as (...given: unknown[]) => void
    run((name: string) => (name === 'electron' ? electron : load(name)), {}, {})
    note(
      'preload',
      Object.entries(exposed).map(([name, api]) => [name, Object.keys(api as object), Object.isFrozen(api)]),
    )
  }
}

/** With a debugging port when the program was started with one; where it listens is said as Electron says it. */
async function openChromium(): Promise<BrowserContext> {
  const profile = join(app.getPath(), 'Chromium')
  const ports = process.argv.filter((argument) => argument.startsWith('--remote-debugging-port='))
  const opened = await launchProfile(profile, ports)
  if (ports.length > 0) {
    const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
    process.stderr.write(`DevTools listening on ws://127.0.0.1:${port}${path}\n`)
  }
  return opened
}

const OUR_FRAME = { parent: null, url: 'app://bundle/' }
const windows: BrowserWindow[] = []

class StandInUtility extends EventEmitter {
  readonly #child: ChildProcess
  constructor(path: string) {
    super()
    const shim = join(import.meta.dirname, 'parent-port.mjs')
    this.#child = forkChild(path, { execArgv: ['--import', pathToFileURL(shim).href], serialization: 'advanced' })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => this.emit('exit', code))
    children.push(this.#child)
  }
  postMessage = (message: object) => void this.#child.send(message)
  kill = () => this.#child.kill()
}
const children: ChildProcess[] = []
export const utilityProcess = {
  fork: (path: string, _args: readonly string[], options: unknown) => {
    note('utilityProcess.fork', options)
    return new StandInUtility(path)
  },
}

/** What the test asks: its name is looked up here, its answer sent back. */
const answers: Readonly<Record<string, (input: never) => unknown>> = {
  log: () => log,
  toolTip,
  dialog: answerDialog,
  menu: () =>
    menu().map(({ label, submenu }) => [
      label,
      (submenu as MenuItemConstructorOptions[])?.map((item) => [
        item.label ?? item.role ?? '-',
        item.accelerator ?? '',
      ]),
    ]),
  click: ([label, item]: [string, string]) => {
    const items = menu().find((one) => one.label === label)?.submenu as MenuItemConstructorOptions[] | undefined
    const click = items?.find((one) => one.label === item)?.click as ((item: { checked: boolean }) => void) | undefined
    if (click === undefined) throw new Error(`no item ${item} in ${label}`)
    click({ checked: true })
  },
  text: () => page?.locator('body').innerText(),
  evaluate: (code: string) => page?.evaluate(code),
  press: (name: string) => page?.getByRole('button', { name }).first().click(),
  type: ([label, text]: [string, string]) => page?.getByLabel(label, { exact: true }).pressSequentially(text),
  typed: (label: string) => page?.getByLabel(label, { exact: true }).inputValue(),
  picture: (path: string) => page?.screenshot({ path }).then(() => null),
  address: () => toApp(page?.url() ?? ''),
  secondInstance: ([argv, folder]: [string[], string]) => app.emit('second-instance', {}, argv, folder),
  openFile: (path: string) => app.emit('open-file', { preventDefault: () => undefined }, path),
  quit: () => app.quit(),
  systemEnds: (how: 'query-session-end' | 'session-end' | 'shutdown') =>
    how === 'shutdown'
      ? powerMonitor.emit(how, { preventDefault: () => note('shutdown prevented') })
      : windows[0]?.emit(how, {}),
  fail: (text: string) =>
    void setTimeout(() => {
      throw new Error(text)
    }),
  navigate: (url: string) =>
    ['will-navigate', 'will-redirect', 'will-frame-navigate'].map((event) => {
      let isPrevented = false
      contents?.emit(event, { url, preventDefault: () => (isPrevented = true) })
      return isPrevented
    }),
  open: (url: string) => contents?.windowOpen?.({ url }).action,
  webview: () => {
    let isPrevented = false
    contents?.emit('will-attach-webview', { preventDefault: () => (isPrevented = true) })
    return isPrevented
  },
  permission: (name: string) => {
    let decided: boolean | null = null
    guards.permission?.(null, name, (decision) => (decided = decision))
    return [decided, guards.check?.(), guards.device?.()]
  },
  request: (url: string) => {
    let isStopped: boolean | null = null
    guards.request?.({ url }, ({ cancel }) => (isStopped = cancel))
    return isStopped
  },
  serve: async (url: string) => {
    const answer = await serve?.(new Request(url))
    return { status: answer?.status, csp: answer?.headers.get('content-security-policy') }
  },
  invokeFrom: (frame: unknown) =>
    invoke?.({ sender: { id: 9 }, senderFrame: frame }, { id: 'x', op: 'session.status', input: {} }),
  killStore: () => children.at(-1)?.kill('SIGKILL'),
  crash: () => contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
  hang: () => windows[0]?.emit('unresponsive'),
  move: (bounds: Rectangle) => windows[0]?.setBounds(bounds),
  closeWindow: () => windows[0]?.close(),
}

async function answer({ n, name, input }: { n: number; name: string; input: never }): Promise<void> {
  try {
    process.send?.({ kind: 'answer', n, value: (await answers[name]?.(input)) ?? null })
  } catch (error) {
    process.send?.({ kind: 'answer', n, error: String(error) })
  }
}

process.on('message', (asked) => void answer(asked as Parameters<typeof answer>[0]))
