import type { ShellAct, ShellAsk } from '../../shared/shell/shell-messages.ts'

/** In a desktop window there is a shell around the page; in a browser there is none, and nothing is told or heard. */
export const hasShell = window.ninepoint !== undefined

/** Tells the shell something, or asks it to print; what comes of it is the shell's affair. */
export function tellShell(act: ShellAct): void {
  void window.ninepoint?.call({ id: 'shell', op: 'shell.act', input: act }).catch(() => undefined)
}

const listeners = new Set<(ask: ShellAsk) => void>()
window.ninepoint?.on((ask) => {
  for (const listener of listeners) listener(ask)
})

/** Hears what menu, tray and reminders ask of the page; answers how to stop hearing it. */
export function hearShell(listener: (ask: ShellAsk) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
