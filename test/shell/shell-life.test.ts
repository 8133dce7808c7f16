import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../electron/launch/build.ts'
import { zh } from '../../renderer/i18n/zh.ts'
import { type Noted, type RunningShell, runShell, type ShellOptions } from './run-shell.ts'

// Files that are handed over, a start by the system, and every way in which the program ends.

const folder = mkdtempSync(join(tmpdir(), 'ninepoint life 展厅 '))
const packed = join(folder, '城东展厅 2026-05-31.ninepoint')
const running: RunningShell[] = []

beforeAll(async () => {
  await buildAll()
  writeFileSync(packed, 'as good as packed')
})
afterEach(() => {
  for (const shell of running.splice(0)) shell.kill()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(options: ShellOptions = {}): Promise<RunningShell> {
  const shell = runShell(folder, options)
  running.push(shell)
  await shell.loaded
  return shell
}

const noted = async (shell: RunningShell, call: string) =>
  (await shell.ask<Noted[]>('log')).filter((one) => one.call === call).map(({ args }) => args)
const offers = async (shell: RunningShell) =>
  (await noted(shell, 'webContents.send')).filter((sent) => JSON.stringify(sent).includes('"store_file"')).length
const call = (shell: RunningShell, op: string, input: unknown) =>
  shell.ask<{ ok: boolean; value?: unknown; failure?: { code: string } }>(
    'evaluate',
    `window.ninepoint.call(${JSON.stringify({ id: 'test', op, input })})`,
  )
const backups = () => readdirSync(join(folder, 'showroom.db-backups')).filter((name) => name.endsWith('.db')).length

async function makeShowroom(shell: RunningShell): Promise<void> {
  const made = await call(shell, 'setup.createStore', {
    storeName: '城东展厅',
    timeZone: 'Asia/Shanghai',
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    owner: { name: '何总', password: 'a long enough secret' },
    people: [],
    channels: [{ name: '自然到店', group: 'walk_in' }],
  })
  expect(made).toMatchObject({ ok: true })
}

it('a packed store reaches the desk however it is handed over; nothing else does', async () => {
  const shell = await start({ args: [packed] })
  await makeShowroom(shell)
  await expect.poll(() => offers(shell)).toBe(1)

  for (const argv of [
    ['ninepoint'],
    ['ninepoint', '--hidden', '.'],
    ['ninepoint', join(folder, 'nothing.ninepoint')],
    ['ninepoint', folder],
    ['ninepoint', join(folder, 'showroom.db')],
    ['ninepoint', '\\\\server\\share\\a.ninepoint'],
    ['ninepoint', `--user-data-dir=${packed}`],
  ])
    await shell.ask('secondInstance', [argv, folder])
  for (const path of [folder, join(folder, 'showroom.db'), '//server/a.ninepoint', ''])
    await shell.ask('openFile', path)

  await shell.ask('secondInstance', [['ninepoint', packed], '/'])
  await expect.poll(() => offers(shell)).toBe(2)
  await shell.ask('openFile', packed)
  await expect.poll(() => offers(shell)).toBe(3)
  await shell.ask('dialog', ['showOpenDialog', { canceled: false, filePaths: [packed] }])
  expect(await call(shell, 'shell.act', { kind: 'choose_packed' })).toMatchObject({ ok: true, value: null })
  await expect.poll(() => offers(shell)).toBe(4)
  expect(await call(shell, 'shell.act', { kind: 'choose_packed' })).toMatchObject({ ok: true })
  expect(await offers(shell)).toBe(4)

  // Kept where the program lies, saved where the person says.
  mkdirSync(join(folder, 'packed'), { recursive: true })
  writeFileSync(join(folder, 'packed/mine.ninepoint'), 'the packed store')
  const to = join(folder, 'on a stick.ninepoint')
  await shell.ask('dialog', ['showSaveDialog', { canceled: false, filePath: to }])
  const saved = await call(shell, 'shell.act', { kind: 'save_packed', file: 'mine.ninepoint' })
  expect(saved).toMatchObject({ ok: true, value: { saved: true } })
  expect(readFileSync(to, 'utf8')).toBe('the packed store')
  expect((await noted(shell, 'window.setProgressBar')).at(-1)).toBe(-1)
  await shell.ask('dialog', ['showSaveDialog', { canceled: true, filePath: '' }])
  const refrained = await call(shell, 'shell.act', { kind: 'save_packed', file: 'mine.ninepoint' })
  expect(refrained).toMatchObject({ ok: true, value: { saved: false } })
  const stolen = await call(shell, 'shell.act', { kind: 'save_packed', file: '../showroom.db' })
  expect(stolen).toMatchObject({ ok: false, failure: { code: 'not_found' } })

  // Log-off, as Linux and macOS tell it.
  const before = existsSync(join(folder, 'showroom.db-backups')) ? backups() : 0
  await shell.ask('systemEnds', 'shutdown')
  const { code, log } = await shell.ended
  expect([code, backups()]).toEqual([0, before + 1])
  expect(log.map((one) => one.call)).toContain('shutdown prevented')
})

it('started by the system it waits in the tray, closes into it, and ends when it is told to', async () => {
  const shell = await start({ args: ['--hidden'] })
  expect(await noted(shell, 'window.show')).toEqual([])
  await shell.ask('secondInstance', [['ninepoint'], folder])
  expect(await noted(shell, 'window.show')).toHaveLength(1)
  await shell.ask('closeWindow')
  expect(await noted(shell, 'window.hide')).toHaveLength(1)
  expect(await call(shell, 'session.status', {})).toMatchObject({ ok: true })
  const before = backups()
  shell.signal('SIGTERM')
  shell.signal('SIGTERM')
  expect((await shell.ended).code).toBe(0)
  expect(backups()).toBe(before + 1)
})

describe('the program ends in order', () => {
  it('when Windows shuts down, which asks first and then says so', async () => {
    const shell = await start({ args: [packed] })
    // What started the program is spoken of by its first screen, however long that takes to come.
    await expect.poll(() => shell.ask<string>('text')).toContain(zh.data.bring.signInFirst)
    const before = backups()
    await shell.ask('systemEnds', 'query-session-end')
    void shell.ask('systemEnds', 'session-end').catch(() => undefined)
    expect((await shell.ended).code).toBe(0)
    expect(backups()).toBe(before + 1)
    expect(existsSync(join(folder, 'showroom.db-wal'))).toBe(false)
  })

  it('when it met an error of its own: a sentence, a backup, and nothing of the error’s text in the logs', async () => {
    const shell = await start()
    const before = backups()
    await shell.ask('fail', '孙女士 13900139000')
    await shell.ask('fail', 'and once more').catch(() => undefined)
    const { code, log } = await shell.ended
    expect([code, backups()]).toEqual([1, before + 1])
    const told = log.filter((one) => one.call === 'dialog.showErrorBox').map(({ args }) => args)
    expect(told).toEqual([['程序遇到意外错误，需要关闭', expect.stringContaining('已经保存的内容不会丢失')]])
    const logs = readdirSync(join(folder, 'logs')).map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))
    expect(logs.join('')).toContain('unexpected error of the main process')
    expect(logs.join('')).not.toMatch(/孙女士|13900139000|展厅/)
  })

  it('when the process of the store is gone for good: the failed backup is told', async () => {
    const shell = await start()
    for (let n = 0; n < 4; n += 1) {
      await expect
        .poll(() =>
          call(shell, 'session.status', {}).then(
            (answer) => answer.ok,
            () => false,
          ),
        )
        .toBe(true)
      if (n === 3) await shell.ask('dialog', ['showMessageBox', { response: 1 }])
      await shell.ask('killStore')
    }
    const { code, log } = await shell.ended
    expect(code).toBe(0)
    expect(log.filter((one) => one.call === 'dialog.showErrorBox')).toMatchObject([
      { args: ['结束前的备份没有成功', expect.any(String)] },
    ])
  })
})
