import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../electron/launch/build.ts'
import { type RunningShell, runShell } from './run-shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint shell 展厅 '))
let shell: RunningShell

beforeAll(async () => {
  await buildAll()
  shell = runShell(folder)
  await shell.loaded
})
afterAll(() => {
  shell.kill()
  rmSync(folder, { recursive: true, force: true })
})

type Noted = { readonly call: string; readonly args: unknown }
const noted = async (call: string) =>
  (await shell.ask<Noted[]>('log')).filter((one) => one.call === call).map(({ args }) => args)
const textOf = () => shell.ask<string>('text')
const rpc = (op: string, input: unknown) =>
  shell.ask<{ ok: boolean; value: unknown }>(
    'evaluate',
    `window.ninepoint.call(${JSON.stringify({ id: 'test', op, input })})`,
  )

describe('the window', () => {
  it('is sandboxed, isolated, without Node, and shows our page', async () => {
    const calls = (await shell.ask<Noted[]>('log')).map(({ call }) => call)
    expect(calls.indexOf('app.enableSandbox')).toBeLessThan(calls.indexOf('new BrowserWindow'))
    expect((await noted('new BrowserWindow'))[0]).toMatchObject({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    })
    expect(await noted('window.loadURL')).toEqual(['app://bundle/'])
    expect(await noted('protocol.registerSchemesAsPrivileged')).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    ])
    await expect.poll(textOf).toContain('九控')
    expect(await noted('console')).toEqual([])
  })

  it('gives the page two functions and nothing else', async () => {
    expect(await noted('preload')).toEqual([[['ninepoint', ['call', 'on'], true]]])
    expect(await shell.ask('evaluate', 'typeof require + typeof process')).toBe('undefinedundefined')
  })

  it('serves the page with a fresh nonce at every load, and nothing beside it', async () => {
    const load = () => shell.ask<{ status: number; csp: string | null }>('serve', 'app://bundle/')
    const [first, second] = [await load(), await load()]
    expect(first.status).toBe(200)
    expect(first.csp).toContain("default-src 'none'")
    expect(first.csp).not.toBe(second.csp)
    for (const url of [
      'app://evil/',
      'app://bundle.evil/',
      'app://bundle/../package.json',
      'app://bundle/%2e%2e/main/electron.js',
    ]) {
      expect([url, (await shell.ask<{ status: number }>('serve', url)).status]).toEqual([url, 404])
    }
  })
})

const HOSTILE = [
  'https://example.com/',
  'http://127.0.0.1:9909/',
  'app://bundle.evil/',
  'app://bundle@evil/',
  'app://evil/bundle/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'about:blank',
  'APP://BUNDLE.evil/',
  'blob:https://example.com/1',
  'chrome://settings',
  'view-source:app://bundle/',
  'devtools://devtools/',
  '',
]

describe('what the page may not', () => {
  it.each(HOSTILE)('go to, or open, %s', async (url) => {
    expect(await shell.ask('navigate', url)).toEqual([true, true, true])
    expect(await shell.ask('open', url)).toBe('deny')
  })

  it('stays free to move within itself', async () => {
    expect(await shell.ask('navigate', 'app://bundle/#/board')).toEqual([false, false, false])
  })

  it('embed another page, or ask the system for anything', async () => {
    expect(await shell.ask('webview')).toBe(true)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid', 'openExternal']) {
      expect(await shell.ask('permission', permission)).toEqual([false, false, false])
    }
  })

  it('reach the network', async () => {
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://x/',
    ]) {
      expect([url, await shell.ask('request', url)]).toEqual([url, true])
    }
    expect(await shell.ask('request', 'app://bundle/assets/a.js')).toBe(false)
  })

  it.each([
    ['another origin', { parent: null, url: 'https://example.com/' }],
    ['a name that begins alike', { parent: null, url: 'app://bundle.evil/' }],
    ['a frame inside the page', { parent: {}, url: 'app://bundle/' }],
    ['nobody', null],
  ])('be called by %s', async (_, frame) => {
    expect(await shell.ask('invokeFrom', frame)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  })
})

