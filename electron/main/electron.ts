import { join } from 'node:path'
import { app, dialog, ipcMain, powerMonitor, protocol, safeStorage, session, utilityProcess } from 'electron'
import type { Logger } from 'pino'
import { createFileLog } from '../api/file-log.ts'
import { carryOverIpc } from '../transports/ipc.ts'
import { pageHandler } from './app-page.ts'
import { type DeskHost, startDeskHost } from './desk-host.ts'
import { guardSession } from './guards.ts'
import { handedFile, packedStoreAt } from './handed-file.ts'
import { createOrderlyEnd, type OrderlyEnd } from './orderly-end.ts'
import { catchOwnErrors } from './own-errors.ts'
import { createShell, type Shell } from './shell.ts'
import { isStartedHidden } from './start-with-system.ts'
import { systemKeys } from './system-keys.ts'
import { troubleWords } from './trouble-words.ts'

// Electron's entry: the window and the system around it. The store, its engine and every request live in a process of their own
// (desk-host.ts), the page in its sandbox; this process only carries between the two.

/** Put in by the build (electron/launch/build.ts): whose updates this program takes; empty when nobody's. */
declare const __UPDATE_KEY__: string

/** What the parts of a running program know of each other while they come up one after the other. */
type Program = {
  desk: DeskHost | null
  shell: Shell | null
  /** A packed store that was handed over before there was anybody to take it. */
  handed: string | null
}
const program: Program = { desk: null, shell: null, handed: null }

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
app.enableSandbox()
// A Mac hands files over this way, also before the program is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  take(packedStoreAt(path, '/'))
})
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(open)

async function open(): Promise<void> {
  const folder = app.getPath('userData')
  const log = createFileLog(folder, 'shell')
  const end = createOrderlyEnd({
    onBegin: () => program.shell?.sayGoodbye(),
    close: () => program.desk?.close() ?? Promise.resolve(true),
    kill: () => program.desk?.kill(),
    onUnsaved: () => dialog.showErrorBox(words().unsavedTitle, words().unsavedText),
    exit: (code) => app.exit(code),
  })
  catchOwnErrors(log, () => {
    dialog.showErrorBox(words().fatalTitle, words().fatalText)
    end.begin('fault')
  })
  program.desk = await startDesk(folder, log, end)
  if (program.desk === null) return app.exit(0)
  endWithSystem(end)
  protocol.handle('app', pageHandler(join(import.meta.dirname, '../renderer')))
  guardSession(session.defaultSession)
  const shell = createShell({
    folder,
    desk: program.desk,
    end,
    log,
    updateKey: __UPDATE_KEY__ === '' ? null : __UPDATE_KEY__,
    isHidden: isStartedHidden(),
  })
  program.shell = shell
  carryOverIpc(ipcMain, { call: program.desk.call, act: shell.act })
  app.on('second-instance', (_event, argv, workingFolder) => {
    shell.show()
    take(handedFile(argv, workingFolder))
  })
  await shell.load()
  take(program.handed ?? handedFile(process.argv, process.cwd()))
}

function startDesk(folder: string, log: Logger, end: OrderlyEnd): Promise<DeskHost | null> {
  return startDeskHost({
    fork: () =>
      utilityProcess.fork(join(import.meta.dirname, 'desk-process.js'), [], { serviceName: 'ninepoint-store' }),
    folder,
    isDemo: process.argv.includes('--demo'),
    keys: systemKeys(safeStorage, process.platform, log),
    log,
    onRefused: (text) => {
      dialog.showErrorBox('九控 Ninepoint', text)
      end.begin('person')
    },
    onRestarted: () => program.shell?.ask({ kind: 'store_restarted' }),
    onKeepsFailing: async () => {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message: words().deskTitle,
        detail: words().deskText,
        buttons: [words().again, words().end],
        defaultId: 0,
        cancelId: 1,
      })
      if (response !== 0) end.begin('person')
      return response === 0
    },
  })
}

/** Every other way in which a program ends leads to the same orderly one. */
function endWithSystem(end: OrderlyEnd): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    end.begin('person')
  })
  // Electron's types leave out the event that its documentation says to prevent: without it the system does not wait.
  powerMonitor.on('shutdown', ((event?: { preventDefault: () => void }) => {
    event?.preventDefault()
    end.begin('system')
  }) satisfies () => void)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end.begin('system'))
}

/** A packed store goes to the desk; before there is a window it waits. */
function take(file: string | null): void {
  if (file === null) return
  if (program.shell === null) program.handed = file
  else void program.shell.offer(file)
}

function words() {
  return troubleWords(program.shell?.language() ?? 'zh')
}
