import { EventEmitter } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { note } from './stand-in-log.ts'

// What of the system around the window the stand-in has: menu, tray, dialogs, screens, power.

export const screen = {
  getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
}

let current: readonly MenuItemConstructorOptions[] = []
export const menu = () => current
export const Menu = {
  buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: readonly MenuItemConstructorOptions[]) => {
    current = template
  },
}

let shownToolTip = ''
export const toolTip = () => shownToolTip
export class Tray extends EventEmitter {
  setToolTip = (text: string) => {
    shownToolTip = text
  }
  setContextMenu = () => undefined
}

export class Notification extends EventEmitter {
  static isSupported = () => true
  constructor(options: unknown) {
    super()
    note('new Notification', options)
  }
  show = () => note('notification.show')
}

export const nativeImage = { createFromPath: (path: string) => ({ path }) }

export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleState: () => 'active' })

const folder = () => String(process.env['STAND_IN_FOLDER'])
/** How many there are when something happens that must not happen before. */
export const backups = () => {
  const kept = join(folder(), 'showroom.db-backups')
  return existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.db')).length : 0
}

export const shell = {
  showItemInFolder: (path: string) => note('shell.showItemInFolder', path),
  openPath: async (path: string) => {
    note('shell.openPath', { path, backups: backups() })
    return ''
  },
}

/** What the person will answer, dialog by dialog; without it what is usual in the tests. */
const planned: [name: string, value: unknown][] = []
export const answerDialog = (answer: [name: string, value: unknown]) => void planned.push(answer)
function answerTo<T>(name: string, usual: T): T {
  const at = planned.findIndex(([planned]) => planned === name)
  return at < 0 ? usual : (planned.splice(at, 1)[0]?.[1] as T)
}

export const dialog = {
  showErrorBox: (title: string, text: string) => note('dialog.showErrorBox', [title, text]),
  showSaveDialog: async (_window: unknown, options: unknown) => {
    note('dialog.showSaveDialog', options)
    return answerTo('showSaveDialog', { canceled: false, filePath: join(folder(), 'saved.pdf') })
  },
  showOpenDialog: async (_window: unknown, options: unknown) => {
    note('dialog.showOpenDialog', options)
    return answerTo('showOpenDialog', { canceled: true, filePaths: [] as string[] })
  },
  showMessageBox: async (...given: unknown[]) => {
    note('dialog.showMessageBox', JSON.parse(JSON.stringify(given.at(-1))))
    return answerTo('showMessageBox', { response: 1 })
  },
}

/** A key store of the user who set STAND_IN_KEYS; another user, or the same after a loss, cannot open what was closed before. */
const KEYS = process.env['STAND_IN_KEYS'] ?? ''
export const safeStorage = {
  getSelectedStorageBackend: () => (KEYS === '' ? 'basic_text' : 'gnome_libsecret'),
  isAsyncEncryptionAvailable: () => Promise.resolve(KEYS !== ''),
  encryptStringAsync: (text: string) => {
    note('safeStorage.encryptStringAsync')
    return Promise.resolve(Buffer.from(`${KEYS}:${[...text].toReversed().join('')}`))
  },
  decryptStringAsync: (closed: Buffer) => {
    note('safeStorage.decryptStringAsync')
    const [keys, text = ''] = closed.toString().split(':')
    if (keys !== KEYS) return Promise.reject(new Error('of another key store'))
    return Promise.resolve({ result: [...text].toReversed().join(''), shouldReEncrypt: false })
  },
}
