import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import { fillHostile } from '../support/hostile-showroom.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { tally } from '../support/rounds.ts'

// Whatever somebody typed: in no file that leaves the program is it more than a text.

const folder = mkdtempSync(join(tmpdir(), 'ninepoint-hostile-'))
let desk: Desk
type File = { readonly name: string; readonly bytes: Buffer }
const files: File[] = []

beforeAll(async () => {
  desk = createDesk({ folder })
  await fillHostile(desk)
  const columns = { name: '=1+1', phone: '@SUM(1)', note: '＝1＋1' }
  const words = { app: '=九控', title: '=1+1|x', columns, codes: { 'bucket.A': '=A', 'status.open': '+open' } }
  const period = { from: '2020-01-01', to: '2100-01-01' }
  const board = { from: '2026-01-01', to: '2026-12-31', asOf: null, staffId: null, figure: 'funnel.N', param: null }
  const rows = HOSTILE_TEXTS.map((text) => [text, text.slice(0, 60)])
  const sheets = [
    { name: '=1+1', columns: HOSTILE_TEXTS.slice(0, 2).map((header) => ({ header, kind: 'text' })), rows },
  ]
  const asked: readonly (readonly [string, object])[] = [
    ['exports.leads', { filter: {}, words }],
    ['exports.visits', { ...period, words }],
    ['exports.deals', { ...period, staffId: null, words }],
    ['exports.records', { ...board, words }],
    ['exports.table', { about: 'a', period: null, app: '=a', title: '@b', sheets }],
  ]
  for (const [op, input] of asked) {
    for (const format of ['csv', 'xlsx']) files.push(await fileOf(op, { ...input, format }))
  }
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function fileOf(op: string, input: object): Promise<File> {
  const answer = await dispatch(desk, 'filler', { id: 'x', op, input })
  if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer.failure)}`)
  const { contentBase64, fileName } = answer.value as ExportedFile
  return {
    name: `${files.length}-${fileName.slice(-5).replace(/^[^.]*/, '')}`,
    bytes: Buffer.from(contentBase64, 'base64'),
  }
}

const of = (end: string) => files.filter(({ name }) => name.endsWith(end))
const FORMULA = /^[\s"\u200B\uFEFF]*[=+\-@|＝＋－＠]/

/** Cells as a spreadsheet of that country takes a file apart; a text it cannot take apart it does not run either. */
function cellsOf(bytes: Buffer, delimiter: string): readonly string[] {
  return parse(bytes, { bom: true, delimiter, relax_quotes: true, relax_column_count: true }).flat()
}

describe('S8 a hostile text is a text in every file', () => {
  it('of commas: no cell begins as a formula, whatever divides them', () => {
    const looked = tally(of('.csv').length * 3)
    let cells = 0
    for (const { bytes } of of('.csv')) {
      for (const delimiter of [',', ';', '\t']) {
        const all = cellsOf(bytes, delimiter)
        expect(all.filter((cell) => FORMULA.test(cell))).toEqual([])
        cells += all.length
        looked.done()
      }
    }
    looked.expectAll()
    expect(cells).toBeGreaterThan(10 * HOSTILE_TEXTS.length)
    expect(cellsOf(Buffer.from('a,=1+1\n'), ',').filter((cell) => FORMULA.test(cell))).toEqual(['=1+1'])
  })

  it('of a workbook: texts and numbers, no formula, no link, nothing that runs', () => {
    const looked = tally(of('.xlsx').length)
    for (const { bytes } of of('.xlsx')) {
      const parts = unzipSync(bytes)
      expect(
        Object.keys(parts).filter((name) => /vba|externalLink|activeX|embeddings|connections|comments/i.test(name)),
      ).toEqual([])
      const sheets = Object.entries(parts).filter(([name]) => /worksheets\/sheet/.test(name))
      for (const [, xml] of sheets) expect(strFromU8(xml)).not.toMatch(/<f[ >]|<hyperlink/)
      const cells = Object.values(read(bytes).Sheets).flatMap((sheet) =>
        Object.entries(sheet).filter(([key]) => !key.startsWith('!')),
      )
      expect(cells.length).toBeGreaterThan(10)
      expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([])
      looked.done()
    }
    looked.expectAll()
  })

  it('as LibreOffice opens them', ({ skip }) => {
    const program = spawnSync('soffice', ['--version'])
    if (program.status !== 0) skip('no LibreOffice here: nobody has opened the files')
    writeFileSync(join(folder, 'control.csv'), 'a,=1+1\n')
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
    const names = ['control.csv', ...files.map(({ name }) => name)]
    const place = [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'fods',
      '--outdir',
      join(folder, 'opened'),
    ]
    spawnSync('soffice', [...place, ...names.map((name) => join(folder, name))], { timeout: 120_000 })
    const formulasOf = (name: string) =>
      readFileSync(join(folder, 'opened', name.replace(/\.\w+$/, '.fods')), 'utf8').match(/table:formula="[^"]*"/g) ??
      []
    expect(formulasOf('control.csv')).toHaveLength(1)
    const opened = tally(files.length)
    for (const { name } of files) {
      expect(formulasOf(name)).toEqual([])
      opened.done()
    }
    opened.expectAll()
  })
})
