import { z } from 'zod'
import type { GradeAlternatives } from '../domain/screening/rule-edits.ts'
import type { Condition } from '../domain/screening/rule-set.ts'
import { grade, id, moment, nothing, optionalText, page, stage, tally } from './fields.ts'
import { MANAGERS, operation, SALES } from './operation.ts'

const horizonCondition = z.discriminatedUnion('op', [
  horizon('atMost', 0, 120),
  horizon('over', 0, 120),
  horizon('withinDays', 1, 3650),
  horizon('beyondDays', 1, 3650),
])

function horizon<O extends string>(op: O, min: number, max: number) {
  const value = z.int({ error: 'not_a_count' }).min(min, { error: 'not_a_count' }).max(max, { error: 'too_large' })
  return z.object({ fact: z.literal('horizonMonths'), op: z.literal(op), value })
}

/** One question to one fact, as the rules ask it (shared/domain/screening/rule-set.ts). */
const condition = z.union([
  horizonCondition,
  z.object({
    fact: z.enum(['selectionStarted', 'wantsNewCar', 'contentWithCurrent']),
    op: z.literal('is'),
    value: z.boolean(),
  }),
  z.object({ fact: z.literal('stage'), op: z.literal('oneOf'), value: z.array(stage).max(5) }),
  z.object({
    fact: z.enum(['waitingFor', 'budget', 'decider', 'competitor']),
    op: z.literal('known'),
    value: z.literal(true),
  }),
]) satisfies z.ZodType<Condition>

// Many more than anybody would write, few enough that everything they tell apart can be tried.
const ways = z.array(z.array(condition).max(6)).max(8)

/** The ways to each grade: a grade holds when every condition of at least one of its ways holds; A before B before C before D. */
export const gradeAlternatives = z.object({ A: ways, B: ways, C: ways, D: ways }) satisfies z.ZodType<GradeAlternatives>

/** One saved version; the first is the one that ships, which nobody saved. */
const ruleVersion = z.object({
  version: z.int(),
  alternatives: gradeAlternatives,
  note: z.string().nullable(),
  savedAt: moment.nullable(),
  savedByName: z.string().nullable(),
})
export type RuleVersion = z.infer<typeof ruleVersion>

const stock = z.object({ A: tally, B: tally, C: tally, D: tally })

/** An open lead that a change of rules moves. */
const movedLead = z.object({
  leadId: id,
  customerName: z.string(),
  model: z.string().nullable(),
  ownerName: z.string().nullable(),
  from: grade,
  to: grade,
})

export const rules = {
  get: operation({
    kind: 'query',
    about: 'The screening rules in force.',
    access: { roles: SALES, own: 'no' },
    audit: 'no',
    input: nothing,
    output: ruleVersion,
  }),
  history: operation({
    kind: 'query',
    about: 'Every version of the rules, newest first, down to the one that ships.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ versions: z.array(ruleVersion) }),
  }),
  stock: operation({
    kind: 'query',
    about: 'Open leads by grade, and how many contacts a day the people who sell can make, where that is known.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ stock, ungraded: tally, dailyCapacity: tally.nullable() }),
  }),
  preview: operation({
    kind: 'query',
    about: 'What rules would do to the open leads if they were saved: how many would move, from which grade to which.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: z.object({ alternatives: gradeAlternatives }),
    output: z.object({
      /** Open leads with a grade. */
      leads: tally,
      moved: tally,
      moves: z.array(z.object({ from: grade, to: grade, leads: tally })),
      /** Leads the rules would grade otherwise too, whose grade is a person's or came with an import: they stay. */
      kept: tally,
      stock,
      stockAfter: stock,
    }),
  }),
  movers: operation({
    kind: 'query',
    about: 'The leads behind one of the preview’s numbers.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'lists_customers',
    input: z.object({ alternatives: gradeAlternatives, from: grade, to: grade, ...page }),
    output: z.object({ total: tally, rows: z.array(movedLead) }),
  }),
  save: operation({
    kind: 'command',
    about: 'Put rules in force as a new version, and grade the leads that move anew at once where that is wanted.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({
      alternatives: gradeAlternatives,
      note: optionalText(200),
      /** The version the editing began with. */
      basedOn: z.int(),
      /** False: a grade changes the next time somebody saves the answers of its lead. */
      regrade: z.boolean(),
      /** How many leads move, as the preview said: with `regrade` as many, or none. */
      expected: tally,
    }),
    output: z.object({ version: z.int(), regraded: tally }),
  }),
}
