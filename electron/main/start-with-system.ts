import { app } from 'electron'
import { autostartFile, isAutostarted, setAutostart } from './autostart.ts'

/** Started by the system: no window until somebody asks for it in the tray. */
export const HIDDEN = '--hidden'

/** Kept by the system alone, so that its own settings and ours never differ. */
export function isStartedWithSystem(): boolean {
  if (process.platform === 'linux') return isAutostarted(autostartFile(process.env))
  return app.getLoginItemSettings(loginItem()).openAtLogin
}

export function startWithSystem(isWanted: boolean): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ ...loginItem(), openAtLogin: isWanted })
  const program = process.env['APPIMAGE'] ?? process.execPath
  setAutostart(autostartFile(process.env), isWanted ? [program, ...ownArguments()] : null)
}

/** Whether this start is the system's: said by our own argument, on a Mac by the system. */
export function isStartedHidden(): boolean {
  if (process.argv.includes(HIDDEN)) return true
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}

function loginItem(): { readonly path: string; readonly args: string[] } {
  return { path: process.execPath, args: ownArguments() }
}

/** Before it is packed the program is an argument of Electron. */
function ownArguments(): string[] {
  return [...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN]
}
