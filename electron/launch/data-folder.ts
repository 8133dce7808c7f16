import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the showroom's data lie unless said otherwise: the place each system has for a program's data. */
export function dataFolder(): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Ninepoint')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Ninepoint')
    default:
      return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'ninepoint')
  }
}
