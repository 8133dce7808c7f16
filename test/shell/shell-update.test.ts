import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll, buildMain } from '../../electron/launch/build.ts'
import { updateWords } from '../../electron/main/update-words.ts'
import { makeUpdate, newUpdateKeys } from '../../electron/package/make-update.ts'
import { type Noted, type RunningShell, runShell } from './run-shell.ts'

// The whole way of an update: a build that knows a key, a file in the dialog, backup, end, and the program replaced.

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint update 展厅 '))
const store = join(folder, 'data')
const program = join(folder, 'Ninepoint.AppImage')
const installer = join(folder, 'Ninepoint-0.2.0.AppImage')
const keys = newUpdateKeys()
const of = {
  version: '0.2.0',
  platform: 'linux',
  arch: process.arch === 'arm64' ? 'arm64' : 'x64',
  kind: 'appimage',
} as const
let shell: RunningShell

/** dist/ with another main process beside the same page. */
beforeAll(async () => {
  await buildAll()
  mkdirSync(store)
  cpSync(join(root, 'dist/main'), join(folder, 'built/main'), { recursive: true })
  symlinkSync(join(root, 'dist/renderer'), join(folder, 'built/renderer'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  await buildMain(join(folder, 'built/main'), keys.publicKey)
  writeFileSync(program, 'the old program')
  writeFileSync(installer, 'the new program')
})
afterAll(() => {
  shell.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  shell = runShell(store, { main: join(folder, 'built/main/electron.js'), env: { APPIMAGE: program } })
  await shell.loaded
}
const call = (op: string, input: unknown) =>
  shell.ask<{ ok: boolean }>('evaluate', `window.ninepoint.call(${JSON.stringify({ id: 'test', op, input })})`)
const boxes = async () => (await shell.ask<Noted[]>('log')).filter((one) => one.call === 'dialog.showMessageBox')
const backups = () => readdirSync(join(store, 'showroom.db-backups')).filter((name) => name.endsWith('.db')).length

async function choose(file: string, ...answers: number[]): Promise<void> {
  await shell.ask('dialog', ['showOpenDialog', { canceled: false, filePaths: [file] }])
  for (const response of answers) await shell.ask('dialog', ['showMessageBox', { response }])
}

describe.skipIf(process.platform !== 'linux')('an update from a file', () => {
  it('of somebody else is refused with its sentence, and the program goes on', async () => {
    await start()
    await call('setup.createStore', {
      storeName: '城东展厅',
      timeZone: 'Asia/Shanghai',
      openWeekdays: [1, 2, 3, 4, 5, 6, 7],
      owner: { name: '何总', password: 'a long enough secret' },
      people: [],
      channels: [{ name: '自然到店', group: 'walk_in' }],
    })
    await choose(await makeUpdate(installer, of, newUpdateKeys().privateKey, folder), 0)
    expect(await call('shell.act', { kind: 'update_from_file' })).toMatchObject({ ok: true })
    const words = updateWords('zh')
    expect((await boxes()).at(-1)).toMatchObject({ args: { message: words.refused, detail: words.problems.forged } })
    expect(await call('session.status', {})).toMatchObject({ ok: true })
  })

  it('says what will happen; “not now” changes nothing', async () => {
    await choose(await makeUpdate(installer, of, keys.privateKey, folder), 1)
    await call('shell.act', { kind: 'update_from_file' })
    expect((await boxes()).at(-1)).toMatchObject({
      args: { message: '把九控从 0.1.0 更新到 0.2.0？', buttons: ['备份并安装', '以后再说'] },
    })
    expect(readFileSync(program, 'utf8')).toBe('the old program')
    expect(await call('session.status', {})).toMatchObject({ ok: true })
  })

  it('is installed after a verified backup, the old program beside the new one', async () => {
    await choose(join(folder, `ninepoint-0.2.0-linux-${of.arch}.update`), 0)
    void call('shell.act', { kind: 'update_from_file' }).catch(() => undefined)
    const { code, log } = await shell.ended
    expect(code).toBe(0)
    expect(backups()).toBe(1)
    expect(log.find((one) => one.call === 'app.relaunch')?.args).toEqual({ execPath: program, args: [], backups: 1 })
    expect(readFileSync(program, 'utf8')).toBe('the new program')
    expect(readFileSync(`${program}.previous`, 'utf8')).toBe('the old program')
  })

  it('is not installed when the backup fails: a sentence, and the program as it was', async () => {
    await start()
    rmSync(join(store, 'showroom.db-backups'), { recursive: true })
    writeFileSync(join(store, 'showroom.db-backups'), 'in the way')
    await choose(join(folder, `ninepoint-0.2.0-linux-${of.arch}.update`), 0)
    void call('shell.act', { kind: 'update_from_file' }).catch(() => undefined)
    const { log } = await shell.ended
    expect(log.map((one) => one.call)).not.toContain('app.relaunch')
    expect(log.find((one) => one.call === 'dialog.showErrorBox')?.args).toEqual([
      updateWords('zh').notStarted,
      updateWords('zh').noBackup,
    ])
    expect(readFileSync(`${program}.previous`, 'utf8')).toBe('the old program')
  })
})
