import { type BrowserWindow, dialog } from 'electron'
import type { Logger } from 'pino'
import type { ShellState } from '../../shared/shell/shell-messages.ts'
import { restartLimit } from './restart-limit.ts'
import { troubleWords } from './trouble-words.ts'

export type RecoverOptions = {
  readonly language: () => ShellState['language']
  readonly log: Logger
  readonly onEnd: () => void
}

const MOST_RELOADS = 3
const RELOADS_WITHIN_MS = 300_000

/**
 * A page that broke is loaded again, and one that keeps breaking asks; one that hangs asks whether to wait. The store lives elsewhere and
 * knows nothing of it, and what was being written comes back from there.
 */
export function recoverPage(window: BrowserWindow, options: RecoverOptions): void {
  const limit = restartLimit(MOST_RELOADS, RELOADS_WITHIN_MS)
  let answered: AbortController | null = null

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    options.log.error({ reason, exitCode }, 'the page broke')
    answered?.abort()
    if (limit.allows(Date.now())) return window.webContents.reload()
    void goOn(window, options).then((isWanted) => {
      if (!isWanted) return options.onEnd()
      limit.forget()
      window.webContents.reload()
    })
  })

  window.on('unresponsive', () => {
    if (answered !== null) return
    options.log.warn('the page does not respond')
    answered = new AbortController()
    void isReloadWanted(window, options, answered.signal).then((isWanted) => {
      answered = null
      if (isWanted) window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => answered?.abort())
}

async function goOn(window: BrowserWindow, { language }: RecoverOptions): Promise<boolean> {
  const words = troubleWords(language())
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.pageTitle,
    detail: words.pageText,
    buttons: [words.reload, words.end],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

async function isReloadWanted(
  window: BrowserWindow,
  { language }: RecoverOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const words = troubleWords(language())
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.hangTitle,
    detail: words.hangText,
    buttons: [words.wait, words.reload],
    defaultId: 0,
    cancelId: 0,
    signal,
  })
  return response === 1 && !signal.aborted
}
