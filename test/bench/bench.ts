import { statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { boardLines } from './board-lines.ts'
import { openDesk } from './desk.ts'
import { deskLines } from './desk-lines.ts'
import { IMPORT_ROWS, measureImport } from './import-line.ts'
import type { Compared } from './measure.ts'
import { hasSpreadsheet, measureSpreadsheet } from './spreadsheet-line.ts'
import { measureStart } from './start-line.ts'
import { SIZES, type SizeName } from './store/sizes.ts'
import { freshFolder, keptStore } from './stores.ts'
import { CELL_HEADS, cellsOf, growthOf, table } from './table.ts'

/**
 * `npm run bench [-- --large] [-- --size S,M] [-- --only 'board|Today']`: what people wait for, over generated stores of one and of five
 * years (with --large also ten showrooms' five years in one file), as medians and as ratios to raw prepared SQL that answers the
 * same in the same process by turns. Stores are kept in the folder named by --folder, to be used again.
 */
const { values } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    size: { type: 'string' },
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: join(tmpdir(), 'ninepoint-bench') },
  },
})
const say = (text: string) => void process.stdout.write(`${text}\n`)
const named = values.size?.split(',') as SizeName[] | undefined
const sizes = (named ?? (values.large ? ['S', 'M', 'L'] : ['S', 'M'])).map((name) => SIZES[name])
const isWanted = (name: string) => values.only.split('|').some((part) => name.includes(part))

type Results = { readonly lines: Map<string, Compared>; readonly notes: string[] }

async function measureSize(store: string, folder: string): Promise<Results> {
  const lines = new Map<string, Compared>()
  const notes: string[] = []
  const bench = openDesk(freshFolder(folder, store))
  const count = (name: string) =>
    Number(bench.db.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toLocaleString('en')
  const megabytes = Math.round(statSync(store).size / 1e6)
  const held = `${count('visits')} visits, ${count('customers')} customers, ${count('follow_ups')} follow-ups`
  notes.push(`${held}, ${count('deals')} deals, ${megabytes} MB`)
  say(`  ${notes[0]}`)
  for (const { name, run } of [...boardLines, ...deskLines]) {
    if (!isWanted(name)) continue
    lines.set(name, await run(bench))
    say(`  ${[name, ...cellsOf(lines.get(name))].join('  ')}`)
  }
  if (isWanted('spreadsheet')) {
    const sheet = hasSpreadsheet() ? measureSpreadsheet(bench.db, join(folder, 'spreadsheet')) : 'no LibreOffice here'
    notes.push(`spreadsheet: ${sheet}`)
  }
  const { managerId } = bench
  await bench.stop()
  if (isWanted('start to first board')) {
    const { wall, steps, rssMb } = await measureStart(folder, managerId)
    lines.set('start to first board', wall)
    notes.push(`start: ${steps}; memory of that process ${rssMb.toFixed(0)} MB`)
  }
  if (isWanted('import')) {
    notes.push(`import of ${IMPORT_ROWS} rows: ${await measureImport(folder, store)}`)
  }
  for (const note of notes.slice(1)) say(`  ${note}`)
  return { lines, notes }
}

const db = new Database(':memory:')
const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get())
const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, SQLite ${sqlite}`
say(machine)

const results = new Map<string, Results>()
for (const size of sizes) {
  const store = keptStore(values.folder, size, say)
  say(`\n${size.name}`)
  results.set(size.name, await measureSize(store, join(values.folder, `desk-${size.name}`)))
}

const names = [...new Set([...results.values()].flatMap(({ lines }) => [...lines.keys()]))]
const order = [...results.keys()]
const rows = names.map((name) => {
  const of = (size: string | undefined) => results.get(size ?? '')?.lines.get(name)
  const measured = order.flatMap((size) => cellsOf(of(size)))
  return [name, ...measured, ...order.slice(1).map((size, n) => growthOf(of(order[n]), of(size)))]
})
const head = [
  'median [p95]',
  ...order.flatMap((size) => CELL_HEADS.map((head) => `${size} ${head}`.trim())),
  ...order.slice(1).map((size, n) => `${order[n]} to ${size}`),
]
say(`\n${table(head, rows)}`)
for (const [size, { notes }] of results) for (const note of notes) say(`${size}: ${note}`)
say(machine)
