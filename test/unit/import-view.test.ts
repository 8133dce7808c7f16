import { describe, expect, it } from 'vitest'
import {
  acceptedKey,
  fieldLabelKey,
  fieldOf,
  namesSomebody,
  openValues,
  rowsToLookAt,
  valueGroups,
  withColumn,
  withMeanings,
} from '../../renderer/screens/imports/meaning-view.ts'
import { leftOutCount, mainCount, makesNothing, rowSum } from '../../renderer/screens/imports/plan-view.ts'
import { orderEvidence, questionsOf } from '../../renderer/screens/imports/question-view.ts'
import { openThings, stepAfter, stepBefore, stepOfFirstOpen } from '../../renderer/screens/imports/step-view.ts'
import type { FileDraft } from '../../renderer/stores/import-draft.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import type { Mapping } from '../../shared/domain/import/fields.ts'

const mapping: Mapping = {
  kind: 'visits',
  sheet: 0,
  headerRow: 1,
  headerLines: 1,
  columns: { date: 0, channel: 1 },
  values: { channel: { 车展: 'c1' } },
  year: null,
  dateOrder: 'mdy',
  blankDate: 'leave_out',
  blankOn: null,
  defaultChannel: null,
  defaultPerson: null,
  knownPhone: 'same_person',
  otherName: 'same_person',
  notesSayingDeal: 'keep',
  notesSayingLoss: 'keep',
}
const reading: FileReading = {
  token: 't',
  fileName: '登记表.xlsx',
  format: 'workbook',
  encoding: '',
  delimiter: '',
  sheets: [{ name: '3月', rowCount: 10, hidden: false }],
  rowCount: 10,
  head: [],
  headers: ['日期', '来源'],
  examples: ['', ''],
  mapping,
  distinct: {
    channel: [
      { value: '车展', rows: 4, suggestion: 'c1', isSure: true },
      { value: '抖音', rows: 2, suggestion: 'new:outbound:抖音', isSure: false },
      { value: '', rows: 1, suggestion: null, isSure: false },
    ],
  },
  dates: {
    withoutYear: 0,
    years: [],
    yearLast: 0,
    onlyMonthFirst: 0,
    onlyDayFirst: 0,
    blank: 0,
    from: null,
    to: null,
  },
  notes: { deals: 0, losses: 0, examples: [] },
  template: null,
  importedBefore: null,
}
const draftOf = (changes: {
  mapping?: Partial<Mapping>
  dates?: Partial<FileReading['dates']>
  reading?: Partial<FileReading>
  accepted?: string[]
}): FileDraft => ({
  reading: { ...reading, ...changes.reading, dates: { ...reading.dates, ...changes.dates } },
  mapping: { ...mapping, ...changes.mapping },
  accepted: changes.accepted ?? [],
  plan: null,
})
const keys = (draft: FileDraft, hasCustomers = false) => questionsOf(draft, hasCustomers).map(({ key }) => key)
const open = (draft: FileDraft) =>
  questionsOf(draft, false)
    .filter(({ isOpen }) => isOpen)
    .map(({ key }) => key)

describe('the values of a column', () => {
  const guessed = withMeanings(mapping, 'channel', [['抖音', 'new:outbound:抖音']])

  it('ask for an answer, for a look, or for nothing', () => {
    const [group] = valueGroups(reading, guessed, [])
    expect(group?.rows.map(({ state }) => state)).toEqual(['sure', 'guess', 'open'])
    expect(group).toMatchObject({ open: 1, guesses: 1, hasTooMany: false })
  })

  it('that were looked at ask no more, but what is made anew stays in sight', () => {
    const [group] = valueGroups(reading, guessed, [acceptedKey('channel', '抖音')])
    expect(group?.rows.map(({ state }) => state)).toEqual(['sure', 'new', 'open'])
    expect(group === undefined ? [] : rowsToLookAt(group).map(({ value }) => value)).toEqual(['抖音', ''])
  })

  it('are none where the column is not read in', () => {
    expect(valueGroups(reading, { ...mapping, columns: { date: 0 } }, [])).toEqual([])
  })

  it('count once where there are too many to answer for', () => {
    const many = Array.from({ length: 301 }, (_, i) => ({ value: `${i}`, rows: 1, suggestion: null, isSure: false }))
    expect(openValues(valueGroups({ ...reading, distinct: { channel: many } }, mapping, []))).toBe(1)
  })
})

describe('a column', () => {
  it('has one field and a field one column', () => {
    const moved = withColumn(mapping, 2, 'channel')
    expect(moved.columns).toEqual({ date: 0, channel: 2 })
    expect(withColumn(moved, 2, 'note').columns).toEqual({ date: 0, note: 2 })
    expect(withColumn(moved, 2, null).columns).toEqual({ date: 0 })
  })

  it('is named after what the file is a list of', () => {
    expect(fieldLabelKey('sales', 'date')).toBe('imports.fieldOf.sales.date')
    expect(fieldLabelKey('sales', 'price')).toBe('imports.field.price')
  })

  it('of a field that this kind of file does not have is not read in', () => {
    expect(fieldOf({ ...mapping, columns: { price: 3 } }, 3)).toBeNull()
    expect(fieldOf({ ...mapping, kind: 'sales', columns: { price: 3 } }, 3)).toBe('price')
  })

  it('of leads or sales says who it is about', () => {
    expect(namesSomebody(mapping)).toBe(true)
    expect(namesSomebody({ ...mapping, kind: 'sales' })).toBe(false)
    expect(namesSomebody({ ...mapping, kind: 'sales', columns: { phone: 4 } })).toBe(true)
  })
})

