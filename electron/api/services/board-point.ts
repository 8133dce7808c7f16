import type { BoardPerson } from '../../../shared/contract/board.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import type { Facts, ReportQuery, StaffFact } from '../../../shared/domain/facts.ts'
import { forecastDeals, stillRequired } from '../../../shared/domain/forecast.ts'
import { lightOf } from '../../../shared/domain/lights.ts'
import { targetCurve } from '../../../shared/domain/targets/target-curve.ts'
import type { Context } from '../context.ts'
import { queryOf } from './board-scope.ts'
import { readBoard, readPerson, readTrend, tileOf } from './board-tiles.ts'

export function showPoint(context: Context, input: ParsedInputOf<'board.point'>): OutputOf<'board.point'> {
  const query = queryOf(context, input)
  const reading = readBoard(context.db, query)
  const { facts, report, before, beforeReport } = reading
  const forecast = forecastDeals(facts, before)
  return {
    asOf: query.asOf,
    tile: tileOf(input.key, reading, readTrend(context.db, query, reading)),
    report,
    people: peopleOf(facts).map((person) => personRow(context, query, input.key, person)),
    channels: [...facts.channels],
    forecast,
    doorCounts: query.staffId === null ? [...facts.doorCounts] : [],
    curve: targetCurve(facts, forecast, report.targetProgress.actual),
    stillRequired: stillRequired(report, beforeReport),
    nNeeded: reading.need,
    experience: beforeReport.funnel,
  }
}

function personRow(context: Context, query: ReportQuery, key: ControlPointKey, person: StaffFact): BoardPerson {
  const { report, headline } = readPerson(context.db, { ...query, staffId: person.id }, key)
  return {
    staffId: person.id,
    name: person.name,
    active: person.active === 1,
    dailyCapacity: person.dailyCapacity,
    headline,
    light: lightOf(key, headline),
    report,
  }
}

/** Who sells, and whoever else the period's records name: a manager who received a visitor, somebody who has left. */
function peopleOf({ query, staff, sets }: Facts): readonly StaffFact[] {
  if (query.staffId !== null) return staff.filter(({ id }) => id === query.staffId)
  const named = new Set([
    ...sets.visits.map(({ receivedBy }) => receivedBy),
    ...sets.cohort.map(({ ownerId }) => ownerId),
    ...sets.open.map(({ ownerId }) => ownerId),
    ...[...sets.done, ...sets.due, ...sets.deals].map(({ staffId }) => staffId),
  ])
  return staff.filter(({ id, role, active }) => named.has(id) || (role === 'salesperson' && active === 1))
}
