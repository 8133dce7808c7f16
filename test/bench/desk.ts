import type { Db } from '../../db/connection.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { NOW } from './store/calendar.ts'

/** A real desk over a generated store, with a manager and one salesperson signed in, on the evening of its last day. */
export type BenchDesk = {
  readonly desk: Desk
  readonly db: Db
  readonly managerId: string
  /** The salesperson with the middle number of open leads. */
  readonly staffId: string
  readonly asManager: Call
  readonly asSalesperson: Call
  readonly stop: () => Promise<void>
}
export type Call = <N extends OperationName>(op: N, input: InputOf<N>) => Promise<OutputOf<N>>

const MIDDLE_PERSON = `
  SELECT s.id FROM staff s JOIN lead_list r ON r.owner_id = s.id AND r.status = 'open'
  WHERE s.role = 'salesperson' AND s.active = 1 GROUP BY s.id ORDER BY count(*)`

export function openDesk(folder: string): BenchDesk {
  const desk = createDesk({ folder, clock: () => NOW })
  const db = desk.store()?.db
  if (db === undefined) throw new Error(`no store in ${folder}`)
  const people = db.prepare(MIDDLE_PERSON).pluck().all() as string[]
  const staffId = people[people.length >> 1] ?? ''
  const managerId = String(db.prepare(`SELECT id FROM staff WHERE role = 'manager'`).pluck().get())
  return {
    desk,
    db,
    managerId,
    staffId,
    asManager: callAs(desk, managerId),
    asSalesperson: callAs(desk, staffId),
    stop: async () => {
      await desk.imports.stop()
      db.close()
    },
  }
}

function callAs(desk: Desk, staffId: string): Call {
  const window = `window of ${staffId}`
  desk.sessions.open(window, staffId, NOW)
  return async (op, input) => {
    const answer = await dispatch(desk, window, { id: 'bench', op, input })
    if (!answer.ok) throw new Error(`${op}: ${answer.failure.code} ${JSON.stringify(answer.failure.fields)}`)
    return answer.value as OutputOf<typeof op>
  }
}
