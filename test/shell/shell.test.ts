import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeyFiles } from '../../db/key-file.ts'
import { buildAll } from '../../electron/launch/build.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { type RunningShell, runShell } from './run-shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint shell 展厅 '))
let shell: RunningShell

beforeAll(async () => {
  await buildAll()
  shell = runShell(folder, { env: { STAND_IN_KEYS: 'wang' } })
  await shell.loaded
})
afterAll(() => {
  shell.kill()
  rmSync(folder, { recursive: true, force: true })
})

type Noted = { readonly call: string; readonly args: unknown }
const noted = async (call: string) =>
  (await shell.ask<Noted[]>('log')).filter((one) => one.call === call).map(({ args }) => args)
const act = (input: unknown) => rpc('shell.act', input)
/** Waits for the page after this one, not for what is still there of it. */
async function loadedAnew(load: () => Promise<unknown>): Promise<void> {
  await shell.ask('evaluate', 'window.isBefore = true')
  await load()
  const isThere = `window.isBefore === undefined && document.querySelector('main') !== null`
  await expect.poll(() => shell.ask('evaluate', isThere).catch(() => false)).toBe(true)
}
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
    // Its key is kept by the system, whom only the window's process may ask.
    expect(readKeyFiles(join(folder, 'showroom.db')).map(({ keptBy }) => keptBy)).toEqual(['system'])
    expect(await noted('safeStorage.encryptStringAsync')).toHaveLength(1)
  })

  it('has a menu in the page’s language that leads to the screens', async () => {
    await shell.ask('evaluate', 'location.reload()')
    await expect.poll(textOf).toContain('今日')
    const menu = await shell.ask<[string, [string, string][]][]>('menu')
    expect(menu.map(([label]) => label)).toEqual(['文件', '编辑', '前往', '显示', '帮助'])
    const accelerators = new Map(menu.flatMap(([, items]) => items))
    for (const [item, keys] of [
      ['搜索', 'CmdOrCtrl+K'],
      ['设置', 'CmdOrCtrl+,'],
      ['快捷键', 'CmdOrCtrl+/'],
      ['打开打包的门店文件…', 'CmdOrCtrl+O'],
    ] as const)
      expect([item, accelerators.get(item)]).toEqual([item, keys])
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
  })

  it('starts with the system when the page or the menu asks, which is kept by the system alone', async () => {
    const isStarted = async () => (await act({ kind: 'facts' })).value
    const facts = { version: '0.1.0', platform: process.platform }
    expect(await isStarted()).toEqual({ ...facts, isStartedWithSystem: false })
    await shell.ask('click', ['文件', '开机时启动'])
    expect(await isStarted()).toEqual({ ...facts, isStartedWithSystem: true })
    if (process.platform === 'linux') {
      const entry = readFileSync(join(folder, 'config/autostart/ninepoint.desktop'), 'utf8')
      expect(entry).toMatch(/^Exec=".+" ".+" "--hidden"$/m)
    }
    expect(await act({ kind: 'start_with_system', isWanted: false })).toMatchObject({ ok: true })
    expect(await isStarted()).toEqual({ ...facts, isStartedWithSystem: false })
  })

  it('asks the page for its search and its shortcuts, says what it is, and shows its logs', async () => {
    await shell.ask('click', ['编辑', '搜索'])
    await shell.ask('click', ['帮助', '快捷键'])
    await shell.ask('click', ['文件', '设置'])
    const asked = (await noted('webContents.send')).slice(-3).map((sent) => (sent as [string, unknown])[1])
    expect(asked).toEqual([{ kind: 'palette' }, { kind: 'shortcuts' }, { kind: 'go', path: '/settings' }])
    await shell.ask('click', ['帮助', '关于九控'])
    expect(await noted('dialog.showMessageBox')).toContainEqual(expect.objectContaining({ detail: '版本 0.1.0' }))
    await shell.ask('click', ['帮助', '打开日志所在的文件夹'])
    expect((await noted('shell.showItemInFolder')).at(-1)).toBe(join(folder, 'logs', 'shell.log'))
  })

  it('takes no update in a build that knows no key, and says so', async () => {
    await shell.ask('dialog', ['showOpenDialog', { canceled: false, filePaths: [join(folder, 'showroom.db')] }])
    await shell.ask('click', ['帮助', '从文件更新程序…'])
    const asked = async () => (await noted('dialog.showMessageBox')).at(-1)
    await expect.poll(asked).toMatchObject({ detail: expect.stringContaining('没有内置核对签名的公钥') })
  })

  it('brings back what was being typed when the page broke', async () => {
    // What the menu was asked for above would lie over the form.
    await loadedAnew(() => shell.ask('evaluate', 'location.reload()'))
    const openForm = async () => {
      await shell.ask('evaluate', `location.hash = '#/visits'`)
      await shell.ask('press', zh.visits.logKey)
    }
    await openForm()
    await shell.ask('type', [zh.visits.form.note, '想看七座，周末带家人来'])
    // A moment after the last key it is written down.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await loadedAnew(() => shell.ask('crash'))
    await openForm()
    await expect.poll(() => shell.ask('typed', zh.visits.form.note)).toBe('想看七座，周末带家人来')
    await shell.ask('evaluate', `location.hash = '#/today'`)
  })

  it('locks from the menu', async () => {
    await shell.ask('click', ['文件', '锁定'])
    await expect.poll(async () => (await rpc('session.status', {})).value).toMatchObject({ me: null })
  })

  it('comes to the front when it is started again', async () => {
    await shell.ask('secondInstance', [['ninepoint'], folder])
    expect((await noted('window.focus')).length).toBeGreaterThan(0)
  })

  it('asks about a page that hangs, and loads it again when told to', async () => {
    await shell.ask('hang')
    await expect.poll(() => noted('webContents.forcefullyCrashRenderer')).toHaveLength(1)
  })

  it('loads a page that broke anew three times, then asks: no endless loop', async () => {
    for (let n = 0; n < 2; n += 1) await shell.ask('crash')
    expect(await noted('webContents.reload')).toHaveLength(3)
    await shell.ask('dialog', ['showMessageBox', { response: 0 }])
    await shell.ask('crash')
    await expect.poll(() => noted('webContents.reload')).toHaveLength(4)
    expect((await noted('dialog.showMessageBox')).at(-1)).toMatchObject({ buttons: ['重新载入', '关闭程序'] })
    await expect.poll(textOf).toContain('九控')
  })

  it('starts the process of the store anew when it was killed, with everything still there', async () => {
    await shell.ask('killStore')
    await expect
      .poll(async () => (await rpc('session.status', {}).catch(() => null))?.value, { timeout: 20_000 })
      .toMatchObject({
        stage: 'sign_in',
        storeName: '新展厅',
      })
    expect((await noted('webContents.send')).at(-1)).toEqual(['ninepoint:ask', { kind: 'store_restarted' }])
  })

  it('asks when that process keeps ending, and starts it once more when told to', async () => {
    const starts = async () => (await noted('utilityProcess.fork')).length
    for (const count of [3, 4]) {
      await shell.ask('killStore')
      await expect.poll(starts).toBe(count)
    }
    await shell.ask('dialog', ['showMessageBox', { response: 0 }])
    await shell.ask('killStore')
    await expect.poll(starts).toBe(5)
    expect((await noted('dialog.showMessageBox')).at(-1)).toMatchObject({ buttons: ['再试一次', '关闭程序'] })
    await expect
      .poll(async () => (await rpc('session.status', {}).catch(() => null))?.ok, { timeout: 20_000 })
      .toBe(true)
  })

  it('says that it makes its last backup', async () => {
    await shell.ask('evaluate', `window.standInHear({ kind: 'closing' })`)
    await expect.poll(textOf).toContain(zh.closing.text)
  })

  it('ends in order: the window’s place kept, a backup taken, nothing left in the journal', async () => {
    await shell.ask('move', { x: 100, y: 80, width: 1200, height: 800 })
    void shell.ask('closeWindow').catch(() => undefined)
    // A second time while it ends does nothing more.
    void shell.ask('quit').catch(() => undefined)
    const { code, log } = await shell.ended
    expect(code).toBe(0)
    expect(log.filter(({ args }) => JSON.stringify(args).includes('"closing"'))).toHaveLength(1)
    expect(log.filter(({ call }) => call === 'app.exit')).toEqual([{ call: 'app.exit', args: 0 }])
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
