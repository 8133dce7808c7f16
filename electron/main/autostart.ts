import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

// Starting with the system on Linux: a file in the XDG autostart folder, as Electron has no call for it there.

/** Where the entry lies: the folder that the system reads, or the usual one when that is not set properly. */
export function autostartFile(env: Readonly<Record<string, string | undefined>>): string {
  const wished = env['XDG_CONFIG_HOME']
  const config = wished !== undefined && isAbsolute(wished) ? wished : join(homedir(), '.config')
  return join(config, 'autostart', 'ninepoint.desktop')
}

/** The entry that starts this command line (Desktop Entry Specification 1.5: Exec's quoting, then that of a value). */
export function autostartEntry(command: readonly string[]): string {
  const exec = command.map(quoted).join(' ').replaceAll('\\', '\\\\')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ninepoint',
    'Name[zh_CN]=九控',
    `Exec=${exec}`,
    'Terminal=false',
    '',
  ].join('\n')
}

function quoted(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
}

/** Also false when the desktop's own settings switched the entry off. */
export function isAutostarted(file: string): boolean {
  try {
    return !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}

export function setAutostart(file: string, command: readonly string[] | null): void {
  if (command === null) return rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, autostartEntry(command))
}
