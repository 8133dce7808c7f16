import { expect, it } from 'vitest'
import { openStore } from '../../db/connection.ts'

const NUMBERS = 'SELECT value AS n FROM json_each(?)'

it('the same text is compiled once for a connection, and not for another one', () => {
  const [db, other] = [openStore(':memory:'), openStore(':memory:')]
  expect(db.prepare(NUMBERS)).toBe(db.prepare(NUMBERS))
  expect(db.prepare(NUMBERS)).not.toBe(other.prepare(NUMBERS))
})

it('a way of reading stays with who has chosen it', () => {
  const db = openStore(':memory:')
  const rows = db.prepare<[string], { n: number }>(NUMBERS)
  const values = db.prepare<[string], number>(NUMBERS).pluck()
  const arrays = db.prepare<[string], [number]>(NUMBERS).raw()
  expect(rows.all('[1,2]')).toEqual([{ n: 1 }, { n: 2 }])
  expect(values.all('[1,2]')).toEqual([1, 2])
  expect(arrays.all('[1,2]')).toEqual([[1], [2]])
  expect(db.prepare(NUMBERS).get('[3]')).toEqual({ n: 3 })
})

it('a loop over rows may ask the same inside', () => {
  const db = openStore(':memory:')
  const seen: number[] = []
  for (const { n } of db.prepare<[string], { n: number }>(NUMBERS).iterate('[1,2]'))
    for (const inner of db.prepare<[string], { n: number }>(NUMBERS).iterate('[10,20]')) seen.push(n + inner.n)
  expect(seen).toEqual([11, 21, 12, 22])
  const values = () => db.prepare<[string], number>(NUMBERS).pluck()
  const arrays = () => db.prepare<[string], [number]>(NUMBERS).raw()
  const sums = [...values().iterate('[1,2]')].map((n) => n * 2)
  for (const n of values().iterate('[1,2]')) sums.push(n + (values().get('[10]') ?? 0))
  for (const [n] of arrays().iterate('[1,2]')) sums.push(...arrays().all(`[${n}]`).flat())
  expect(sums).toEqual([2, 4, 11, 12, 1, 2])
})

it('as many are kept as the program has, and the oldest goes first', () => {
  const db = openStore(':memory:')
  const first = db.prepare('SELECT 0 AS n')
  for (let n = 1; n < 700; n += 1) db.prepare(`SELECT ${n} AS n`)
  const again = db.prepare('SELECT 0 AS n')
  expect(again).not.toBe(first)
  expect(first.get()).toEqual({ n: 0 })
  expect(db.prepare('SELECT 699 AS n').get()).toEqual({ n: 699 })
})

it('a statement follows when a table it reads is changed', () => {
  const db = openStore(':memory:')
  db.exec('CREATE TEMP TABLE t (a); INSERT INTO t VALUES (1)')
  expect(db.prepare('SELECT * FROM t').all()).toEqual([{ a: 1 }])
  db.exec('ALTER TABLE t ADD COLUMN b DEFAULT 2')
  expect(db.prepare('SELECT * FROM t').all()).toEqual([{ a: 1, b: 2 }])
})
