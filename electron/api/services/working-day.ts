import { countReviewQueue } from '../../../db/facts/review-queue.ts'
import { settleLeads } from '../../../db/repositories/lead-index.ts'
import { listOpenLossRequests } from '../../../db/repositories/loss-requests.ts'
import { listStaff } from '../../../db/repositories/staff.ts'
import { listVisitsOfDay } from '../../../db/repositories/visits.ts'
import {
  countDoneOn,
  countDuesDoneOn,
  countOpenLeads,
  type DayLead,
  listDayLeads,
  listUnassignedLeads,
} from '../../../db/repositories/working-day.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import type { PersonDay } from '../../../shared/contract/follow-ups.ts'
import { addDays, type BusinessDate } from '../../../shared/values/business-date.ts'
import type { Context } from '../context.ts'
import { phoneFor } from './contact-privacy.ts'
import { toVisitRow } from './visits.ts'

/** How far back a manager is offered records to review. */
const REVIEW_DAYS = 7

/** A person's day in the order it is worked: overdue, due, never contacted yet, and open leads without a next date. */
export function readToday(context: Context, input: ParsedInputOf<'followUps.today'>): OutputOf<'followUps.today'> {
  const { db, me, today } = context
  const staffId = me.role === 'salesperson' ? me.id : (input.staffId ?? me.id)
  // Whatever wrote without settling (a tool at the file, an older program beside this one) is settled by who looks.
  settleLeads(db)
  const leads = listDayLeads(db, staffId, today).map((lead) => ({ ...lead, phone: phoneFor(me, staffId, lead.phone) }))
  return {
    staffId,
    overdue: leads.filter((lead) => isOverdue(lead, today)),
    due: leads.filter((lead) => lead.dueOn === today),
    fresh: leads.filter((lead) => lead.lastDoneOn === null && !isOverdue(lead, today) && lead.dueOn !== today),
    noNextDate: leads.filter((lead) => lead.dueOn === null && lead.lastDoneOn !== null),
    dueDone: countDuesDoneOn(db, staffId, today),
    doneToday: countDoneOn(db, staffId, today),
  }
}

function isOverdue(lead: DayLead, today: BusinessDate): boolean {
  return lead.dueOn !== null && lead.dueOn < today
}

/** The manager's six o'clock: was the day's work done, and what has nobody taken up. */
export function readTeamDay(context: Context): OutputOf<'followUps.teamDay'> {
  const { db, today } = context
  settleLeads(db)
  const queue = countReviewQueue(db, { from: addDays(today, -REVIEW_DAYS + 1), to: today, asOf: today, staffId: null })
  return {
    people: listStaff(db)
      .filter((person) => person.active)
      .map((person) => personDay(context, person))
      // Whoever sells, and whoever still has leads: a salesperson who moved to the reception kept theirs.
      .filter((person) => person.role === 'salesperson' || person.openLeads > 0),
    withoutContact: listVisitsOfDay(db, today)
      .filter(isUncapturedFirstVisit)
      .map((visit) => toVisitRow(context, visit)),
    unassigned: listUnassignedLeads(db).map((lead) => ({
      ...lead,
      waitingMinutes: Math.max(0, Math.round((context.now - lead.createdAt) / 60_000)),
    })),
    lossRequests: listOpenLossRequests(db).map(({ id, requestedBy: _, ...request }) => ({ requestId: id, ...request })),
    toReview: queue.unreviewed,
    suspect: queue.suspect,
  }
}

type Counted = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly dailyCapacity: number | null
}

function personDay(context: Context, person: Counted): PersonDay {
  const { db, today } = context
  const { openLeads, owed, overdue, untouched } = countOpenLeads(db, person.id, today)
  const dueDone = countDuesDoneOn(db, person.id, today)
  return {
    staffId: person.id,
    name: person.name,
    role: person.role,
    due: owed + dueDone,
    dueDone,
    doneToday: countDoneOn(db, person.id, today),
    overdue,
    untouched,
    openLeads,
    dailyCapacity: person.dailyCapacity,
  }
}

function isUncapturedFirstVisit(visit: ReturnType<typeof listVisitsOfDay>[number]): boolean {
  return (
    visit.leadId === null &&
    visit.kind === 'showroom' &&
    visit.purpose === 'purchase' &&
    visit.firstVisit &&
    visit.voidReason === null
  )
}
