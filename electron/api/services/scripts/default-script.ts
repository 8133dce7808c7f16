import type { StoredScript } from '../../../../db/repositories/scripts.ts'

/** A script that ships; its id is fixed, so that it is not added twice. */
export type DefaultScript = Omit<StoredScript, 'active'>
