/** What the page tells the shell around it, so that menu, tray and reminders speak its language and know the day. */
export type ShellState = {
  readonly language: 'zh' | 'en'
  /** Contacts due today or before and not done, of whoever is signed in; null when nobody is. */
  readonly due: number | null
  /** A customer is being served: a form is open that nobody should be torn out of. */
  readonly isBusy: boolean
}

/** What the shell asks of the page. */
export type ShellAsk =
  | { readonly kind: 'go'; readonly path: string }
  | { readonly kind: 'lock' }
  /** The process of the store was started anew: whoever was signed in is not any more. */
  | { readonly kind: 'store_restarted' }

/** What the page asks of the shell. */
export type ShellAct =
  | { readonly kind: 'state'; readonly state: ShellState }
  | { readonly kind: 'print' }
  | { readonly kind: 'save_pdf'; readonly fileName: string }
