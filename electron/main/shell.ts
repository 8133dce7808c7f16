import { join } from 'node:path'
import { app, dialog, Menu, shell } from 'electron'
import type { Logger } from 'pino'
import type { ShellAct, ShellAsk, ShellState } from '../../shared/shell/shell-messages.ts'
import { ASK_CHANNEL, PAGE_ORIGIN } from '../transports/ipc.ts'
import { type Acts, actsOf } from './acts.ts'
import type { DeskHost } from './desk-host.ts'
import { type MenuActs, menuTemplate } from './menu.ts'
import type { OrderlyEnd } from './orderly-end.ts'
import { recoverPage } from './recover-page.ts'
import { remindRegularly } from './remind.ts'
import { shellWords, withVersion } from './shell-words.ts'
import { isStartedWithSystem, startWithSystem } from './start-with-system.ts'
import { createTray } from './tray.ts'
import { updater } from './update.ts'
import { createWindow, type MainWindow } from './window.ts'

export type ShellOptions = {
  readonly folder: string
  readonly desk: DeskHost
  readonly end: OrderlyEnd
  readonly log: Logger
  readonly updateKey: string | null
  /** Started by the system: stays in the tray until it is asked for, and goes back there when its window is closed. */
  readonly isHidden: boolean
}

export type Shell = {
  readonly show: () => void
  readonly ask: (message: ShellAsk) => void
  readonly act: (act: ShellAct) => Promise<unknown>
  /** Hands a packed store to the desk; the page hears of it once it is there. */
  readonly offer: (path: string) => Promise<void>
  readonly load: () => Promise<void>
  readonly language: () => ShellState['language']
  /** The program is about to end: the page says so, the window's place is kept. */
  readonly sayGoodbye: () => void
}

/** The window with what the system shows of the program: menu, tray, reminders. One window, one person at a time. */
export function createShell(options: ShellOptions): Shell {
  const main = createWindow(join(options.folder, 'window.json'))
  const { window, show } = main
  const tray = createTray(show)
  let state: ShellState = { language: 'zh', due: null, isBusy: false }
  let isLoaded = false
  let waiting: ShellAsk[] = []

  const language = () => state.language
  const ask = (message: ShellAsk) => {
    if (window.isDestroyed()) return
    if (isLoaded) window.webContents.send(ASK_CHANNEL, message)
    else waiting.push(message)
  }
  const offer = async (path: string) => {
    show()
    if (await options.desk.offer(path)) ask({ kind: 'store_file' })
  }
  const updateFromFile = updater({ ...options, window, language, publicKey: options.updateKey })
  const dress = () => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language(), process.platform, menuActs)))
    tray.dress(state)
  }
  const onState = (next: ShellState) => {
    state = next
    dress()
  }
  const acts = actsOf({ ...options, window, language, onState, savePdf: main.savePdf, offer, updateFromFile })
  const menuActs = menuActsOf(main, acts, ask, options.folder, language)

  dress()
  recoverPage(window, { ...options, language, onEnd: () => options.end.begin('person') })
  remindRegularly(
    window,
    () => state,
    () => {
      show()
      ask({ kind: 'go', path: '/today' })
    },
  )
  endWith(main, options)

  return {
    show,
    ask,
    offer,
    language,
    sayGoodbye: () => {
      // A page that was closed from within takes its window with it before anybody is asked.
      if (window.isDestroyed()) return
      main.keepPlace()
      ask({ kind: 'closing' })
    },
    load: async () => {
      await window.loadURL(`${PAGE_ORIGIN}/`)
      isLoaded = true
      if (!options.isHidden) show()
      for (const message of waiting) ask(message)
      waiting = []
    },
    act: async (act) => (acts[act.kind] as (act: ShellAct) => unknown)(act),
  }
}

/** Closing the window ends the program, unless the system started it: then it goes back to the tray. */
function endWith({ window }: MainWindow, { end, isHidden }: ShellOptions): void {
  window.on('close', (event) => {
    event.preventDefault()
    if (isHidden && !end.isUnderWay()) window.hide()
    else end.begin('person')
  })
  // Windows shuts down or logs off: what can be done is done while it asks.
  window.on('query-session-end', () => end.begin('system'))
  window.on('session-end', () => end.begin('system'))
}

function menuActsOf(
  { window, zoom, savePdf }: MainWindow,
  acts: Acts,
  ask: Shell['ask'],
  folder: string,
  language: Shell['language'],
): MenuActs {
  return {
    ask,
    print: () => void acts.print({ kind: 'print' }),
    savePdf: () => void savePdf(`${app.getName()}.pdf`),
    openPacked: () => void acts.choose_packed({ kind: 'choose_packed' }),
    showData: () => void acts.show_data({ kind: 'show_data' }),
    showLogs: () => shell.showItemInFolder(join(folder, 'logs', 'shell.log')),
    update: () => void acts.update_from_file({ kind: 'update_from_file' }),
    about: () => {
      const words = shellWords(language())
      void dialog.showMessageBox(window, {
        type: 'info',
        message: words.appName,
        detail: withVersion(words.aboutText, app.getVersion()),
        buttons: [words.ok],
      })
    },
    zoom,
    isStartedWithSystem,
    startWithSystem,
  }
}
