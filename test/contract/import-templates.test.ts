import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import type { FileReading } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'
import { type Caller, CHANNELS, STAFF, testDesk } from '../support/desk.ts'
import { answered, job, REGISTER_HEADER, readText } from '../support/registers.ts'

// A file of a form that was read before needs no questions; rows that stayed out come back mended.

const FORM = '日子,谁,号码,渠道,哪位接的,说了啥'
const MARCH = `${FORM}\n2026-03-01,王先生,13800138000,老店,林小雨,在看\n2026-03-02,李女士,13800138001,网上,大力,在看`

/** Headers nobody could guess, read by hand. */
async function mappedByHand(caller: Caller): Promise<{ reading: FileReading; mapping: Mapping }> {
  const reading = await readText(caller, MARCH, '3月.csv')
  const mapping: Mapping = {
    ...reading.mapping,
    kind: 'visits',
    headerRow: 0,
    headerLines: 1,
    columns: { date: 0, name: 1, phone: 2, channel: 3, receivedBy: 4, note: 5 },
    values: {
      channel: { 老店: CHANNELS.walkIn, 网上: CHANNELS.outbound },
      receivedBy: { 林小雨: STAFF.lin, 大力: STAFF.wang },
    },
    blankDate: 'as_above',
  }
  return { reading, mapping }
}

async function kept(caller: Caller, name = '展厅登记') {
  const { reading, mapping } = await mappedByHand(caller)
  const { templateId } = await caller.call('imports.saveTemplate', { token: reading.token, mapping, name })
  return { templateId, reading, mapping }
}

describe('a kept mapping', () => {
  it('is applied by itself to the next file of its form, whatever the order of its columns', async () => {
    const { as } = testDesk()
    const manager = as(STAFF.manager)
    const { templateId, mapping } = await kept(manager)
    const april =
      '说了啥,号码,日子,渠道,谁,哪位接的,新的一列\n在看,13800138002,2026-04-01,老店,张先生,大力,x\n在看,13800138003,,公众号,赵女士,王大力,y'
    const reading = await readText(manager, april, '4月.csv')
    expect(reading.template).toEqual({ id: templateId, name: '展厅登记' })
    expect(reading.mapping).toMatchObject({
      kind: 'visits',
      blankDate: 'as_above',
      columns: { date: 2, name: 4, phone: 1, channel: 3, receivedBy: 5, note: 0 },
    })
    // What was said of a value stays said; a value that is new gets a suggestion.
    expect(reading.mapping.values.channel).toMatchObject({ 老店: CHANNELS.walkIn })
    expect(reading.mapping.values.channel?.['公众号']).toMatch(/^new:/)
    expect(reading.mapping.values.receivedBy).toEqual({ 大力: STAFF.wang, 王大力: STAFF.wang })
    const plan = await manager.call('imports.preview', { ...job(), token: reading.token, mapping: reading.mapping })
    expect(plan).toMatchObject({ visits: 2, captured: 2, from: '2026-04-01', to: '2026-04-01' })
    expect(mapping.columns).toEqual({ date: 0, name: 1, phone: 2, channel: 3, receivedBy: 4, note: 5 })
  })

  it('is not applied to a file that lacks one of its columns; chosen by hand it leaves those open', async () => {
    const { as } = testDesk()
    const manager = as(STAFF.manager)
    const { templateId } = await kept(manager)
    const reading = await readText(
      manager,
      '日子,谁,号码,渠道,说了啥\n2026-04-01,张先生,13800138002,老店,在看',
      '4月.csv',
    )
    expect(reading.template).toBeNull()
    const used = await manager.call('imports.useTemplate', { ...job(), token: reading.token, templateId })
    expect(used).toMatchObject({
      template: { id: templateId },
      mapping: { columns: { date: 0, name: 1, phone: 2, channel: 3, note: 4 } },
    })
    expect(used.mapping.columns.receivedBy).toBeUndefined()
  })

  it('is the newest of those that fit', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    await kept(manager, '旧的')
    desk.advance(60_000)
    const { templateId } = await kept(manager, '新的')
    expect((await readText(manager, MARCH)).template).toEqual({ id: templateId, name: '新的' })
  })

  it('is listed, replaced under its name, and forgotten', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const first = await kept(manager)
    desk.advance(60_000)
    const second = await kept(desk.as(STAFF.owner))
    expect(second.templateId).toBe(first.templateId)
    const { templates } = await manager.call('imports.templates', {})
    expect(templates).toEqual([
      { id: first.templateId, name: '展厅登记', kind: 'visits', savedAt: desk.now(), savedByName: '何总' },
    ])
    await manager.call('imports.deleteTemplate', { templateId: first.templateId })
    expect(await manager.call('imports.templates', {})).toEqual({ templates: [] })
    expect(await manager.refused('imports.deleteTemplate', { templateId: first.templateId })).toMatchObject({
      code: 'not_found',
    })
    const unknown = { ...job(), token: second.reading.token, templateId: first.templateId }
    expect(await manager.refused('imports.useTemplate', unknown)).toMatchObject({ code: 'not_found' })
    const trail = desk.db.prepare('SELECT operation FROM audit_trail ORDER BY seq').pluck().all()
    expect(trail).toEqual(['imports.saveTemplate', 'imports.saveTemplate', 'imports.deleteTemplate'])
  })
})

