import type { ConsoleMessage, Page } from 'playwright'

export type Language = 'zh' | 'en'
export type Look = {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
}

export type CarrierOptions = {
  /** Where the store lies, and all else the program keeps. */
  readonly folder: string
  readonly isDemo: boolean
}

/** One way of showing the program: what a journey needs of it, and nothing that only one of them has. */
export type Carrier = {
  /** The program's page in the look wished for, loaded with nobody signed in; `hear` is told whatever the browser complains of. */
  readonly openPage: (look: Look, hear: (complaint: string) => void) => Promise<CarriedPage>
  /** Ends the program in order: with its backup, and nothing left in the journal of the store. */
  readonly stop: () => Promise<void>
}

export type CarriedPage = {
  readonly page: Page
  /** Puts the window away; where the program has only one, it stays for the next. */
  readonly leave: () => Promise<void>
}

/** Tells of errors of the page and of what stands in red or yellow on its console; answers how to stop it. */
export function listen(page: Page, hear: (complaint: string) => void): () => void {
  const onError = (error: Error) => hear(error.message)
  const onConsole = (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) hear(message.text())
  }
  page.on('pageerror', onError).on('console', onConsole)
  return () => void page.off('pageerror', onError).off('console', onConsole)
}

/** What the page keeps of a look (renderer/stores/preferences.ts). */
export function kept({ language, theme }: Look): { readonly key: string; readonly value: string } {
  return { key: 'ninepoint.preferences', value: JSON.stringify({ state: { language, theme }, version: 0 }) }
}
