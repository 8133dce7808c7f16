import type { NastyLead } from './nasty-leads.ts'
import { momentNear, type Plot, someMoment, timestamp } from './plot.ts'
import type { CsvRow } from './tables.ts'

const MINUTE_MS = 60_000

type Arrival = {
  readonly at: number
  readonly kind: string
  readonly purpose: string
  readonly first: boolean
  readonly leadId: string
}

/** First visits before, at and after the lead's beginning; be-backs on both sides of the first visit; phone and other rows that say first. */
export function nastyVisits(
  plot: Plot,
  leads: readonly NastyLead[],
  staff: readonly string[],
  channels: readonly string[],
  lateMinutes: number,
): readonly CsvRow[] {
  const { random } = plot
  const arrivals: Arrival[] = leads.flatMap((lead) => arrivalsOf(plot, lead))
  for (let anonymous = random.int(0, 25); anonymous > 0; anonymous--) {
    arrivals.push({
      at: someMoment(plot),
      kind: random.pick(['showroom', 'showroom', 'phone']),
      purpose: random.pick(['purchase', 'purchase', 'other']),
      first: random.chance(0.7),
      leadId: '',
    })
  }
  return random.shuffled(arrivals).map(({ at, kind, purpose, first, leadId }, index) => ({
    id: `v${index}`,
    arrived_at: timestamp(random, at),
    logged_at: timestamp(random, loggedAt(plot, at, lateMinutes)),
    channel_id: random.pick(channels),
    kind,
    purpose,
    first_visit: String(first),
    party_size: random.pick(['', '0', '3']),
    received_by: random.pick(['', ...staff, ...staff]),
    lead_id: leadId,
    not_captured_reason: leadId === '' ? random.pick(['', 'refused']) : '',
    note: random.pick(['', '带"孩子"\r\n来']),
  }))
}

function arrivalsOf(plot: Plot, { id, createdAt }: NastyLead): readonly Arrival[] {
  const { random } = plot
  const firstAt = momentNear(plot, createdAt)
  const arrivals: Arrival[] = []
  const add = (kind: string, purpose: string, first: boolean) =>
    arrivals.push({ at: momentNear(plot, firstAt), kind, purpose, first, leadId: id })
  if (random.chance(0.8)) arrivals.push({ at: firstAt, kind: 'showroom', purpose: 'purchase', first: true, leadId: id })
  if (random.chance(0.3)) add('showroom', 'purchase', false)
  if (random.chance(0.15)) add('showroom', 'purchase', false)
  if (random.chance(0.15)) add('phone', 'purchase', true)
  if (random.chance(0.1)) add('phone', 'purchase', false)
  if (random.chance(0.15)) add('showroom', 'other', random.chance(0.5))
  return arrivals
}

function loggedAt(plot: Plot, at: number, lateMinutes: number): number {
  const edge = lateMinutes * MINUTE_MS
  return plot.random.pick([
    at,
    at - MINUTE_MS,
    at + edge,
    at + edge + 1,
    at + edge - 1,
    at + 2000 * MINUTE_MS,
    someMoment(plot),
  ])
}
