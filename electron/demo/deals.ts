import type { Books, LeadRow } from './books.ts'
import type { Day, Moment } from './moment.ts'
import { dayOfMoment, momentAt } from './moment.ts'
import type { Salesperson } from './people.ts'

/** Yuan, to the hundred: a price off the list, and what a store of this size keeps of it with finance and accessories. */
function moneyOf(books: Books, lead: LeadRow): { readonly price: number; readonly grossProfit: number } {
  const { random } = books
  const trim = random.int(0, lead.model.trims.length - 1)
  const price = Math.round((lead.model.price * (1 + trim * 0.07) * random.int(930, 985)) / 100_000) * 100
  const grossProfit = Math.round((price * random.int(26, 58)) / 1000 + random.int(1200, 4800))
  return { price, grossProfit }
}

/** Takes an order: the deal and the won event are one act. Answers the day it is called off, if it is. */
export function takeOrder(books: Books, lead: LeadRow, person: Salesperson, at: Moment): Day | null {
  const { random } = books
  const orderedOn = dayOfMoment(at)
  const calledOff = random.chance(0.05) ? orderedOn + random.int(2, 9) : null
  const cancelledOn = calledOff !== null && calledOff < books.today ? calledOff : null
  const delivery = orderedOn + random.int(4, 24)
  books.events.push({ leadId: lead.id, at, kind: 'status', value: 'won', by: person.id, reason: null })
  books.deals.push({
    leadId: lead.id,
    staffId: person.id,
    orderedOn,
    deliveredOn: cancelledOn === null && delivery <= books.today ? delivery : null,
    cancelledOn,
    model: lead.model.name,
    ...moneyOf(books, lead),
  })
  if (cancelledOn === null) return null
  books.events.push({
    leadId: lead.id,
    at: momentAt(cancelledOn, 11 * 60 + random.int(0, 300)),
    kind: 'status',
    value: 'open',
    by: person.id,
    reason: random.pick(['退订：贷款未批', '退订：家人不同意', '退订：等不及现车']),
  })
  return cancelledOn
}
