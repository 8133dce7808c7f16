import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { updateWords } from '../../electron/main/update-words.ts'
import { makeUpdate, newUpdateKeys, type UpdateOf } from '../../electron/package/make-update.ts'
import { checkUpdate, type Installed } from '../../electron/update/check-update.ts'
import { type InstallerSystem, installedKind, startInstaller } from '../../electron/update/start-installer.ts'
import { isNewer } from '../../electron/update/update-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint update '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const keys = newUpdateKeys()
const bytes = randomBytes(70_001)
const installer = join(folder, 'Ninepoint-0.2.0.AppImage')
writeFileSync(installer, bytes)

const of: UpdateOf = { version: '0.2.0', platform: 'linux', arch: 'x64', kind: 'appimage' }
const me: Installed = {
  version: '0.1.0',
  platform: 'linux',
  arch: 'x64',
  kind: 'appimage',
  publicKey: keys.publicKey,
}
const target = join(folder, 'proved')
const make = (changes: Partial<UpdateOf> = {}, key = keys.privateKey) =>
  makeUpdate(installer, { ...of, ...changes }, key, folder)
const check = (file: string, changes: Partial<Installed> = {}) => checkUpdate(file, target, { ...me, ...changes })
const copied = () => (existsSync(target) ? readdirSync(target) : [])

/** A file with these bytes in it, made out of a good one. */
async function bent(bend: (good: Buffer) => Buffer): Promise<string> {
  const file = join(folder, 'bent.update')
  writeFileSync(file, bend(readFileSync(await make())))
  return file
}

describe('a good update', () => {
  it('is named by what it is, and hands out the installer byte by byte, ready to be started', async () => {
    const file = await make()
    expect(file).toBe(join(folder, 'ninepoint-0.2.0-linux-x64.update'))
    const checked = await check(file)
    expect(checked).toMatchObject({ ok: true, header: { version: '0.2.0', size: bytes.length } })
    expect(checked.ok && readFileSync(checked.installer).equals(bytes)).toBe(true)
    expect(copied()).toEqual(['ninepoint-0.2.0.AppImage'])
  })

  it('is proved and copied without being held in memory', async () => {
    const size = 128 * 2 ** 20
    const large = join(folder, 'large.AppImage')
    openSync(large, 'w')
    truncateSync(large, size)
    const file = await makeUpdate(large, { ...of, version: '9.0.0' }, keys.privateKey, folder)
    rmSync(large)
    const before = process.memoryUsage().rss
    let most = 0
    let heard = 0
    const checked = await checkUpdate(file, target, me, (share) => {
      most = Math.max(most, process.memoryUsage().rss - before)
      heard = share
    })
    rmSync(file)
    expect(checked).toMatchObject({ ok: true, header: { size } })
    expect(heard).toBe(1)
    expect(most).toBeLessThan(64 * 2 ** 20)
    rmSync(target, { recursive: true })
  })
})

describe('refused', () => {
  const foreign = newUpdateKeys()
  it.each<[string, () => Promise<string>, Partial<Installed>, string]>([
    ['in a build without a key', make, { publicKey: null }, 'no_key'],
    ['signed by somebody else', () => make({}, foreign.privateKey), {}, 'forged'],
    ['for Windows', () => make({ platform: 'win32', kind: 'nsis' }), {}, 'other_system'],
    ['for a Mac', () => make({ platform: 'darwin', kind: 'dmg' }), {}, 'other_system'],
    ['for another processor', () => make({ arch: 'arm64' }), {}, 'other_system'],
    ['for the other way of installing', () => make({ kind: 'deb' }), {}, 'other_kind'],
    ['of the same version', () => make({ version: '0.1.0' }), {}, 'not_newer'],
    ['older', () => make({ version: '0.0.99' }), {}, 'not_newer'],
    ['older, though it looks larger', () => make({ version: '0.9.9' }), { version: '0.10.0' }, 'not_newer'],
    ['cut off', () => bent((good) => good.subarray(0, good.length - 1)), {}, 'torn'],
    ['cut off in its head', () => bent((good) => good.subarray(0, 100)), {}, 'not_an_update'],
    ['longer than it says', () => bent((good) => Buffer.concat([good, Buffer.from('x')])), {}, 'torn'],
    ['empty', () => bent(() => Buffer.alloc(0)), {}, 'not_an_update'],
    ['random', () => bent(() => randomBytes(9000)), {}, 'not_an_update'],
    ['an installer by itself', () => Promise.resolve(installer), {}, 'not_an_update'],
    ['with a head that never ends', () => bent(() => Buffer.alloc(9000, '{')), {}, 'not_an_update'],
    ['a folder', () => Promise.resolve(folder), {}, 'unreadable'],
    ['not there', () => Promise.resolve(join(folder, 'nothing')), {}, 'unreadable'],
    [
      'with another version written into its head',
      () => bent((good) => Buffer.from(good.toString('latin1').replace('0.2.0', '0.3.0'), 'latin1')),
      {},
      'forged',
    ],
    [
      'with the signature of another update',
      async () => {
        const other =
          readFileSync(await make({ version: '0.3.0' }))
            .toString('latin1')
            .split('\n')[1] ?? ''
        return bent((good) => {
          const lines = good.toString('latin1').split('\n')
          lines[1] = other
          return Buffer.from(lines.join('\n'), 'latin1')
        })
      },
      {},
      'forged',
    ],
  ])('%s', async (_, file, changes, problem) => {
    rmSync(target, { recursive: true, force: true })
    expect(await check(await file(), changes)).toEqual({ ok: false, problem })
    expect(copied()).toEqual([])
    for (const language of ['zh', 'en'] as const) {
      expect(updateWords(language).problems[problem as 'forged'].length).toBeGreaterThan(9)
    }
  })

  it('200 times, with one byte of it changed anywhere: in its head, its signature, its content', async () => {
    const good = readFileSync(await make())
    const head = good.indexOf('\n', good.indexOf('\n') + 1) + 1
    const file = join(folder, 'flipped.update')
    const taken: number[] = []
    for (let n = 0; n < 200; n += 1) {
      // Every other one in the two lines, where a lenient reader would forgive.
      const at = n % 2 === 0 ? n % head : randomBytes(4).readUInt32LE() % good.length
      const flipped = Buffer.from(good)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (n % 8))
      writeFileSync(file, flipped)
      if ((await check(file)).ok) taken.push(at)
    }
    expect(taken).toEqual([])
    writeFileSync(file, good)
    expect(await check(file)).toMatchObject({ ok: true })
  })

  it('every single bit of its signature', async () => {
    const good = readFileSync(await make())
    const start = good.indexOf('\n') + 1
    const file = join(folder, 'flipped.update')
    const taken: number[] = []
    for (let bit = 0; bit < 89 * 8; bit += 1) {
      const flipped = Buffer.from(good.subarray(0, start + 200))
      flipped[start + (bit >> 3)] = (flipped[start + (bit >> 3)] ?? 0) ^ (1 << (bit % 8))
      writeFileSync(file, flipped)
      const { ok, ...why } = await check(file)
      // What is proved of a head cut off behind its signature is that it is torn.
      if (ok || ('problem' in why && why.problem === 'torn')) taken.push(bit)
    }
    expect(taken).toEqual([])
  })
})

