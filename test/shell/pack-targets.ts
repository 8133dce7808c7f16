import { join, resolve } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { makeStandInDists } from './stand-in-dist.ts'

/**
 * Packs the program for all its targets into `folder` as the workflow does, with the real configuration, around stand-ins of Electron;
 * only what needs the system itself (signing, a program's icon on Windows) is left out. Run: node pack-targets.ts FOLDER
 */
const folder = process.argv[2] ?? ''
makeStandInDists(join(folder, 'electron'))
await build({
  projectDir: resolve(import.meta.dirname, '../..'),
  publish: 'never',
  targets: new Map([
    ...Platform.LINUX.createTarget('dir', Arch.x64, Arch.arm64),
    ...Platform.WINDOWS.createTarget('dir', Arch.x64),
    ...Platform.MAC.createTarget('dir', Arch.x64, Arch.arm64),
  ]),
  config: {
    extends: resolve(import.meta.dirname, '../../electron-builder.yml'),
    electronDist: ({ platformName }: { platformName: string }) => join(folder, 'electron', platformName),
    directories: { output: join(folder, 'release') },
    win: { signAndEditExecutable: false },
    mac: { identity: null },
  },
})
