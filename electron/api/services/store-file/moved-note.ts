import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../../../../shared/values/business-date.ts'

// In the data folder, not in the store: it is true of this PC, and must not travel with the showroom.
const noteForm = z.object({ movedAt: z.int() })
const noteOf = (folder: string) => join(folder, 'moved.json')

/** Since when work goes on at another PC; null while it goes on here. */
export function readMovedAt(folder: string): Instant | null {
  try {
    return noteForm.parse(JSON.parse(readFileSync(noteOf(folder), 'utf8'))).movedAt
  } catch {
    return null
  }
}

export function writeMovedNote(folder: string, movedAt: Instant): void {
  writeFileSync(noteOf(folder), JSON.stringify({ movedAt }))
}

export function removeMovedNote(folder: string): void {
  rmSync(noteOf(folder), { force: true })
}
