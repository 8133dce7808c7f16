import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import type { Db } from '../../db/connection.ts'
import { readFacts } from '../../db/facts/read-facts.ts'
import { buildReport } from '../../shared/domain/report.ts'
import { trendPeriods } from '../../shared/domain/trend-periods.ts'
import { type BusinessDate, daysBetween } from '../../shared/values/business-date.ts'
import { median } from './measure.ts'
import { dateText, LAST_DAY } from './store/calendar.ts'
import { ms } from './table.ts'

/** What a showroom without a program does: the rows on four sheets, the month's figures as COUNTIFS over them. */

type Sheet = { readonly name: string; readonly sql: string; readonly dates: readonly number[] }
const SHEETS: readonly Sheet[] = [
  {
    name: 'Visits',
    sql: `SELECT arrived_on, kind = 'showroom' AND purpose = 'purchase' AND first_visit = 1, lead_id IS NOT NULL, received_by
      FROM visits WHERE voided_at IS NULL`,
    dates: [0],
  },
  {
    name: 'Contacts',
    sql: `SELECT counts_on, done_on, staff_id, coalesce(done_on <= counts_on, 0), coalesce(reviewed_on IS NOT NULL, 0) FROM follow_ups`,
    dates: [0, 1],
  },
  {
    name: 'Leads',
    sql: `SELECT r.created_on, r.bucket, r.owner_id FROM lead_list r`,
    dates: [0],
  },
  {
    name: 'Deals',
    sql: `SELECT ordered_on, staff_id, cancelled_on IS NOT NULL FROM deals`,
    dates: [0],
  },
]
/** N, captured, visits, created, A to D in stock, contacts made, read, due, in time, deals: FROM, TO and WHO are put in. */
const FIGURES = [
  'COUNTIFS(Visits!A:A,">="&FROM,Visits!A:A,"<="&TO,Visits!B:B,1,Visits!D:D,WHO)',
  'COUNTIFS(Visits!A:A,">="&FROM,Visits!A:A,"<="&TO,Visits!B:B,1,Visits!C:C,1,Visits!D:D,WHO)',
  'COUNTIFS(Visits!A:A,">="&FROM,Visits!A:A,"<="&TO,Visits!D:D,WHO)',
  'COUNTIFS(Leads!A:A,">="&FROM,Leads!A:A,"<="&TO,Leads!C:C,WHO)',
  ...['A', 'B', 'C', 'D'].map((grade) => `COUNTIFS(Leads!B:B,"${grade}",Leads!C:C,WHO)`),
  'COUNTIFS(Contacts!B:B,">="&FROM,Contacts!B:B,"<="&TO,Contacts!C:C,WHO)',
  'COUNTIFS(Contacts!B:B,">="&FROM,Contacts!B:B,"<="&TO,Contacts!E:E,1,Contacts!C:C,WHO)',
  'COUNTIFS(Contacts!A:A,">="&FROM,Contacts!A:A,"<="&TO,Contacts!C:C,WHO)',
  'COUNTIFS(Contacts!A:A,">="&FROM,Contacts!A:A,"<="&TO,Contacts!D:D,1,Contacts!C:C,WHO)',
  'COUNTIFS(Deals!A:A,">="&FROM,Deals!A:A,"<="&TO,Deals!C:C,0,Deals!B:B,WHO)',
] as const

const TODAY = dateText(LAST_DAY)
const MONTH = { from: '2026-06-01' as BusinessDate, to: TODAY }
const ANYBODY = '"*"'

/** A day as a spreadsheet counts it. */
const serial = (date: string) => daysBetween('1899-12-30' as BusinessDate, date as BusinessDate)

/** The program of the spreadsheet, if there is one on this machine. */
export function hasSpreadsheet(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What the month costs there, by person and for eleven months before: opened and calculated, less only opened. */
export function measureSpreadsheet(db: Db, folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const formulas = formulasFor(db)
  const sheets = SHEETS.map((sheet) => [sheet.name, utils.aoa_to_sheet(rowsOf(db, sheet))] as const)
  const files = [[], formulas].map((cells, n) => {
    const book = utils.book_new()
    const figures = utils.aoa_to_sheet([['figures'], ...cells.map((row) => row.map((f) => ({ t: 'n', f })))])
    utils.book_append_sheet(book, figures, 'Figures')
    for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name)
    const file = join(folder, n === 0 ? 'rows.xlsx' : 'figures.xlsx')
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
    return file
  })
  const [opened = 0, calculated = 0] = files.map((file) =>
    median([calculate(file, folder), calculate(file, folder), calculate(file, folder)]),
  )
  const first = readFileSync(join(folder, 'figures.csv'), 'utf8').split('\n')[1]?.split(',').map(Number) ?? []
  const { funnel } = buildReport(readFacts(db, { ...MONTH, asOf: TODAY, staffId: null }))
  if (first[0] !== funnel.N || first[1] !== funnel.captured)
    throw new Error(`the spreadsheet counts ${first.join(' ')}`)
  const count = formulas.flat().length
  return `${count} COUNTIFS over the same rows in LibreOffice: opened ${ms(opened)}, opened and calculated ${ms(calculated)}, the figures alone ${ms(calculated - opened)}`
}

function rowsOf(db: Db, { sql, dates }: Sheet): unknown[][] {
  const rows = db.prepare(sql).raw().all() as (string | number | null)[][]
  return rows.map((row) => row.map((cell, n) => (dates.includes(n) && cell !== null ? serial(String(cell)) : cell)))
}

function formulasFor(db: Db): string[][] {
  const people = db.prepare(`SELECT id FROM staff WHERE role = 'salesperson'`).pluck().all() as string[]
  const months = trendPeriods({ from: MONTH.from, to: '2026-06-30' as BusinessDate }).slice(0, -1)
  const line = ({ from, to }: { from: string; to: string }, who: string) =>
    FIGURES.map((f) =>
      f
        .replaceAll('FROM', String(serial(from)))
        .replaceAll('TO', String(serial(to)))
        .replaceAll('WHO', who),
    )
  return [
    line(MONTH, ANYBODY),
    ...people.map((id) => line(MONTH, `"${id}"`)),
    ...months.map((month) => line(month, ANYBODY)),
  ]
}

/** Milliseconds from opening the file to its first sheet written as text. */
function calculate(file: string, folder: string): number {
  const start = performance.now()
  execFileSync('soffice', ['--headless', '--convert-to', 'csv', '--outdir', folder, file], { stdio: 'ignore' })
  return performance.now() - start
}
