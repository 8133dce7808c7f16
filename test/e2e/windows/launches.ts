import { join, resolve } from 'node:path'
import { findElectron } from '../../../electron/launch/electron-binary.ts'
import { standInArguments } from '../../shell/run-shell.ts'
import type { CarrierOptions } from './carrier.ts'
import type { Launch } from './shell-window.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/** No question of the system's key ring, and no page that slows down because another window lies over it. */
const UNDISTURBED = [
  '--use-mock-keychain',
  '--password-store=basic',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** The real main and preload, with a stand-in wherever they call Electron. */
export function standInLaunch(options: CarrierOptions): Launch {
  const env = { ...ofItsOwn(options), STAND_IN_FOLDER: options.folder }
  return { command: process.execPath, args: [...standInArguments(), ...programArguments(options)], env }
}

/** The packaged program where one is named, else Electron with the program of this folder. */
export function electronLaunch(options: CarrierOptions): Launch {
  const [args, env] = [[...programArguments(options), ...UNDISTURBED], ofItsOwn(options)]
  const packaged = process.env['NINEPOINT_PROGRAM']
  if (packaged !== undefined) return { command: resolve(ROOT, packaged), args, env }
  const electron = findElectron()
  if ('missing' in electron) throw new Error(`no Electron: ${electron.missing}`)
  return { command: electron.path, args: [ROOT, ...args], env }
}

function programArguments({ folder, isDemo }: CarrierOptions): string[] {
  return [`--user-data-dir=${folder}`, ...(isDemo ? ['--demo'] : [])]
}

/** What it writes beside its own folder (Linux: whether it starts with the system) is not this machine's. */
function ofItsOwn({ folder }: CarrierOptions): Readonly<Record<string, string>> {
  return { XDG_CONFIG_HOME: join(folder, 'config') }
}