describe('questions', () => {
  it('are only those that the file raises', () => {
    expect(keys(draftOf({}))).toEqual([])
    expect(keys(draftOf({ dates: { withoutYear: 3, yearLast: 2, blank: 1 } }))).toEqual(['year', 'order', 'blank'])
    expect(keys(draftOf({ mapping: { columns: { date: 0 } } }))).toEqual(['channel'])
    expect(keys(draftOf({ reading: { notes: { deals: 0, losses: 2, examples: ['战败'] } } }))).toEqual(['remarks'])
  })

  it('about numbers on file are for stores that have some', () => {
    const draft = draftOf({ mapping: { columns: { date: 0, channel: 1, name: 2, phone: 3 } } })
    expect(keys(draft)).toEqual(['otherName'])
    expect(keys(draft, true)).toEqual(['known', 'otherName'])
  })

  it('wait for an answer only where nothing can be taken for granted', () => {
    expect(open(draftOf({ dates: { yearLast: 9 } }))).toEqual(['order'])
    expect(open(draftOf({ dates: { yearLast: 9, onlyMonthFirst: 4 } }))).toEqual([])
    expect(open(draftOf({ dates: { yearLast: 9 }, accepted: ['order'] }))).toEqual([])
    expect(open(draftOf({ dates: { yearLast: 9 }, reading: { template: { id: 'm', name: '月表' } } }))).toEqual([])
    expect(open(draftOf({ dates: { blank: 2 }, mapping: { blankDate: 'on_day' } }))).toEqual(['blank'])
    expect(open(draftOf({ mapping: { columns: { date: 0 } } }))).toEqual(['channel'])
    expect(open(draftOf({ mapping: { columns: { date: 0 }, defaultChannel: 'c1' } }))).toEqual([])
  })

  it('ask for a seller where no column says one, and for an owner without insisting', () => {
    const columns = { date: 0, channel: 1, name: 2 }
    expect(open(draftOf({ mapping: { kind: 'sales', columns } }))).toEqual(['person'])
    expect(open(draftOf({ mapping: { kind: 'leads', columns } }))).toEqual([])
    expect(keys(draftOf({ mapping: { kind: 'leads', columns } }))).toEqual(['person'])
    const named = { kind: 'leads', columns: { ...columns, receivedBy: 3 } } as const
    expect(keys(draftOf({ mapping: { ...named, values: { receivedBy: { 李娜: 's1' } } } }))).toEqual([])
    expect(keys(draftOf({ mapping: { ...named, values: { receivedBy: { '': '' } } } }))).toEqual(['person'])
  })

  it.each([
    [0, 0, 'none'],
    [3, 0, 'clear'],
    [0, 1, 'clear'],
    [3, 1, 'mixed'],
  ] as const)(
    'weigh %i rows with the month first against %i with the day: %s',
    (onlyMonthFirst, onlyDayFirst, found) => {
      expect(orderEvidence(draftOf({ dates: { onlyMonthFirst, onlyDayFirst } }).reading)).toBe(found)
    },
  )
})

describe('the way through a file', () => {
  it('passes over steps that have nothing to ask', () => {
    const things = openThings(draftOf({}), false)
    expect(stepAfter('columns', things)).toBe('values')
    expect(stepBefore('values', things)).toBe('columns')
    const plain = openThings(draftOf({ reading: { distinct: {} } }), false)
    expect(stepAfter('columns', plain)).toBe('preview')
    expect(stepBefore('preview', plain)).toBe('columns')
    expect(stepBefore('table', plain)).toBeNull()
  })

  it('leads to the first thing that is missing', () => {
    const draft = draftOf({ dates: { yearLast: 9 } })
    const things = openThings(draft, false)
    // Two channels without a meaning and the order of day and month.
    expect(things).toMatchObject({ total: 3, openQuestions: 1, openValues: 2, lacksDate: false })
    expect(stepOfFirstOpen(things)).toBe('questions')
    expect(stepOfFirstOpen(openThings(draftOf({ mapping: { columns: {} } }), false))).toBe('columns')
    expect(stepOfFirstOpen(openThings(draftOf({}), false))).toBe('values')
  })
})

describe('a plan', () => {
  const plan = {
    kind: 'leads',
    visits: 0,
    newCustomers: 8,
    newLeads: 7,
    deals: 3,
    leftOut: { title: 1, no_date: 2 },
  } as unknown as ImportPlan

  it('is counted in what it makes', () => {
    expect(mainCount(plan)).toBe(7)
    expect(mainCount({ ...plan, kind: 'sales' })).toBe(3)
    expect(makesNothing(plan)).toBe(false)
    expect(makesNothing({ ...plan, newCustomers: 0, newLeads: 0, deals: 0 })).toBe(true)
  })

  it('accounts for every row of the file', () => {
    expect(leftOutCount(plan)).toBe(3)
    expect(rowSum(plan, 20, { ...mapping, headerLines: 2 })).toEqual({ total: 20, inside: 15, out: 3, header: 2 })
    expect(rowSum(plan, 20, { ...mapping, headerRow: -1 })).toMatchObject({ inside: 17, header: 0 })
  })
})
