import type { Answer, Request } from '../../shared/contract/failure.ts'

/** What the window's process tells the one that holds the store. The first is `open`, the last `close`. */
export type ToDesk =
  /** `hasKeyStore`: the system keeps keys, and the process may have them closed and opened (`seal`, `unseal`). */
  | { readonly kind: 'open'; readonly folder: string; readonly isDemo: boolean; readonly hasKeyStore: boolean }
  | { readonly kind: 'call'; readonly n: number; readonly clientId: string; readonly request: Request }
  /** A packed store was double-clicked or chosen: the desk keeps it ready for whoever may restore it. */
  | { readonly kind: 'offer'; readonly path: string }
  /** What the key store made of what was asked under `n`; null when it could not. */
  | { readonly kind: 'kept'; readonly n: number; readonly value: string | null }
  | { readonly kind: 'close' }

export type FromDesk =
  | { readonly kind: 'opened' }
  /** The store cannot be opened: the sentence to show, in both languages. */
  | { readonly kind: 'refused'; readonly text: string }
  /** A key to be closed by the system's key store, or one that it closed to be opened, in base64. */
  | { readonly kind: 'seal'; readonly n: number; readonly value: string }
  | { readonly kind: 'unseal'; readonly n: number; readonly value: string }
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
