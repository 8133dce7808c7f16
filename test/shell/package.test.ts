import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../electron/launch/build.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint-package-'))
const resources = join(folder, 'release/linux-unpacked/resources')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Packs with the real configuration around an empty shell where Electron would be; its fuses need the real binary to be set in. */
beforeAll(async () => {
  await buildAll()
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'resources'), { recursive: true })
  writeFileSync(join(electron, 'electron'), '#!/bin/sh\n')
  chmodSync(join(electron, 'electron'), 0o755)
  writeFileSync(join(electron, 'version'), '45.4.1')
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  writeFileSync(join(folder, 'builder.yml'), config.replace(/^electronFuses:\n(?: {2}.*\n)+/m, ''))
  const packed = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      '--x64',
      '--publish=never',
      `--config=${join(folder, 'builder.yml')}`,
      `-c.electronDist=${electron}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  expect([packed.status, packed.stderr]).toEqual([0, ''])
})

type Entry = { readonly files?: Readonly<Record<string, Entry>>; readonly unpacked?: boolean }

/** The paths in an asar archive: its header is JSON behind four lengths. */
function archived(): string[] {
  const bytes = readFileSync(join(resources, 'app.asar'))
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry
  const pathsOf = (entry: Entry, path: string): string[] =>
    entry.files === undefined
      ? [path]
      : Object.entries(entry.files).flatMap(([name, one]) => pathsOf(one, `${path}/${name}`))
  return pathsOf(header, '')
}

describe('the package', () => {
  it('holds the entries of the main side, the page and the driver, and nothing else', () => {
    const paths = archived()
    const ours = /^\/(?:package\.json|dist\/(?:main|renderer)\/|node_modules\/better-sqlite3\/)/
    expect(paths.filter((path) => !ours.test(path))).toEqual([])
    for (const path of [
      '/dist/main/electron.js',
      '/dist/main/desk-process.js',
      '/dist/main/import-worker.js',
      '/dist/main/preload.cjs',
      '/dist/renderer/index.html',
    ])
      expect(paths).toContain(path)
    expect(paths.filter((path) => /\.(?:ts|tsx|map|cc|cpp|c|h)$/.test(path))).toEqual([])
  })

  it('brings one driver binary, outside the archive where the system can load it', () => {
    const isDriver = (path: string) => path.endsWith('.node')
    expect(archived().filter(isDriver)).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
    expect(unpacked.filter(isDriver)).toEqual([join('node_modules/better-sqlite3/prebuilds/linux-x64.node')])
  })

  it('names no tool, test or licence of development in its package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
  })
})

describe('the configuration', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('sets the fuse %s to %s', (fuse, value) => expect(config).toContain(`  ${fuse}: ${value}\n`))
})
