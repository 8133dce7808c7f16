import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { createFileLog } from '../../electron/api/file-log.ts'
import { STAFF, testDesk } from '../support/desk.ts'
import { anonymous, someone } from '../support/visitors.ts'

// Nothing of a customer reaches a log: values planted in what is asked, in what fails, and in the messages of the failures.

const folder = mkdtempSync(join(tmpdir(), 'ninepoint logs '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(at = folder): string {
  const logs = join(at, 'logs')
  return readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), 'utf8'))
    .join('\n')
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈']
const GIVEN = [...'建国秀英丽强磊军洋艳']
const LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ']
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? ''
const planted = Array.from({ length: 40 }, (_, n) => ({
  name: `${pick(SURNAMES, n)}${pick(GIVEN, Math.floor(n / 10))}${pick(GIVEN, n * 7 + 1)}`,
  phone: `139${String(10_000_000 + n * 1_234_567).slice(0, 8)}`,
  wechat: `wx_${(n * 7919 + 100_003).toString(36)}_car`,
  vin: `LSV${pick(LETTERS, n)}A4187${pick(LETTERS, n * 5)}2${String(100_000 + n * 7_001)}`,
  plate: `沪${pick(LETTERS, n)}·${String(10_000 + n * 1_111)}`,
}))
const values = planted.flatMap((one) => Object.values(one))
const found = (text: string) => values.filter((value) => text.includes(value))

