import { parse } from 'csv-parse/sync'
import { generateDemo } from '../../electron/demo/generate-demo.ts'
import type { BusinessDate } from '../../shared/values/business-date.ts'

export type Row = Readonly<Record<string, string>>
export type DemoRows = { readonly today: string; readonly rows: (file: string) => readonly Row[] }

/** The demo showroom as plain rows of text, to be counted without any of the program's own figures. */
export function demoRows(seed: number, today: string): DemoRows {
  const tables = generateDemo({ seed, today: today as BusinessDate })
  const parsed = new Map([...tables].map(([file, text]) => [file, parse(text, { columns: true }) as Row[]]))
  return { today, rows: (file) => parsed.get(`${file}.csv`) ?? [] }
}

export function groupBy(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => row[column] ?? '')
}

export const daysApart = (from: string, to: string) =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000

/** First visits to the showroom with the purpose to buy: what N counts. */
export const isFirstVisit = (row: Row) =>
  row.kind === 'showroom' && row.purpose === 'purchase' && row.first_visit === 'true'
