import type { Answer, Request } from '../../shared/contract/failure.ts'

/** What the window's process tells the one that holds the store. The first is `open`, the last `close`. */
export type ToDesk =
  | { readonly kind: 'open'; readonly folder: string; readonly isDemo: boolean }
  | { readonly kind: 'call'; readonly n: number; readonly clientId: string; readonly request: Request }
  | { readonly kind: 'close' }

export type FromDesk =
  | { readonly kind: 'opened' }
  /** The store cannot be opened: the sentence to show, in both languages. */
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Answer }
  /** Everything is in the file; false when the backup before closing failed. */
  | { readonly kind: 'closed'; readonly hasBackup: boolean }

/** Either end of the channel between the two. */
export type Port<Out, In> = {
  readonly send: (message: Out) => void
  readonly onMessage: (listener: (message: In) => void) => void
}
