import { join } from 'node:path'
import { app, dialog, ipcMain, protocol, session, utilityProcess } from 'electron'
import { carryOverIpc } from '../transports/ipc.ts'
import { pageHandler } from './app-page.ts'
import { type DeskHost, startDeskHost } from './desk-host.ts'
import { guardSession } from './guards.ts'
import { createShell, type Shell } from './shell.ts'

// Electron's entry: the window and the system around it. The store, its engine and every request live in a process of their own
// (desk-host.ts), the page in its sandbox; this process only carries between the two.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(open)

async function open(): Promise<void> {
  const folder = app.getPath('userData')
  let shell: Shell | null = null
  const desk = await startDeskHost({
    fork: () =>
      utilityProcess.fork(join(import.meta.dirname, 'desk-process.js'), [], { serviceName: 'ninepoint-store' }),
    folder,
    isDemo: process.argv.includes('--demo'),
    onRefused: (text) => dialog.showErrorBox('九控 Ninepoint', text),
    onRestarted: () => shell?.ask({ kind: 'store_restarted' }),
  })
  if (desk === null) return app.quit()
  closeInOrder(desk)
  protocol.handle('app', pageHandler(join(import.meta.dirname, '../renderer')))
  guardSession(session.defaultSession)
  const made = createShell(folder)
  shell = made
  carryOverIpc(ipcMain, { call: desk.call, act: made.act })
  app.on('second-instance', made.show)
  await made.load()
}

/** The last window closed: a verified backup, then the store's file closed; only then the program ends. */
function closeInOrder(desk: DeskHost): void {
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
