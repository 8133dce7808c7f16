import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../db/connection.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import type { ReportQuery } from '../../shared/domain/facts.ts'
import { buildReport } from '../../shared/domain/report.ts'

const REPORT_NAME = /^report (\S+) (\S+?)(?: as-of (\S+?))?(?: staff (\S+?))?\.json$/
const TOLERANCE = 1e-9

/** Maps that list only what is not zero: a key of ours that is not expected is a difference. */
const COMPLETE_MAPS = ['moves', 'byStaff', 'byChannel', 'byGroup', 'openByStaff', 'doneByStaff', 'lossReasons']

/** The reports that are expected of a golden store, by their file names. */
export function goldenReports(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'))
}

/** Where the report of this store differs from the expected one. */
export function goldenDifferences(db: Db, folder: string, fileName: string): readonly string[] {
  const actual: unknown = JSON.parse(JSON.stringify(buildReport(readFacts(db, queryOf(fileName)))))
  const expected: unknown = JSON.parse(readFileSync(join(folder, fileName), 'utf8'))
  return differences('report', actual, expected)
}

function differences(path: string, actual: unknown, expected: unknown): string[] {
  if (typeof expected === 'number') {
    const isInteger = Number.isInteger(expected) && Number.isInteger(actual)
    const near = typeof actual === 'number' && Math.abs(actual - expected) <= (isInteger ? 0 : TOLERANCE)
    return near ? [] : [`${path}: ${String(actual)}, expected ${expected}`]
  }
  if (expected === null || typeof expected !== 'object') {
    return actual === expected ? [] : [`${path}: ${String(actual)}, expected ${String(expected)}`]
  }
  if (actual === null || typeof actual !== 'object') return [`${path}: ${String(actual)}, expected an object`]
  const [ours, theirs] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))]
  const isComplete = COMPLETE_MAPS.includes(path.split('.').at(-1) ?? '')
  return [
    ...[...theirs].flatMap(([key, value]) => differences(`${path}.${key}`, ours.get(key), value)),
    ...(isComplete ? [...ours.keys()].filter((key) => !theirs.has(key)).map((key) => `${path}.${key}: too much`) : []),
  ]
}

function queryOf(fileName: string): ReportQuery {
  const [, from, to, asOf, staffId] = REPORT_NAME.exec(fileName) ?? []
  return { from, to, asOf: asOf ?? to, staffId: staffId ?? null } as ReportQuery
}