describe('the program in it', () => {
  it('keeps the store in a process of its own and answers through it', async () => {
    expect(await noted('utilityProcess.fork')).toEqual([{ serviceName: 'ninepoint-store' }])
    expect(await rpc('session.status', {})).toMatchObject({ ok: true, value: { stage: 'first_run' } })
    const made = await rpc('setup.createStore', {
      storeName: '新展厅',
      timeZone: 'Asia/Shanghai',
      openWeekdays: [1, 2, 3, 4, 5, 6, 7],
      owner: { name: '何总', password: 'a long enough secret' },
      people: [],
      channels: [{ name: '自然到店', group: 'walk_in' }],
    })
    expect(made).toMatchObject({ ok: true })
    expect(existsSync(join(folder, 'showroom.db'))).toBe(true)
  })

  it('has a menu in the page’s language that leads to the screens', async () => {
    await shell.ask('evaluate', 'location.reload()')
    await expect.poll(textOf).toContain('今日')
    const menu = await shell.ask<[string, [string, string][]][]>('menu')
    expect(menu.map(([label]) => label)).toEqual(['文件', '编辑', '前往', '显示'])
    expect(menu.find(([label]) => label === '前往')?.[1]).toContainEqual(['九控', 'CmdOrCtrl+4'])
    await shell.ask('click', ['前往', '九控'])
    await expect.poll(() => shell.ask<string>('address')).toContain('#/board')
    await expect.poll(() => shell.ask<string>('toolTip')).toBe('九控：今天的跟进都做完了')
  })

  it('saves the page as a PDF where the person says', async () => {
    await shell.ask('click', ['文件', '另存为 PDF…'])
    const file = join(folder, 'saved.pdf')
    await expect.poll(() => existsSync(file) && statSync(file).size > 1000).toBe(true)
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('opens the folder of the data, zooms, starts with the system when asked', async () => {
    await shell.ask('click', ['文件', '打开数据所在的文件夹'])
    expect(await noted('shell.showItemInFolder')).toEqual([join(folder, 'showroom.db')])
    await shell.ask('click', ['显示', '放大'])
    await shell.ask('click', ['显示', '原来的大小'])
    expect(await noted('webContents.setZoomLevel')).toEqual([0.5, 0])
    await shell.ask('click', ['文件', '开机时启动'])
    expect(await noted('app.setLoginItemSettings')).toEqual([{ openAtLogin: true }])
  })

  it('locks from the menu', async () => {
    await shell.ask('click', ['文件', '锁定'])
    await expect.poll(async () => (await rpc('session.status', {})).value).toMatchObject({ me: null })
  })

  it('comes to the front when it is started again', async () => {
    await shell.ask('secondInstance')
    expect((await noted('window.focus')).length).toBeGreaterThan(0)
  })

  it('loads a page that broke anew, and asks about one that hangs', async () => {
    await shell.ask('crash')
    expect(await noted('webContents.reload')).toHaveLength(1)
    await shell.ask('hang')
    await expect.poll(() => noted('webContents.forcefullyCrashRenderer')).toHaveLength(1)
  })

  it('starts the process of the store anew when it was killed, with everything still there', async () => {
    // What breaks within ten seconds of its start would break again and again.
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    await shell.ask('killStore')
    await expect
      .poll(async () => (await rpc('session.status', {}).catch(() => null))?.value, { timeout: 20_000 })
      .toMatchObject({
        stage: 'sign_in',
        storeName: '新展厅',
      })
    expect((await noted('webContents.send')).at(-1)).toEqual(['ninepoint:ask', { kind: 'store_restarted' }])
  })

  it('ends in order: the window’s place kept, a backup taken, nothing left in the journal', async () => {
    await shell.ask('move', { x: 100, y: 80, width: 1200, height: 800 })
    void shell.ask('closeWindow').catch(() => undefined)
    expect((await shell.ended).code).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
      '0,0,1920x1040': { bounds: { x: 100, y: 80, width: 1200, height: 800 }, isMaximized: false },
    })
    const backups = readdirSync(join(folder, 'showroom.db-backups')).filter((name) => name.endsWith('.db'))
    expect(backups.length).toBeGreaterThan(0)
    expect(existsSync(join(folder, 'showroom.db-wal'))).toBe(false)
  })
})

describe('a second start', () => {
  it('opens nothing', async () => {
    const second = runShell(folder, { second: true })
    const { log } = await second.ended
    expect(log.map(({ call }) => call)).not.toContain('new BrowserWindow')
    expect(log.map(({ call }) => call)).not.toContain('utilityProcess.fork')
  })
})
