import type { Answer } from '../../shared/contract/failure.ts'
import type { ShellAct, ShellAnswers, ShellAsk } from '../../shared/shell/shell-messages.ts'
import { ApiFailure, UNREACHABLE } from './api-failure.ts'

/** In a desktop window there is a shell around the page; in a browser there is none, and nothing is told or heard. */
export const hasShell = window.ninepoint !== undefined

async function toShell(act: ShellAct): Promise<Answer | null> {
  return (await window.ninepoint?.call({ id: 'shell', op: 'shell.act', input: act }).catch(() => null)) ?? null
}

/** Tells the shell something, or asks it to print; what comes of it is the shell's affair. */
export function tellShell(act: ShellAct): void {
  void toShell(act)
}

/** Asks the shell for something and brings its answer; throws ApiFailure, `unreachable` where there is no shell. */
export async function askShell<K extends keyof ShellAnswers>(act: ShellAct & { kind: K }): Promise<ShellAnswers[K]> {
  const answer = await toShell(act)
  if (answer === null) throw new ApiFailure(UNREACHABLE)
  if (!answer.ok) throw new ApiFailure(answer.failure)
  // The shell is of the same build as the page, and answers each act in its own type.
  return answer.value as ShellAnswers[K]
}

const listeners = new Set<(ask: ShellAsk) => void>()
/** Said before anybody listened: the screen that is still on its way hears it once it is there. */
let unheard: readonly ShellAsk[] = []
window.ninepoint?.on((ask) => {
  if (listeners.size === 0) unheard = [...unheard, ask]
  for (const listener of listeners) listener(ask)
})

/** Hears what menu, tray and reminders ask of the page; answers how to stop hearing it. */
export function hearShell(listener: (ask: ShellAsk) => void): () => void {
  listeners.add(listener)
  const early = unheard
  unheard = []
  for (const ask of early) listener(ask)
  return () => {
    listeners.delete(listener)
  }
}
