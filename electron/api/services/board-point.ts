import type { BoardPerson } from '../../../shared/contract/board.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import type { ControlPointKey } from '../../../shared/domain/control-points/keys.ts'
import { forecastDeals, stillRequired } from '../../../shared/domain/forecast.ts'
import { lightOf, type Thresholds } from '../../../shared/domain/lights.ts'
import { targetCurve } from '../../../shared/domain/targets/target-curve.ts'
import type { Context } from '../context.ts'
import { type PersonReading, readPeople, recallBoard } from './board-reading.ts'
import { queryOf } from './board-scope.ts'
import { readTrend, tileOf } from './board-tiles.ts'

export function showPoint(context: Context, input: ParsedInputOf<'board.point'>): OutputOf<'board.point'> {
  const query = queryOf(context, input)
  const reading = recallBoard(context.db, query)
  const { facts, report, before, beforeReport } = reading
  const forecast = forecastDeals(facts, before)
  return {
    asOf: query.asOf,
    tile: tileOf(input.key, reading, readTrend(context, query, reading)),
    report,
    people: readPeople(reading, input.key).map((person) => personRow(person, input.key, reading.thresholds)),
    channels: [...facts.channels],
    forecast,
    doorCounts: query.staffId === null ? [...facts.doorCounts] : [],
    curve: targetCurve(facts, forecast, report.targetProgress.actual),
    stillRequired: stillRequired(report, beforeReport),
    nNeeded: reading.need,
    experience: beforeReport.funnel,
  }
}

function personRow(
  { person, report, headline }: PersonReading,
  key: ControlPointKey,
  thresholds: Thresholds,
): BoardPerson {
  return {
    staffId: person.id,
    name: person.name,
    active: person.active === 1,
    dailyCapacity: person.dailyCapacity,
    headline,
    light: lightOf(key, headline, thresholds),
    report,
  }
}