describe('a file that changes while it is read', () => {
  it('is not what will be started: the proved copy is', async () => {
    const file = await make()
    const checked = await check(file)
    writeFileSync(file, 'something else')
    expect(checked.ok && createHash('sha256').update(readFileSync(checked.installer)).digest('hex')).toBe(
      checked.ok && checked.header.sha256,
    )
  })
})

describe('versions', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.1.1', '0.1.0', true],
    ['1.0.0', '0.99.99', true],
    ['0.10.0', '0.9.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.9.9', '0.10.0', false],
  ])('%s after %s: %s', (a, b, answer) => expect(isNewer(a, b)).toBe(answer))
})

describe('the installer', () => {
  const opened: string[] = []
  const relaunched: string[] = []
  const system = (changes: Partial<InstallerSystem> = {}): InstallerSystem => ({
    openFile: async (path) => {
      opened.push(path)
      return ''
    },
    relaunch: (path) => void relaunched.push(path),
    appImage: null,
    ...changes,
  })

  it.each([
    ['win32', null, 'nsis'],
    ['darwin', null, 'dmg'],
    ['linux', '/opt/Ninepoint.AppImage', 'appimage'],
    ['linux', null, 'deb'],
  ] as const)('of a program on %s (%s) is %s', (platform, appImage, kind) =>
    expect(installedKind(platform, appImage)).toBe(kind),
  )

  it('of an AppImage takes its place, the old one beside it, and starts when this program has ended', async () => {
    const place = join(folder, 'programs')
    mkdirSync(place)
    const program = join(place, 'Ninepoint.AppImage')
    for (const [old, next] of [
      ['one', 'two'],
      ['two', 'three'],
    ] as const) {
      writeFileSync(program, old, { mode: 0o755 })
      writeFileSync(join(folder, 'next'), next)
      await startInstaller('appimage', join(folder, 'next'), system({ appImage: program }))
      expect(readFileSync(program, 'utf8')).toBe(next)
      expect(readFileSync(`${program}.previous`, 'utf8')).toBe(old)
      expect(readdirSync(place).toSorted()).toEqual(['Ninepoint.AppImage', 'Ninepoint.AppImage.previous'])
    }
    expect(relaunched).toEqual([program, program])
  })

  it('of a Mac, or in a deb package, is opened by the system; its refusal is heard', async () => {
    await startInstaller('dmg', '/a.dmg', system())
    await startInstaller('deb', '/a.deb', system())
    expect(opened).toEqual(['/a.dmg', '/a.deb'])
    await expect(startInstaller('deb', '/a.deb', system({ openFile: async () => 'no program' }))).rejects.toThrow()
  })

  it('for Windows is started as a program of its own', async () => {
    const program = join(folder, 'setup')
    const heard = join(folder, 'heard')
    writeFileSync(`${program}.part`, `#!/bin/sh\necho "$@" > "${heard}"\n`)
    chmodSync(`${program}.part`, 0o700)
    renameSync(`${program}.part`, program)
    if (process.platform === 'win32') return
    await startInstaller('nsis', program, system())
    await expect.poll(() => existsSync(heard) && readFileSync(heard, 'utf8')).toBe('--updated\n')
    await expect(startInstaller('nsis', join(folder, 'nothing'), system())).rejects.toThrow()
  })
})
