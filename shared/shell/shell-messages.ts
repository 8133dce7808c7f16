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
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  /** The process of the store was started anew: whoever was signed in is not any more. */
  | { readonly kind: 'store_restarted' }
  /** A packed store was handed over (double-clicked, or chosen in the dialog): it lies ready under `store.packed`. */
  | { readonly kind: 'store_file' }
  /** The program is about to end and makes its backup. */
  | { readonly kind: 'closing' }

/** What the page asks of the shell, under the operation `shell.act`; answered with ShellAnswers. */
export type ShellAct =
  | { readonly kind: 'state'; readonly state: ShellState }
  | { readonly kind: 'print' }
  | { readonly kind: 'save_pdf'; readonly fileName: string }
  | { readonly kind: 'facts' }
  | { readonly kind: 'start_with_system'; readonly isWanted: boolean }
  /** Shows the store's folder in the system's file manager. */
  | { readonly kind: 'show_data' }
  /** Asks where to, and copies a packed store of the showroom's own folder there; `file` is a name, never a path. */
  | { readonly kind: 'save_packed'; readonly file: string }
  /** Asks for a packed store and hands it to the desk (`store_file` follows). */
  | { readonly kind: 'choose_packed' }
  /** Asks for an update's file, checks it, says what will happen, and installs it after an orderly end. */
  | { readonly kind: 'update_from_file' }

/** What the page may know of the program around it. */
export type ShellFacts = {
  readonly version: string
  readonly platform: 'win32' | 'darwin' | 'linux'
  /** Null where the system has no such setting. */
  readonly isStartedWithSystem: boolean | null
}

/** What an act answers: `saved` is false when the person closed the dialog. */
export type ShellAnswers = {
  readonly facts: ShellFacts
  readonly save_packed: { readonly saved: boolean }
}
