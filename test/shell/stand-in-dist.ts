import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// What electron-builder takes for Electron's own folders: as little as it needs, with a wire of fuses as Electron ships it.

/** What stands before the fuses in Electron's binary. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Electron 45's nine as they come: run as Node, no cookie encryption, Node's options, inspection, no integrity, … */
export const SHIPPED_WIRE = '101100011'

export function wire(fuses = SHIPPED_WIRE): Buffer {
  const head = Buffer.from([1, fuses.length])
  return Buffer.concat([Buffer.from(FUSE_SENTINEL), head, Buffer.from(fuses)])
}

function write(file: string, content: string | Buffer, mode = 0o755): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content, { mode })
}

/** Makes the three in `folder`: linux, win32, darwin; the config's `electronDist` picks by the target's name. */
export function makeStandInDists(folder: string): void {
  const program = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(500), wire(), Buffer.alloc(500)])
  for (const platform of ['linux', 'win32']) {
    write(join(folder, platform, 'version'), '45.4.1')
    for (const language of ['de', 'en-US', 'zh-CN']) write(join(folder, platform, 'locales', `${language}.pak`), '')
    mkdirSync(join(folder, platform, 'resources'), { recursive: true })
  }
  write(join(folder, 'linux/electron'), program)
  write(join(folder, 'win32/electron.exe'), windowsProgram())

  const app = join(folder, 'darwin/Electron.app/Contents')
  const plist =
    '<?xml version="1.0"?><plist version="1.0"><dict><key>CFBundleName</key><string>Electron</string></dict></plist>'
  for (const name of [
    'Electron Helper',
    'Electron Helper (Renderer)',
    'Electron Helper (GPU)',
    'Electron Helper (Plugin)',
  ]) {
    write(join(app, 'Frameworks', `${name}.app/Contents/Info.plist`), plist)
    write(join(app, 'Frameworks', `${name}.app/Contents/MacOS`, name), 'helper')
  }
  write(join(app, 'Info.plist'), plist)
  write(join(app, 'MacOS/Electron'), 'starts the framework')
  const framework = join(app, 'Frameworks/Electron Framework.framework/Versions/A')
  write(join(framework, 'Electron Framework'), program)
  symlinkSync('A', join(framework, '../Current'))
  symlinkSync('Versions/Current/Electron Framework', join(framework, '../../Electron Framework'))
  for (const language of ['de', 'en', 'zh_CN']) {
    write(join(app, 'Resources', `${language}.lproj/strings`), '')
    write(join(framework, 'Resources', `${language}.lproj/locale.pak`), '')
  }
}

type PeTools = {
  readonly NtExecutable: { readonly createEmpty: (is32Bit: boolean) => Pe; readonly from: (bytes: Buffer) => Pe }
  readonly NtExecutableResource: { readonly from: (pe: Pe) => { outputResource: (pe: Pe) => void; entries: unknown[] } }
  readonly Resource: { readonly VersionInfo: { readonly createEmpty: () => VersionInfo } }
}
type Pe = { readonly generate: () => ArrayBuffer; readonly setExtraData: (bytes: ArrayBuffer) => void }
type VersionInfo = {
  lang: number
  readonly setStringValues: (language: { lang: number; codepage: number }, values: object) => void
  readonly outputToResourceEntries: (entries: unknown[]) => void
}

/** The library with which electron-builder writes into Windows programs; it refuses what is none. */
export function peTools(): PeTools {
  return createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))('resedit') as PeTools
}

function windowsProgram(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = peTools()
  const program = NtExecutable.createEmpty(false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  const extra = wire()
  program.setExtraData(extra.buffer.slice(extra.byteOffset, extra.byteOffset + extra.length) as ArrayBuffer)
  return Buffer.from(program.generate())
}
