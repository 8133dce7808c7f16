import type { Answer, Request } from '../../shared/contract/failure.ts'

/** What the window's process tells the one that holds the store. The first is `open`, the last `close`. */
export type ToDesk =
  | { readonly kind: 'open'; readonly folder: string; readonly isDemo: boolean }
  | { readonly kind: 'call'; readonly n: number; readonly clientId: string; readonly request: Request }
  /** A packed store was double-clicked or chosen: the desk keeps it ready for whoever may restore it. */
  | { readonly kind: 'offer'; readonly path: string }
  | { readonly kind: 'close' }

export type FromDesk =
  | { readonly kind: 'opened' }
  /** The store cannot be opened: the sentence to show, in both languages. */
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'answer'; readonly n: number; readonly answer: Answer }
  /** What was offered lies ready; false when it could not be taken. */
  | { readonly kind: 'offered'; readonly isTaken: boolean }
  /** Everything is in the file; false when the backup before closing failed. */
  | { readonly kind: 'closed'; readonly hasBackup: boolean }

/** Either end of the channel between the two. */
export type Port<Out, In> = {
  readonly send: (message: Out) => void
  readonly onMessage: (listener: (message: In) => void) => void
}
