import pino from 'pino'
import { DEFAULT_THRESHOLDS } from '../../shared/domain/lights.ts'
import { alternativesOf } from '../../shared/domain/screening/rule-edits.ts'
import { defaultRuleSet } from '../../shared/domain/screening/rule-set.ts'
import { type BusyDesk, busyDesk } from './busy-desk.ts'
import { CHANNELS, STAFF } from './desk.ts'
import type { Plausible } from './hostile-input.ts'

/** A busy showroom that is watched: what it logs, what is new in its answers, and whether a refusal left something behind. */
export type FuzzedDesk = BusyDesk & {
  readonly errors: readonly string[]
  readonly plausible: Plausible
  readonly learn: (undoId: string | undefined) => void
  /** The input as it is sent: what can only be known at that moment put in. */
  readonly asSent: (input: unknown) => unknown
  /** Runs a call; answers what has changed in the store although it was refused. */
  readonly watch: (call: () => Promise<boolean>) => Promise<readonly string[]>
}

export async function fuzzedDesk(): Promise<FuzzedDesk> {
  const errors: string[] = []
  // The error itself and not what the program's own log makes of it: here nobody's data is in it.
  const log = pino(
    { level: 'error', serializers: { err: (error: Error) => String(error?.stack ?? error) } },
    {
      write: (line: string) => void errors.push(line),
    },
  )
  const desk = await busyDesk({ log })
  let lastUndoId = 'none'
  // How a commit is kept is told elsewhere (R1 to R3).
  desk.db.pragma('synchronous = OFF')
  const known = likely(desk)
  let print: Readonly<Record<string, string>> | null = null
  return {
    ...desk,
    errors,
    plausible: (field) => known[field] ?? [],
    learn: (undoId) => {
      lastUndoId = undoId ?? lastUndoId
    },
    asSent: (input) => (isUndoOfLast(input) ? { undoId: lastUndoId } : input),
    watch: async (call) => {
      print ??= printOf(desk)
      const before = print
      const changes = changesOf(desk)
      const isDone = await call()
      if (changesOf(desk) === changes) return []
      print = printOf(desk)
      // What is rolled back has been counted as well.
      return isDone ? [] : Object.keys(before).filter((table) => before[table] !== print?.[table])
    },
  }
}

const UNDO_OF_LAST = 'of the last'

function isUndoOfLast(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'undoId' in input && input.undoId === UNDO_OF_LAST
}

function changesOf({ db }: BusyDesk): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number
}

/** What a refused call may write: that it was refused. */
const OF_REFUSALS = /^(?:audit|sign_in|lockout)/

/** Each table as a text, its rows as they lie there: what nobody has touched has not moved. */
function printOf({ db }: BusyDesk): Readonly<Record<string, string>> {
  const names = db.prepare(TABLES).pluck().all() as string[]
  const tables = names.filter((name) => !OF_REFUSALS.test(name))
  return Object.fromEntries(
    tables.map((name) => [name, JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).raw().all())]),
  )
}

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
  AND name NOT LIKE 'lead_search%' AND name <> 'past_headlines'`

function likely(desk: BusyDesk): Readonly<Record<string, readonly unknown[]>> {
  const { openId, lostId, askedId, nobodysId, visitId, anonymousId, dealId, followUpId, requestId, viewId } = desk
  const day = ['2026-05-20', '2026-05-01', '2026-02-29', '2024-02-29', '9999-12-31', '0001-01-01']
  const staff = Object.values(STAFF)
  const leads = [openId, lostId, askedId, nobodysId]
  const limits = Object.entries(DEFAULT_THRESHOLDS).map(([key, { amberFrom, greenFrom }]) => [
    key,
    { amberFrom, greenFrom },
  ])
  const months = ['2026-05', '2026-13', '0001-01', '9999-12']
  return {
    leadId: leads,
    leadIds: leads,
    visitId: [visitId, anonymousId],
    dealId: [dealId],
    followUpId: [followUpId],
    requestId: [requestId],
    viewId: [viewId],
    staffId: staff,
    receivedBy: staff,
    who: ['all', 'mine', 'nobody', ...staff],
    channelId: Object.values(CHANNELS),
    templateId: ['template'],
    undoId: [UNDO_OF_LAST],
    alternatives: [alternativesOf(defaultRuleSet)],
    limits: [Object.fromEntries(limits)],
    openWeekdays: [
      [1, 2, 3, 4, 5],
      [7, 7, 1],
    ],
    sheets: [[{ name: '=1+1', columns: [{ header: '@a', kind: 'text' }], rows: [['=1+1'], [null]] }]],
    id: [null, ...staff, ...Object.values(CHANNELS), 'script'],
    from: ['2026-05-01', ...day],
    to: ['2026-05-31', ...day],
    month: months,
    ...Object.fromEntries(['date', 'asOf', 'dueOn', 'orderedOn', 'deliveredOn', 'nextDueOn'].map((key) => [key, day])),
    version: [1, 2, 3],
    limit: [1, 50, 500],
    offset: [0, 10, 2 ** 40],
    arrivedAt: [Date.parse('2026-05-20T01:00:00Z')],
    doneAt: [Date.parse('2026-05-20T01:00:00Z')],
    phone: ['13800138001', '13900139000', '138 0013', '+86 13800138001', ''],
    timeZone: ['Asia/Shanghai', 'America/New_York', 'Mars/Olympus', '__proto__'],
    form: ['visit', 'a'],
    about: ['today.people'],
    param: ['A', 'C>B', '林', '2026-05-20', '{}', '[]', null],
    jobId: ['job'],
    token: ['token'],
    file: ['ninepoint-2026-05-20-1.db'],
  }
}
