import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../electron/launch/build.ts'
import { FUSES, fuseConfig } from '../../electron/package/fuses.ts'
import { archivedFile, archivedPaths } from './archive.ts'
import { FUSE_SENTINEL, peTools, SHIPPED_WIRE, wire } from './stand-in-dist.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint-package-'))
const release = join(folder, 'release')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await buildAll()
  const packed = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'pack-targets.ts'), folder],
    { cwd: root, encoding: 'utf8' },
  )
  expect([packed.status, packed.stderr]).toEqual([0, ''])
})

const MAC = 'Ninepoint.app/Contents'
/** Every target: its folder, where its resources lie, the program its fuses are in, its driver. */
const TARGETS = [
  ['linux x64', 'linux-unpacked', 'resources', 'ninepoint', 'linux-x64.node'],
  ['linux arm64', 'linux-arm64-unpacked', 'resources', 'ninepoint', 'linux-arm64.node'],
  ['windows x64', 'win-unpacked', 'resources', 'Ninepoint.exe', 'win32-x64.node'],
  ['mac x64', 'mac', `${MAC}/Resources`, 'Ninepoint.app', 'darwin-x64.node'],
  ['mac arm64', 'mac-arm64', `${MAC}/Resources`, 'Ninepoint.app', 'darwin-arm64.node'],
] as const

const OURS = [
  '/dist/main/electron.js',
  '/dist/main/desk-process.js',
  '/dist/main/import-worker.js',
  '/dist/main/backup-copy.js',
  '/dist/main/store-check.js',
  '/dist/main/purge.js',
  '/dist/main/export.js',
  '/dist/main/preload.cjs',
  '/dist/renderer/index.html',
  '/package.json',
]

describe.each(TARGETS)('the package for %s', (_, target, resources, program, driver) => {
  const archive = () => join(release, target, resources, 'app.asar')

  it('holds the entries of the main side, the page, better-sqlite3’s own JavaScript, and nothing else', () => {
    const paths = archivedPaths(archive())
    const isExpected = (path: string) =>
      OURS.includes(path) ||
      /^\/dist\/renderer\/(?:assets\/[\w.-]+\.(?:js|css|png|svg|woff2)|icon\.svg|tray\.png)$/.test(path) ||
      /^\/node_modules\/better-sqlite3\/(?:package\.json|LICENSE|README\.md|lib\/.*\.js|prebuilds\/[\w-]+\.node)$/.test(
        path,
      )
    expect(paths.filter((path) => !isExpected(path))).toEqual([])
    expect(OURS.filter((path) => !paths.includes(path))).toEqual([])
    expect(paths.filter((path) => /\.(?:ts|tsx|map|cc|cpp|c|h|md\.ts|test\..*|db)$/.test(path))).toEqual([])
  })

  it('brings one driver, the target’s, outside the archive where the system can load it', () => {
    const isDriver = (path: string) => path.endsWith('.node')
    const own = `node_modules/better-sqlite3/prebuilds/${driver}`
    expect(archivedPaths(archive()).filter(isDriver)).toEqual([`/${own}`])
    const unpacked = readdirSync(`${archive()}.unpacked`, { recursive: true, encoding: 'utf8' })
    expect(unpacked.filter(isDriver)).toEqual([join(own)])
    expect(readFileSync(join(`${archive()}.unpacked`, own))).toEqual(readFileSync(join(root, own)))
  })

  it('has all nine fuses set by the packing, as the library of Electron reads them', async () => {
    const { version, ...read } = await getCurrentFuseWire(join(release, target, program))
    expect(version).toBe('1')
    const states = Object.values(read).map((state) => String.fromCodePoint(Number(state)))
    expect(states.join('')).toBe(FUSES.map(([, isOn]) => (isOn ? '1' : '0')).join(''))
    expect(states.join('')).toBe('010011001')
    expect(states.join('')).not.toBe(SHIPPED_WIRE)
  })

  it('speaks Chinese and English, and carries no other language of Electron’s', () => {
    const files = readdirSync(join(release, target), { recursive: true, encoding: 'utf8' })
    const languages = files.flatMap((file) => /([\w-]+)\.(?:lproj$|pak$)/.exec(file)?.[1] ?? [])
    expect([...new Set(languages)].filter((language) => language !== 'locale').toSorted()).toEqual(
      target.startsWith('mac') ? ['en', 'zh_CN'] : ['en-US', 'zh-CN'],
    )
  })
})

