import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../db/connection.ts'
import { exportTables } from '../../db/exchange/export-folder.ts'
import { importTables } from '../../db/exchange/import-tables.ts'
import { dumpStore } from '../support/dump.ts'
import { randomStore } from '../support/random-store.ts'
import { rounds, seed, tally } from '../support/rounds.ts'
import { storeWhere, storeWith } from '../support/small-store.ts'

const TRIPS = rounds(2000, 20_000)

const db = openStore(':memory:')

type Trip = {
  readonly ok: boolean
  readonly dump: ReturnType<typeof dumpStore>
  readonly texts: ReadonlyMap<string, string>
}

/** Into an empty store and out again; afterwards it is empty again. */
function through(store: Db, texts: ReadonlyMap<string, string>): Trip {
  store.exec('BEGIN')
  try {
    const { ok } = importTables(store, texts)
    return { ok, dump: dumpStore(store), texts: exportTables(store) }
  } finally {
    store.exec('ROLLBACK')
  }
}

/** Where an event stands among others of the same moment is its own number's affair: it counts from where the last store ended. */
function withoutNumbers({ sqlite_sequence: _, ...dump }: Trip['dump']): Trip['dump'] {
  return dump
}

describe('R17 a store that was exported comes back the same', () => {
  it(`${TRIPS} stores at random, out and in again`, { timeout: 1_800_000 }, () => {
    const { done, expectAll } = tally(TRIPS)
    fc.assert(
      fc.property(randomStore, (texts) => {
        const first = through(db, texts)
        // What is no store (a lead that was won twice, an event before its lead) is another rail's.
        fc.pre(first.ok)
        const second = through(db, first.texts)
        expect(second.ok).toBe(true)
        expect(withoutNumbers(second.dump)).toEqual(withoutNumbers(first.dump))
        expect([...second.texts]).toEqual([...first.texts])
        done()
      }),
      { numRuns: TRIPS, seed },
    )
    expectAll()
  })

  it('a store that differs in one cell does not compare as the same', () => {
    const [one, other] = [through(db, storeWith()), through(db, storeWhere('customers.csv', '张先生', '张小姐'))]
    expect([one.ok, other.ok]).toEqual([true, true])
    expect(other.dump).not.toEqual(one.dump)
    expect([...other.texts]).not.toEqual([...one.texts])
  })
})
