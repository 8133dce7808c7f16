import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/values/business-date.ts'

/** The same waiting as at signing in, beside the store: of one that is locked nothing can be asked or noted. */
const FREE_TRIES = 3
const LONGEST_WAIT_MS = 15 * 60_000

const noteForm = z.object({ failures: z.int().nonnegative(), lockedUntil: z.int() })
const noteOf = (folder: string) => join(folder, 'unlock-tries.json')

/** Counts a try with a recovery code before it is looked at; refused with `too_many_tries` while there is to be waited. */
export function countUnlockTry(folder: string, now: Instant): void {
  const { failures, lockedUntil } = readNote(folder)
  const leftMs = lockedUntil - now
  // A longer wait than there is was written before the PC's clock was set back.
  if (leftMs > 0 && leftMs <= LONGEST_WAIT_MS) {
    throw new Refusal('too_many_tries', { params: { seconds: Math.ceil(leftMs / 1000) } })
  }
  const waitMs = failures + 1 < FREE_TRIES ? 0 : Math.min(1000 * 2 ** (failures + 1 - FREE_TRIES), LONGEST_WAIT_MS)
  writeFileSync(noteOf(folder), JSON.stringify({ failures: failures + 1, lockedUntil: now + waitMs }))
}

export function forgetUnlockTries(folder: string): void {
  rmSync(noteOf(folder), { force: true })
}

function readNote(folder: string): z.infer<typeof noteForm> {
  try {
    return noteForm.parse(JSON.parse(readFileSync(noteOf(folder), 'utf8')))
  } catch {
    return { failures: 0, lockedUntil: 0 }
  }
}