describe('what is in the archive', () => {
  const archive = () => join(release, 'linux-unpacked/resources/app.asar')

  it('names no folder of this machine and no map of its sources; page, styles and preload name no host', () => {
    for (const path of archivedPaths(archive()).filter((name) => /^\/dist\/.*\.(?:js|cjs|css|html)$/.test(name))) {
      const text = archivedFile(archive(), path).toString('utf8')
      expect([path, text.includes(root)]).toEqual([path, false])
      expect([path, text.includes('sourceMappingURL=')]).toEqual([path, false])
      if (!path.endsWith('.js')) expect([path, /(?:https?|wss?):\/\//.exec(text)?.[0]]).toEqual([path, undefined])
    }
  })

  it('depends on nothing but the driver', () => {
    const manifest = JSON.parse(archivedFile(archive(), '/package.json').toString('utf8')) as Record<string, object>
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['better-sqlite3'])
    expect(manifest['devDependencies']).toBeUndefined()
  })
})

describe('what the system is told of the program', () => {
  it('on a Mac: the document it owns, with its icon', () => {
    const plist = readFileSync(join(release, 'mac-arm64', MAC, 'Info.plist'), 'utf8')
    for (const said of ['<string>ninepoint</string>', '九控门店 Ninepoint showroom', '<string>document.icns</string>'])
      expect(plist).toContain(said)
    expect(existsSync(join(release, 'mac-arm64', MAC, 'Resources/document.icns'))).toBe(true)
    expect(plist).toContain('<key>ElectronAsarIntegrity</key>')
  })

  it('on Windows: the hash of the archive, inside the program', () => {
    const { NtExecutable, NtExecutableResource } = peTools()
    const program = NtExecutable.from(readFileSync(join(release, 'win-unpacked/Ninepoint.exe')))
    const entries = NtExecutableResource.from(program).entries as { type: unknown; bin: ArrayBuffer }[]
    const integrity = entries.find(({ type }) => type === 'INTEGRITY')
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer()).toString('utf8'))).toMatchObject([
      { file: 'resources\\app.asar', alg: 'SHA256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })
})

describe('setting the fuses', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ninepoint-fuses-')), 'program')
  afterAll(() => rmSync(dirname(file), { recursive: true, force: true }))
  const flipped = async (binary: Buffer) => {
    writeFileSync(file, binary)
    await flipFuses(file, fuseConfig(false))
    return readFileSync(file).toString('latin1')
  }

  it('sets each as decided, in both halves of a universal program, and touches nothing else', async () => {
    const set = await flipped(Buffer.concat([Buffer.from('before'), wire(), Buffer.from('between'), wire()]))
    const wires = `${FUSE_SENTINEL}\u0001\u0009010011001`
    expect(set).toBe(`before${wires}between${wires}`)
  })

  it.each([
    ['no wire', Buffer.from('no wire')],
    ['a fuse less', wire('10110001')],
    ['a fuse more, which nobody decided', wire('1011000111')],
  ])('stops the packing at %s', async (_, binary) => {
    await expect(flipped(binary)).rejects.toThrow(/fuse/i)
  })
})

describe('the configuration', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  it.each([
    [
      'lets the person choose: for oneself or for everybody',
      'oneClick: false\n  perMachine: false\n  allowElevation: true',
    ],
    ['keeps the showroom’s data when the program goes', 'deleteAppDataOnUninstall: false'],
    ['makes a disk image for both kinds of Mac', '- target: dmg\n      arch: [x64, arm64]'],
    ['makes an AppImage', '- target: AppImage\n      arch: [x64, arm64]'],
    ['makes a Debian package', '- target: deb\n      arch: [x64, arm64]'],
    ['knows packed stores on Windows', 'name: Ninepoint.Showroom\n      description: 九控门店'],
    ['knows packed stores on Linux', 'mimeType: application/x-ninepoint'],
    ['runs the fuses’ hook', 'afterPack: ./electron/package/after-pack.ts'],
  ])('%s', (_, said) => expect(config).toContain(said))
})
