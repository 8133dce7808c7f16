import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CommandName } from '../../shared/contract/contract.ts'
import { busyDesk } from '../support/busy-desk.ts'
import { STAFF } from '../support/desk.ts'
import { dumpStore } from '../support/dump.ts'
import { faultsOf, stateOf } from '../support/store-state.ts'
import { UNDO_CASES, type UndoCase } from '../support/undo-cases.ts'

// Whatever has been done before and by whomever: an act taken back leaves the store as it was, and a row of acts taken back from the
// last one on leaves it as it was before each of them, or each says that it cannot.

const makes = Object.entries(UNDO_CASES).flatMap(([op, ways]) =>
  Object.values(ways).map((make) => ({ op, make: make as UndoCase<CommandName> })),
)
const step = fc.record({
  nth: fc.nat(makes.length - 1),
  passMs: fc.constantFrom(0, 1000, 86_400_000),
  isTakenBack: fc.boolean(),
})

it('any acts in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const desk = await busyDesk()
      const done: { readonly by: string; readonly undoId: string; readonly before: unknown }[] = []
      for (const { nth, passMs, isTakenBack } of steps) {
        desk.advance(passMs)
        const { op, make } = makes[nth] ?? { op: '', make: () => [STAFF.owner, {}] as never }
        const [by, input] = await make(desk)
        const before = stateOf(desk.db)
        const answer = await desk.as(by).ask(op, input)
        // Not everything can be done at any time; what was refused has changed nothing.
        if (!answer.ok || answer.undoId === undefined) {
          expect(stateOf(desk.db)).toEqual(before)
          continue
        }
        if (!isTakenBack) {
          done.push({ by, undoId: answer.undoId, before })
          continue
        }
        await desk.as(by).call('acts.undo', { undoId: answer.undoId })
        expect([op, stateOf(desk.db)]).toEqual([op, before])
      }
      for (const { by, undoId, before } of done.toReversed()) {
        const all = dumpStore(desk.db)
        const answer = await desk.as(by).ask('acts.undo', { undoId })
        if (!answer.ok) {
          expect(['undo_expired', 'undo_changed', 'forbidden', 'not_signed_in']).toContain(answer.failure.code)
          expect(dumpStore(desk.db)).toEqual(all)
          break
        }
        expect(stateOf(desk.db)).toEqual(before)
      }
      expect(faultsOf(desk.db)).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 120_000)
