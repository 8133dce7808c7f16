import { addDays } from './calendar.ts'
import { momentNear, type Plot, someDay, someMoment, timestamp } from './plot.ts'
import { type CsvRow, field } from './tables.ts'

/** Letters of a lead's story: a grade, a status, or an owner at hand. */
const STORIES = [
  'won open won',
  'lost A open',
  'dormant B C open',
  'A won lost won',
  'C A',
  'A A won won',
  'won A open B',
]
const WORDS = ['A', 'B', 'C', 'D', 'A', 'B', 'C', 'open', 'dormant', 'won', 'lost', 'won', 'owner', 'owner']
const REASONS = ['', '', 'price', 'competitor', '没有现车, 等', 'constructor', ' price']

/** A lead and the moment it began. */
export type NastyLead = { readonly row: CsvRow; readonly id: string; readonly createdAt: number }

export function nastyCustomers({ random }: Plot, count: number): readonly CsvRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: random.pick(['张先生', '李"小姐"', '王,总', '𠮷𠮷']),
    created_at: '2025-01-01T00:00:00+08:00',
    phone: random.pick(['', `138001380${10 + index}`, `+86 139-${index}`, '不详']),
    wechat: random.pick(['', `wx_${index}`]),
    note: random.pick(['', '=1+1', '第一行\n第二行', ' ']),
  }))
}

export function nastyLeads(plot: Plot, count: number, customers: readonly CsvRow[], channels: readonly CsvRow[]) {
  const { random } = plot
  return Array.from({ length: count }, (_, index): NastyLead => {
    const createdAt = someMoment(plot)
    const id = random.pick([`l${index}`, `${index}`])
    const row = {
      id,
      customer_id: field(random.pick(customers), 'id'),
      channel_id: field(random.pick(channels), 'id'),
      created_at: timestamp(random, createdAt),
      model: random.pick(['', '轩逸']),
      horizon_months: random.pick(['', '0', '9']),
      selection_started: random.pick(['', 'true', 'false']),
      stage: random.pick(['', 'desire', 'decision']),
    }
    return { row, id, createdAt }
  })
}

/** Events that repeat, tie, precede their lead and contradict each other; file order is not time order. */
export function nastyEvents(plot: Plot, leads: readonly NastyLead[], staff: readonly string[]): readonly CsvRow[] {
  const { random } = plot
  const rows: Omit<CsvRow, 'id'>[] = []
  for (const { id, createdAt } of leads) {
    const story = random.chance(0.4)
      ? random.pick(STORIES).split(' ')
      : Array.from({ length: random.int(0, 9) }, () => random.pick(WORDS))
    if (random.chance(0.6)) story.splice(random.int(0, story.length), 0, 'owner')
    let at = createdAt
    const inOrder = random.chance(0.5)
    for (const word of story) {
      const near = momentNear(plot, at)
      at = inOrder ? Math.max(at, near) : near
      if (random.chance(0.15)) at = createdAt
      for (let copies = random.chance(0.1) ? 2 : 1; copies > 0; copies--) {
        rows.push(eventRow(plot, id, word, at, staff))
      }
    }
  }
  const ordered = random.chance(0.4) ? rows : random.shuffled(rows)
  return ordered.map((row, index) => ({ id: `e${ordered.length - index}`, ...row }))
}

function eventRow({ random }: Plot, leadId: string, word: string, at: number, staff: readonly string[]) {
  const kind = word === 'owner' ? 'owner' : word.length === 1 ? 'grade' : 'status'
  const value = kind === 'owner' ? random.pick(['', ...staff, ...staff]) : word
  const by = random.pick(['', ...staff])
  return { lead_id: leadId, at: timestamp(random, at), kind, value, by, reason: random.pick(REASONS) }
}

/** Deals with or without a won event, cancelled before, on and after the days that matter. */
export function nastyDeals(plot: Plot, leads: readonly NastyLead[], staff: readonly string[]): readonly CsvRow[] {
  const { random } = plot
  if (leads.length === 0) return []
  return Array.from({ length: random.int(0, leads.length) }, (_, index) => {
    const orderedOn = someDay(plot)
    return {
      id: `d${index}`,
      lead_id: random.pick(leads).id,
      staff_id: random.pick(staff),
      ordered_on: orderedOn,
      delivered_on: random.pick(['', addDays(orderedOn, 3)]),
      cancelled_on: random.pick(['', '', '', orderedOn, addDays(orderedOn, 1), someDay(plot)]),
      price: random.pick(['', '150000', '99999.99', '0.1']),
      gross_profit: random.pick(['', '0', '6000', '-1234.5', '3521.92', '0.07']),
    }
  })
}