/** Errors as they come from everywhere, each with everything about a person in it. */
function errorsAbout(person: (typeof planted)[number]): readonly unknown[] {
  const all = Object.values(person).join(' ')
  const errors: unknown[] = [
    new Error(all),
    new TypeError(`cannot read ${all}`, { cause: new RangeError(all, { cause: new Error(all) }) }),
    Object.assign(new Error(`UNIQUE constraint failed: ${all}`), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    Object.assign(new Error('coded'), { code: all, name: all }),
    new Error(`two lines\n    at ${person.name} (/home/${person.name}/${person.phone}.ts:1:2)\n    at x (${all}:1:2)`),
    Object.assign(new Error('with more on it'), { detail: all, customer: person }),
    all,
    person,
  ]
  for (const fail of [
    () => JSON.parse(`{"name": ${all}`),
    () => readFileSync(join(folder, person.name, person.phone)),
    () => mkdirSync(`/proc/${person.vin}/${person.plate}`),
    () => decodeURIComponent(`%${all}`),
  ]) {
    try {
      fail()
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}

describe('the log', () => {
  it('is planted with 200 different values', () => expect(new Set(values).size).toBe(200))

  it('of operations that fail in the store with everything in the message: none of them', async () => {
    const log = createFileLog(folder)
    const { db, as } = testDesk({ log })
    for (const [table, columns] of [
      ['customers', "NEW.name || ' ' || ifnull(NEW.phone, '') || ' ' || ifnull(NEW.wechat, '')"],
      ['visits', "'a visit: ' || ifnull(NEW.note, '')"],
    ] as const) {
      db.exec(`CREATE TEMP TRIGGER fail_${table} BEFORE INSERT ON main.${table}
        BEGIN SELECT RAISE(ABORT, 'refused: ' || ${columns}); END`)
    }
    // Seen as the store says it: the message does carry the values.
    expect(() => db.prepare('INSERT INTO visits (note) VALUES (?)').run(planted[0]?.plate)).toThrow(/沪/)
    const lin = as(STAFF.lin)
    for (const { name, phone, wechat, vin, plate } of planted) {
      const note = `${name} ${phone} ${wechat} ${vin} ${plate}`
      const contact = { ...someone, name, phone, wechat, model: vin }
      for (const input of [
        { ...anonymous, note },
        { ...anonymous, note, contact },
        { ...anonymous, note, contact: { ...contact, identity: { as: 'new' as const } }, arrivedAt: 0 },
      ]) {
        const answer = await lin.ask('visits.log', input)
        expect(answer.ok).toBe(false)
        expect(found(JSON.stringify(answer))).toEqual([])
      }
      await lin.ask(name, { note })
      await lin.ask('visits.log', { ...anonymous, [name]: phone, purpose: note })
      await lin.ask('leads.list', { filter: { query: phone, [wechat]: plate }, limit: vin })
    }
    const text = written()
    expect(text.split('\n').filter((line) => line.includes('unexpected failure')).length).toBeGreaterThanOrEqual(80)
    expect(found(text)).toEqual([])
  })

  it('of errors of every kind, with and without a text beside them: none of them', () => {
    const log = createFileLog(folder, 'shell')
    for (const person of planted) {
      for (const error of errorsAbout(person)) {
        log.error({ err: error }, 'unexpected error of the main process')
        if (error instanceof Error) log.error(error)
        log.error({ err: error })
      }
    }
    expect(written().split('\n').length).toBeGreaterThan(1000)
    expect(found(written())).toEqual([])
  })

  it('says what happened and where, and finds what was written on purpose', () => {
    const log = createFileLog(folder, 'control')
    const cause = Object.assign(new RangeError('why'), { code: 'ENOSPC' })
    log.error({ op: 'visits.log', err: new TypeError('what', { cause }) }, 'marker-7c1e')
    const [line] = readFileSync(join(folder, 'logs/control.log'), 'utf8').split('\n')
    const said = JSON.parse(line ?? '') as { op: string; err: { at: string[]; cause: object } }
    expect(said).toMatchObject({ op: 'visits.log', msg: 'marker-7c1e', err: { type: 'TypeError' } })
    expect(said.err.cause).toMatchObject({ type: 'RangeError', code: 'ENOSPC' })
    expect(said.err.at[0]).toMatch(/^log-redaction\.test\.ts:\d+:\d+$/)
    expect(written()).toContain('marker-7c1e')
  })

  it('would hold the values if errors were written as they are', () => {
    const lines: string[] = []
    const log = pino({ base: null }, { write: (line: string) => void lines.push(line) })
    for (const person of planted) for (const error of errorsAbout(person)) log.error({ err: error }, 'text')
    expect(found(lines.join('')).length).toBe(200)
  })
})

describe('its files', () => {
  it('are as many and as long as they may be, the newest line in the first', () => {
    const place = mkdtempSync(join(folder, 'rotated'))
    const limits = { maxBytes: 2000, files: 3 }
    const lines = 300
    // Started anew every now and then, as the program is.
    for (let n = 0; n < lines; n += 1) createFileLog(place, 'ninepoint', limits).info({ n }, 'line')
    const log = createFileLog(place, 'ninepoint', limits)
    for (let n = lines; n < 2 * lines; n += 1) log.info({ n }, 'line')
    const logs = join(place, 'logs')
    expect(readdirSync(logs).toSorted()).toEqual(['ninepoint.1.log', 'ninepoint.2.log', 'ninepoint.log'])
    const kept = ['ninepoint.2.log', 'ninepoint.1.log', 'ninepoint.log'].flatMap((name) => {
      const text = readFileSync(join(logs, name), 'utf8')
      expect(text.length).toBeLessThanOrEqual(2000)
      return text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { n: number }).n)
    })
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 2 * lines - kept.length + i))
    expect(kept.length).toBeGreaterThan(60)
  })

  it('that cannot be written end nothing, and are written again once they can', () => {
    const place = mkdtempSync(join(folder, 'full'))
    mkdirSync(join(place, 'logs'))
    const file = join(place, 'logs/ninepoint.log')
    symlinkSync('/dev/full', file)
    const log = createFileLog(place, 'ninepoint', { maxBytes: 200, files: 2 })
    for (let n = 0; n < 5; n += 1) log.error('into nothing')
    rmSync(file)
    createFileLog(place, 'ninepoint').error('into the file')
    expect(readFileSync(file, 'utf8')).toContain('into the file')
  })
})
