import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, Menu, Notification, nativeImage, screen, shell, Tray } from 'electron'
import type { ShellAct, ShellAsk, ShellState } from '../../shared/shell/shell-messages.ts'
import { ASK_CHANNEL, PAGE_ORIGIN } from '../transports/ipc.ts'
import { guardContents } from './guards.ts'
import { type MenuActs, menuTemplate } from './menu.ts'
import { isReminderDue } from './reminder.ts'
import { shellWords, withCount } from './shell-words.ts'
import { keepPlacement, placeOn, readPlacements, SMALLEST } from './window-state.ts'

export type Shell = {
  readonly show: () => void
  readonly ask: (message: ShellAsk) => void
  readonly act: (act: ShellAct) => Promise<void>
  readonly load: () => Promise<void>
}

const REMINDER_EVERY_MS = 60_000
const ZOOM_STEP = 0.5
const ZOOM_LIMIT = 3

/** The window with what the system shows of the program: menu, tray, reminders. One window, one person at a time. */
export function createShell(folder: string): Shell {
  const placements = join(folder, 'window.json')
  let state: ShellState = { language: 'zh', due: null, isBusy: false }
  const window = createWindow(placements)
  const tray = new Tray(nativeImage.createFromPath(join(import.meta.dirname, '../renderer/tray.png')))

  const show = () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  const ask = (message: ShellAsk) => window.webContents.send(ASK_CHANNEL, message)
  const dress = () => {
    const words = shellWords(state.language)
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state.language, process.platform, acts)))
    tray.setToolTip(
      state.due === null ? words.nobody : state.due === 0 ? words.allDone : withCount(words.due, state.due),
    )
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: show },
        { role: 'quit', label: words.quit },
      ]),
    )
  }
  const acts = actsOf(window, folder, ask)

  tray.on('click', show)
  dress()
  recover(window, () => state)
  remindRegularly(
    window,
    () => state,
    () => {
      show()
      ask({ kind: 'go', path: '/today' })
    },
  )

  return {
    show,
    ask,
    load: () => window.loadURL(`${PAGE_ORIGIN}/`),
    act: async (act) => {
      switch (act.kind) {
        case 'state':
          state = act.state
          return dress()
        case 'print':
          return acts.print()
        case 'save_pdf':
          return savePdf(window, act.fileName)
      }
    },
  }
}

function actsOf(window: BrowserWindow, folder: string, ask: Shell['ask']): MenuActs {
  return {
    ask,
    print: () => window.webContents.print({ printBackground: true }),
    savePdf: () => void savePdf(window, `${app.getName()}.pdf`),
    showData: () => shell.showItemInFolder(join(folder, 'showroom.db')),
    zoom: (step: -1 | 0 | 1) => zoom(window, step),
    isStartedWithSystem: app.getLoginItemSettings().openAtLogin,
    startWithSystem: (isWanted: boolean) => app.setLoginItemSettings({ openAtLogin: isWanted }),
  }
}

/** Looks every minute whether a reminder is due; a click on it leads to the day's list. */
function remindRegularly(window: BrowserWindow, stateNow: () => ShellState, onOpen: () => void): void {
  let lastAt: number | null = null
  const look = () => {
    const now = Date.now()
    const state = stateNow()
    const view = { state, isFocused: window.isFocused(), lastAt, now, hour: new Date(now).getHours() }
    if (!isReminderDue(view) || !Notification.isSupported()) return
    lastAt = now
    const words = shellWords(state.language)
    const note = new Notification({ title: withCount(words.remindTitle, state.due ?? 0), body: words.remindText })
    note.on('click', onOpen)
    note.show()
  }
  const timer = setInterval(look, REMINDER_EVERY_MS)
  window.on('closed', () => clearInterval(timer))
}

function createWindow(placements: string): BrowserWindow {
  const place = placeOn(screen.getAllDisplays(), readPlacements(placements))
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (place.isMaximized) window.maximize()
  guardContents(window.webContents)
  window.on('close', () =>
    keepPlacement(placements, screen.getAllDisplays(), {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    }),
  )
  return window
}

function zoom({ webContents }: BrowserWindow, step: -1 | 0 | 1): void {
  const level = step === 0 ? 0 : webContents.getZoomLevel() + step * ZOOM_STEP
  webContents.setZoomLevel(Math.max(-ZOOM_LIMIT, Math.min(ZOOM_LIMIT, level)))
}

async function savePdf(window: BrowserWindow, fileName: string): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return
  const pdf = await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' })
  await writeFile(filePath, pdf)
}

/** A page that broke is loaded again; one that hangs asks whether to wait. The store lives elsewhere and knows nothing of it. */
function recover(window: BrowserWindow, stateNow: () => ShellState): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  window.on('unresponsive', () => {
    const words = shellWords(stateNow().language)
    void dialog
      .showMessageBox(window, {
        type: 'question',
        title: words.appName,
        message: words.hangTitle,
        detail: words.hangText,
        buttons: [words.wait, words.reload],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        if (response === 1) window.webContents.forcefullyCrashRenderer()
      })
  })
}
