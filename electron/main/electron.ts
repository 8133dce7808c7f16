import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'
import { createDesk, type Desk } from '../api/desk.ts'
import { createFileLog } from '../api/file-log.ts'
import { storeProblemText } from '../launch/store-problem.ts'
import { carryOverIpc, PAGE_ORIGIN } from '../transports/ipc.ts'
import { readPage } from '../transports/page.ts'

// Electron's entry: a window around the same page and the same gate that the local server has. The shell proper (menu, tray,
// notifications, window state) is a later chapter; what is here is what keeps the page in its sandbox.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(open)

async function open(): Promise<void> {
  const desk = openDesk()
  if (desk === null) return app.quit()
  if (process.argv.includes('--demo')) await desk.openDemo()
  carryOverIpc(ipcMain, desk)
  const pageFolder = join(import.meta.dirname, '../renderer')
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const page = url.origin === PAGE_ORIGIN || url.host === 'bundle' ? await readPage(pageFolder, url.pathname) : null
    if (page === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(page.body), { status: page.status, headers: page.headers })
  })
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  closeInOrder(desk)
  const window = createWindow()
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(`${PAGE_ORIGIN}/`)
}

function openDesk(): Desk | null {
  const folder = app.getPath('userData')
  try {
    return createDesk({ folder, log: createFileLog(folder) })
  } catch (error) {
    dialog.showErrorBox('九控 Ninepoint', storeProblemText(error))
    return null
  }
}

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 720,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  const stay = (event: Electron.Event, url: string) => {
    if (!url.startsWith(`${PAGE_ORIGIN}/`)) event.preventDefault()
  }
  window.webContents.on('will-navigate', (event) => stay(event, event.url))
  window.webContents.on('will-redirect', (event) => stay(event, event.url))
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  return window
}

/** The last window closed: a verified backup, then the store's file closed; only then the program ends. */
function closeInOrder(desk: Desk): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void desk.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}
