import { join } from 'node:path'
import { openStore } from '../../db/connection.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { hashSecret } from '../../electron/api/secrets.ts'
import { openProgram } from '../e2e/program.ts'
import { median } from './measure.ts'
import { freshFolder } from './stores.ts'

const SECRET = '20260628'
const FRAMES = 400
/** A quick hand on a wheel: a screen of rows in three frames, the whole way through other leads. */
const STEP_PX = 240
const FRAME_MS = 1000 / 60

/**
 * How evenly the list of all leads of a store moves: its frames while it is scrolled, by the page's own clock. Every few frames rows
 * come that were not read before.
 */
export async function measureScroll(store: string, folder: string): Promise<string> {
  const db = openStore(join(freshFolder(folder, store), 'showroom.db'))
  const managerId = String(db.prepare(`SELECT id FROM staff WHERE role = 'manager' AND active = 1`).pluck().get())
  saveSecret(db, managerId, await hashSecret(SECRET), null)
  const rows = Number(db.prepare('SELECT count(*) FROM lead_list').pluck().get())
  db.close()
  const program = await openProgram({ folder })
  const window = await program.openWindow()
  await window.signIn('manager', SECRET)
  await window.go('/leads?who=all&status=all')
  await window.page.locator('.lg [role="row"]').nth(5).waitFor()
  const each = await window.page.evaluate(scrolled, { frames: FRAMES, stepPx: STEP_PX })
  await program.close()
  const late = each.filter((ms) => ms > FRAME_MS * 1.5).length
  const worst = Math.max(...each)
  return (
    `${rows.toLocaleString('en')} rows: ${(1000 / median(each)).toFixed(0)} frames a second (median), ` +
    `${late} of ${each.length} frames late, the longest ${worst.toFixed(0)} ms`
  )
}

/** Runs in the page. */
async function scrolled({ frames, stepPx }: { readonly frames: number; readonly stepPx: number }): Promise<number[]> {
  const list = document.querySelector('.lg')
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const each: number[] = []
  let before = await frame()
  for (let n = 0; n < frames; n += 1) {
    list?.scrollBy(0, stepPx)
    const now = await frame()
    each.push(now - before)
    before = now
  }
  return each
}
