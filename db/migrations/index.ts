import { initial } from './0010-initial.ts'

/** One numbered step; the number becomes the file's `user_version`. */
export type Migration = { readonly version: number; readonly sql: string }

/** In order, never edited once released: a change is a new number. */
export const migrations: readonly Migration[] = [{ version: 10, sql: initial }]
