import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { saveSecret } from '../../db/repositories/staff.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { OperationName, OutputOf } from '../../shared/contract/contract.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { type Caller, STAFF, START, type TestDesk, testDesk } from '../support/desk.ts'
import { anonymous } from '../support/visitors.ts'
import { cheapHash } from './cheap-hash.ts'

export const PASSWORD = 'correct horse'
export const PACK_PASSWORD = '搬家密码 move 2026'
const ownerHash = cheapHash(PASSWORD)
const pinHash = cheapHash('135790')

export const folders: string[] = []
const desks: Desk[] = []
afterAll(async () => {
  for (const desk of desks) await desk.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A showroom whose owner and first salesperson can sign in, with one visit in it. */
export async function showroom(): Promise<TestDesk & { owner: Caller; folder: string }> {
  const made = testDesk({
    fill: (db) => {
      saveSecret(db, STAFF.owner, ownerHash, null)
      saveSecret(db, STAFF.lin, pinHash, null)
    },
  })
  await made.as(STAFF.lin).call('visits.log', anonymous)
  return { ...made, owner: made.as(STAFF.owner), folder: made.desk.folder }
}

/** A folder of its own, gone after the file's tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint 另一台 '))
  folders.push(folder)
  return folder
}

/** Another PC, on which nobody has set anything up. */
export function otherPc(folder = newFolder()): { desk: Desk; folder: string } & Asked {
  const desk = createDesk({ folder, clock: () => Date.parse(START) })
  desks.push(desk)
  return { desk, folder, ...askAt(desk) }
}

type Asked = {
  readonly call: <N extends OperationName>(op: N, input: unknown) => Promise<OutputOf<N>>
  readonly refused: (op: OperationName, input: unknown) => Promise<string>
}
export function askAt(desk: Desk): Asked {
  const ask = (op: string, input: unknown): Promise<Answer> => dispatch(desk, 'window', { id: 'test', op, input })
  return {
    call: async <N extends OperationName>(op: N, input: unknown) => {
      const answer = await ask(op, input)
      if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer.failure)}`)
      return answer.value as OutputOf<N>
    },
    refused: async (op, input) => {
      const answer = await ask(op, input)
      return answer.ok ? 'ok' : answer.failure.code
    },
  }
}

export const visitsIn = (desk: Desk) => desk.store()?.db.prepare('SELECT count(*) FROM visits').pluck().get()
export const trailOf = (desk: Desk) =>
  desk.store()?.db.prepare('SELECT operation FROM audit_trail ORDER BY seq').pluck().all()
