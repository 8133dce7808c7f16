import { join } from 'node:path'
import { type Db, openStore } from '../../db/connection.ts'
import { personAt } from '../../electron/demo/customers.ts'
import { createRandom } from '../../electron/demo/random.ts'
import type { FileReading } from '../../shared/contract/imports.ts'
import type { Mapping, ValueField } from '../../shared/domain/import/fields.ts'
import { addDays, type BusinessDate } from '../../shared/values/business-date.ts'
import { openDesk } from './desk.ts'
import { freshFolder } from './stores.ts'
import { ms } from './table.ts'

export const IMPORT_ROWS = 100_000
const HEADER = '来店日期,到店时间,来店/来电,客户姓名,联系电话,人数,首次/再次,信息来源,意向车型,级别,接待顾问,备注'

/** A register of a year as a showroom keeps it: every row a customer of its own. */
function register(rows: number, people: readonly string[]): string {
  const random = createRandom(7)
  const first = '2025-06-01' as BusinessDate
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = addDays(first, Math.floor((n * 380) / rows))
    const minute = String(n % 60).padStart(2, '0')
    const who = `${personAt(n, random).name},${13_000_000_000 + n},${1 + (n % 3)},首次`
    const what = `自然进店,松云 S5,${random.pick(['A', 'B', 'C', 'D'])},${random.pick(people)},第${n}位`
    return `${day},${String(9 + (n % 10)).padStart(2, '0')}:${minute},来店,${who},${what}`
  })
  return [HEADER, ...lines].join('\n')
}

/** Says yes to every guess, as somebody does whose register is plain; what nobody can guess means nothing. */
function understood({ mapping, distinct }: FileReading): Mapping {
  const values = Object.entries(distinct).map(([field, found]) => {
    const meant = mapping.values[field as ValueField] ?? {}
    return [field, Object.fromEntries(found.map(({ value, suggestion }) => [value, meant[value] ?? suggestion ?? '']))]
  })
  return { ...mapping, values: Object.fromEntries(values) as Mapping['values'] }
}

/** A hundred thousand rows through the program's own steps, beside the same rows written raw into the same store. */
export async function measureImport(folder: string, store: string): Promise<string> {
  const bench = openDesk(freshFolder(folder, store))
  const sellers = `SELECT name FROM staff WHERE role = 'salesperson' AND active = 1 GROUP BY name`
  const text = register(IMPORT_ROWS, bench.db.prepare(sellers).pluck().all() as string[])
  const contentBase64 = Buffer.from(text).toString('base64')
  const at = [performance.now()]
  const reading: FileReading = await bench.asManager('imports.read', {
    jobId: 'read',
    fileName: '登记表.csv',
    contentBase64,
  })
  at.push(performance.now())
  const file = { token: reading.token, mapping: understood(reading) }
  const { digest } = await bench.asManager('imports.preview', { jobId: 'preview', ...file })
  at.push(performance.now())
  let wroteFrom = Number.NaN
  let cpuBefore = process.cpuUsage()
  const running = bench.asManager('imports.run', { jobId: 'run', ...file, digest })
  const watch = setInterval(() => {
    if (!Number.isNaN(wroteFrom) || bench.desk.imports.progressOf('run')?.phase !== 'writing') return
    wroteFrom = performance.now()
    cpuBefore = process.cpuUsage()
  }, 5)
  const { batchId } = await running
  const { user, system } = process.cpuUsage(cpuBefore)
  clearInterval(watch)
  at.push(performance.now())
  const [start = 0, read = 0, previewed = 0, done = 0] = at
  const written = rowsOfBatch(bench.db, batchId)
  await bench.stop()
  const raw = writeRaw(freshFolder(folder, store), written)
  const [writing, writingCpu] = [done - wroteFrom, (user + system) / 1000]
  const rows = written.map((part) => part.rows.length).reduce((sum, count) => sum + count, 0)
  return (
    `read ${ms(read - start)}, preview ${ms(previewed - read)}, run ${ms(done - previewed)}, of which writing ${ms(writing)} ` +
    `(${perSecond(writing)} rows/s; by CPU ${ms(writingCpu)}, ${perSecond(writingCpu)} rows/s); ` +
    `the same ${rows} rows of all tables raw ${ms(raw.ms)} (CPU ${ms(raw.cpuMs)}), ` +
    `x${(writing / raw.ms).toFixed(1)} (CPU x${(writingCpu / raw.cpuMs).toFixed(1)})`
  )
}

const perSecond = (took: number) => Math.round(IMPORT_ROWS / (took / 1000)).toLocaleString('en')

type Written = { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly unknown[][] }

const OF_BATCH = 'lead_id IN (SELECT id FROM leads WHERE batch_id = @batchId)'
/** What an import leaves, in an order in which it can be written again; lead_list and lead_words by their own numbers. */
const TABLES: readonly (readonly [table: string, where: string])[] = [
  ['import_batches', 'id = @batchId'],
  ['customers', 'batch_id = @batchId'],
  ['leads', 'batch_id = @batchId'],
  ['lead_events', 'batch_id = @batchId'],
  ['lead_history', OF_BATCH],
  ['visits', 'batch_id = @batchId'],
  ['follow_ups', 'batch_id = @batchId'],
  ['lead_list', 'batch_id = @batchId'],
  ['lead_words', 'n IN (SELECT n FROM lead_list WHERE batch_id = @batchId)'],
]

function rowsOfBatch(db: Db, batchId: string): Written[] {
  return TABLES.map(([table, where]) => {
    const info = db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[]
    const columns = info.filter(({ hidden, name }) => hidden === 0 && name !== 'seq').map(({ name }) => name)
    const rows = db
      .prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`)
      .raw()
      .all({ batchId })
    return { table, columns, rows: rows as unknown[][] }
  })
}

/** Milliseconds of one durable transaction that writes these rows with the search index, everything prepared. */
function writeRaw(folder: string, written: readonly Written[]): { ms: number; cpuMs: number } {
  const db = openStore(join(folder, 'showroom.db'))
  db.pragma('foreign_keys = OFF')
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()]
  db.transaction(() => {
    for (const { table, columns, rows } of written) {
      const insert = db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of rows) insert.run(row)
    }
    db.prepare('INSERT INTO lead_search (rowid, words) SELECT n, words FROM lead_words WHERE n >= ?').run(
      firstNumber(written),
    )
    db.prepare('DELETE FROM stale_leads').run()
  })()
  const [took, { user, system }] = [performance.now() - start, process.cpuUsage(cpuBefore)]
  db.close()
  return { ms: took, cpuMs: (user + system) / 1000 }
}

function firstNumber(written: readonly Written[]): number {
  const words = written.find(({ table }) => table === 'lead_words')
  return words?.rows.reduce((least, [n]) => Math.min(least, Number(n)), Number.MAX_SAFE_INTEGER) ?? 0
}