describe('the rows that stay out', () => {
  const ROWS = [
    '2026-03-01,09:55,来店,王先生,13800138000,,2,首次,自然到店,轩逸,B级,一周内,√,林小雨,"第一行\n第二行"',
    '2026-02-30,10:00,来店,李女士,13800138001,,2,首次,自然到店,,,,,林小雨,',
    ',10:00,来店,赵女士,13800138002,,2,首次,自然到店,,,,,林小雨,',
    '小计,,3,,,,,,,,,,,,',
  ]
  const TEXT = [REGISTER_HEADER, ...ROWS].join('\n')

  it('are answered whole, and mended they go in as if they had been right at once', async () => {
    const desk = testDesk()
    const manager = desk.as(STAFF.manager)
    const reading = await readText(manager, TEXT)
    const mapping = answered(reading)
    const { token } = reading
    const plan = await manager.call('imports.preview', { ...job(), token, mapping })
    await manager.call('imports.run', { ...job(), token, mapping, digest: plan.digest })
    const left = await manager.call('imports.leftOut', { ...job(), token, mapping })
    expect(left.headers).toEqual(REGISTER_HEADER.split(','))
    expect(left.rows.map(({ line, code }) => [line, code])).toEqual([
      [2, 'already_in_store'],
      [4, 'bad_date'],
      [5, 'no_date'],
      [6, 'subtotal'],
    ])
    // As the screen writes it: the reason in a column of its own, which means nothing when the file comes back.
    const mended = left.rows
      .filter(({ code }) => code !== 'subtotal')
      .map(({ cells, code }) => [cells[0] === '2026-03-01' ? cells[0] : '2026-03-03', ...cells.slice(1, 15), code])
    const file = `\uFEFF${stringify([[...left.headers, '未导入原因'], ...mended])}`
    const again = await readText(manager, file, '未导入的行.csv')
    expect(again.mapping.columns).toEqual(reading.mapping.columns)
    const mappedAgain = answered(again)
    const second = await manager.call('imports.preview', { ...job(), token: again.token, mapping: mappedAgain })
    expect(second).toMatchObject({ visits: 2, captured: 2, leftOut: { already_in_store: 1 } })
    await manager.call('imports.run', { ...job(), token: again.token, mapping: mappedAgain, digest: second.digest })
    expect(desk.db.prepare('SELECT count(*) FROM visits').pluck().get()).toBe(3)
  })
})
