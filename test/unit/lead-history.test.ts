import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HistoryRow, type LeadEvent, replayLead } from '../../shared/domain/lead-history.ts'
import { BUCKETS, GRADES, LEAD_STATUSES } from '../../shared/values/grade.ts'

const ZONE = 'Asia/Shanghai'
const CREATED = Date.parse('2026-05-03T10:00:00+08:00')
const HOUR = 3_600_000

type Step = readonly [hours: number, kind: LeadEvent['kind'], value: string | null]

function eventsOf(steps: readonly Step[]): LeadEvent[] {
  return steps.map(([hours, kind, value], i) => {
    const event = { id: `e${i}`, at: CREATED + hours * HOUR, kind, value, byId: null, reason: null }
    return event as LeadEvent
  })
}

function movesOf(steps: readonly Step[]): string[] {
  return replayLead({ createdAt: CREATED }, eventsOf(steps), ZONE)
    .filter((row) => row.fromBucket !== row.bucket)
    .map((row) => `${row.fromBucket}>${row.bucket}`)
}

describe('replayLead', () => {
  it.each<[name: string, steps: Step[], moves: string[]]>([
    ['enters ungraded without a grade at its creation', [[1, 'grade', 'B']], ['none>ungraded', 'ungraded>B']],
    [
      'enters with the first grade at its creation',
      [
        [0, 'grade', 'C'],
        [0, 'grade', 'A'],
      ],
      ['none>C', 'C>A'],
    ],
    [
      'enters before any other event of that instant',
      [
        [0, 'status', 'lost'],
        [0, 'grade', 'B'],
      ],
      ['none>B', 'B>lost'],
    ],
    [
      'takes what is dated before the creation as of the creation',
      [
        [-5, 'grade', 'D'],
        [1, 'grade', 'C'],
      ],
      ['none>D', 'D>C'],
    ],
    [
      'keeps the order of ties, also of those moved to the creation',
      [
        [0, 'grade', 'C'],
        [-2, 'grade', 'A'],
      ],
      ['none>C', 'C>A'],
    ],
    [
      'sorts by time, whatever the kept order',
      [
        [9, 'status', 'won'],
        [0, 'grade', 'C'],
        [3, 'grade', 'A'],
      ],
      ['none>C', 'C>A', 'A>won'],
    ],
    [
      'ignores what changes nothing',
      [
        [0, 'grade', 'C'],
        [1, 'grade', 'C'],
        [2, 'status', 'open'],
        [3, 'status', 'won'],
        [4, 'status', 'won'],
      ],
      ['none>C', 'C>won'],
    ],
    [
      'returns to the grade given meanwhile',
      [
        [0, 'grade', 'C'],
        [1, 'status', 'lost'],
        [2, 'grade', 'A'],
        [3, 'status', 'open'],
      ],
      ['none>C', 'C>lost', 'lost>A'],
    ],
    [
      'moves between states that are not open',
      [
        [0, 'grade', 'B'],
        [1, 'status', 'dormant'],
        [2, 'status', 'won'],
        [3, 'status', 'lost'],
      ],
      ['none>B', 'B>dormant', 'dormant>won', 'won>lost'],
    ],
    [
      'is lost ungraded',
      [
        [1, 'status', 'lost'],
        [2, 'status', 'open'],
      ],
      ['none>ungraded', 'ungraded>lost', 'lost>ungraded'],
    ],
  ])('%s', (_name, steps, moves) => {
    expect(movesOf(steps)).toEqual(moves)
  })

  it('keeps origin, first assignment, and grade and day of the last time it was won', () => {
    const rows = replayLead(
      { createdAt: CREATED },
      eventsOf([
        [-1, 'owner', 's1'],
        [0, 'grade', 'C'],
        [2, 'status', 'won'],
        [3, 'grade', 'A'],
        [14, 'status', 'lost'],
        [15, 'status', 'won'],
        [16, 'owner', null],
      ]),
      ZONE,
    )
    expect(rows.map((row) => [row.kind, row.ownerId, row.origin, row.wonGrade, row.wonOn, row.untilOn])).toEqual([
      ['enter', null, 'C', null, null, '2026-05-03'],
      ['owner', 's1', 'C', null, null, '2026-05-03'],
      ['status', 's1', 'C', 'C', '2026-05-03', '2026-05-03'],
      ['grade', 's1', 'C', 'C', '2026-05-03', '2026-05-04'],
      ['status', 's1', 'C', 'C', '2026-05-03', '2026-05-04'],
      ['status', 's1', 'C', 'A', '2026-05-04', '2026-05-04'],
      ['owner', null, 'C', 'A', '2026-05-04', '9999-12-31'],
    ])
    expect(rows.every((row) => row.n === 0 || row.firstAssignedAt === CREATED)).toBe(true)
  })
})

const step = fc.tuple(
  fc.integer({ min: -10, max: 200 }),
  fc.oneof(
    fc.tuple(fc.constant('grade' as const), fc.constantFrom(...GRADES)),
    fc.tuple(fc.constant('status' as const), fc.constantFrom(...LEAD_STATUSES)),
    fc.tuple(fc.constant('owner' as const), fc.constantFrom('s1', 's2', null)),
  ),
)
const history = fc
  .array(step, { maxLength: 15 })
  .map((steps) => eventsOf(steps.map(([at, [kind, value]]) => [at, kind, value])))

describe('any history', () => {
  it('opening + in - out = closing, for every bucket and every pair of days', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), fc.integer({ min: 2, max: 10 }), (histories, lastDay) => {
        const leads = histories.map((events) => replayLead({ createdAt: CREATED }, events, ZONE))
        const [from, to] = ['2026-05-04', `2026-05-${String(lastDay + 2).padStart(2, '0')}`]
        const bucketAt = (rows: (typeof leads)[number], day: string) =>
          rows.find((row) => row.onDate <= day && day < row.untilOn)?.bucket ?? 'none'
        const moves = leads
          .flat()
          .filter((row) => row.onDate >= from && row.onDate <= to && row.fromBucket !== row.bucket)
        for (const bucket of BUCKETS) {
          const opening = leads.filter((rows) => bucketAt(rows, '2026-05-03') === bucket).length
          const closing = leads.filter((rows) => bucketAt(rows, to) === bucket).length
          const entered = moves.filter((row) => row.bucket === bucket).length
          const left = moves.filter((row) => row.fromBucket === bucket).length
          expect(opening + entered - left).toBe(closing)
        }
      }),
    )
  })

  it('known up to some moment is a prefix of the whole', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 200 }), (events, hours) => {
        const until = CREATED + hours * HOUR
        const whole = replayLead({ createdAt: CREATED }, events, ZONE).filter((row) => row.at <= until)
        const known = replayLead(
          { createdAt: CREATED },
          events.filter((event) => event.at <= until),
          ZONE,
        )
        const strip = (rows: readonly HistoryRow[]) => rows.map(({ untilOn: _, ...rest }) => rest)
        expect(strip(known)).toEqual(strip(whole))
      }),
    )
  })
})
