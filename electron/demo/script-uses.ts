import type { Db } from '../../db/connection.ts'
import { listScripts, noteScriptUse } from '../../db/repositories/scripts.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import type { Grade } from '../../shared/values/grade.ts'
import { addDefaultScripts } from '../api/services/scripts/add-defaults.ts'
import { createRandom } from './random.ts'

/** Scripts came to the showroom this long ago. */
const DAYS = 150
/** Of the contacts made since by phone or WeChat, so many were made with a script. */
const SHARE = 0.45

type Contact = { readonly id: string; readonly grade: Grade | null; readonly came: 0 | 1 }

/** The list of scripts is to show that one works: half of the contacts after which somebody came to the showroom were these. */
const WORKING: readonly string[] = ['zh-invite-drive', 'zh-invite-quiet']
const WORKING_SHARE = 0.5

/** The scripts that ship, and which of them was said in the contacts of the last months: they are in no file of the exchange. */
export function addScriptUses(db: Db, seed: number, today: BusinessDate): void {
  addDefaultScripts(db, 'zh')
  // Neither is said to somebody who is still deciding.
  const scripts = listScripts(db).filter(({ purpose }) => purpose !== 'win_back' && purpose !== 'referral')
  const random = createRandom(seed)
  const contacts = db
    .prepare<[string], Contact>(
      `SELECT f.id, h.grade, EXISTS (SELECT 1 FROM visits v WHERE v.lead_id = f.lead_id AND v.arrived_at > f.done_at
         AND v.arrived_at <= f.done_at + 604800000 AND v.kind = 'showroom' AND v.voided_at IS NULL) AS came
       FROM follow_ups f
       JOIN lead_history h ON h.lead_id = f.lead_id AND h.on_date <= f.done_on AND h.until_on > f.done_on
       WHERE f.done_on >= ? AND f.method IN ('call','wechat') ORDER BY f.done_at, f.id`,
    )
    .all(addDays(today, -DAYS))
  for (const { id, grade, came } of contacts) {
    if (!random.chance(SHARE)) continue
    const fitting = scripts.filter((script) => script.grade === null || script.grade === grade)
    const working = fitting.filter((script) => WORKING.includes(script.id))
    const isWorking = came === 1 && working.length > 0 && random.chance(WORKING_SHARE)
    noteScriptUse(db, id, random.pick(isWorking ? working : fitting).id)
  }
}
