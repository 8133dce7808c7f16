import { z } from 'zod'
import { SCRIPT_PURPOSES } from '../values/vocabulary.ts'
import { done, grade, id, nothing, optionalId, requiredText, stage, tally } from './fields.ts'
import { MANAGERS, operation, SALES } from './operation.ts'

const purpose = z.enum(SCRIPT_PURPOSES)

const scriptFields = {
  title: requiredText(40),
  text: requiredText(1000),
  purpose,
  /** Null: for any grade, any stage. */
  grade: grade.nullable(),
  stage: stage.nullable(),
}

/** What is said to a customer, as the store keeps it; names stand in it as {{客户}} or {{customer}}. */
const script = z.object({
  id,
  title: z.string(),
  text: z.string(),
  purpose,
  grade: grade.nullable(),
  stage: stage.nullable(),
})

/** What came of it in the days counted; how sure that is, says `wilson` of the two numbers. */
const effect = z.object({
  used: tally,
  /** Of those used, with somebody at the other end. */
  reached: tally,
  /** Used so long ago that the days for a visit are over, and of those, followed by a visit to the showroom. */
  tried: tally,
  visited: tally,
})
export type ScriptEffect = z.infer<typeof effect>

const keptScript = script.extend({ active: z.boolean(), effect })
export type KeptScript = z.infer<typeof keptScript>

export const scripts = {
  list: operation({
    kind: 'query',
    about: 'All scripts with what came of them, by purpose.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({
      scripts: z.array(keptScript),
      /** Uses of the last so many days are counted, and visits within so many days of a use. */
      countedDays: tally,
      visitDays: tally,
    }),
  }),
  forLead: operation({
    kind: 'query',
    about: 'The scripts in use, those fitting the lead’s grade and stage first, with the names to fill in.',
    access: { roles: SALES, own: 'lead' },
    audit: 'no',
    input: z.object({ leadId: id }),
    output: z.object({
      scripts: z.array(script.extend({ fits: z.boolean() })),
      names: z.object({
        customer: z.string(),
        consultant: z.string(),
        model: z.string().nullable(),
        showroom: z.string(),
      }),
    }),
  }),
  save: operation({
    kind: 'command',
    about: 'Add a script (id null) or change one; one that is not active is offered to nobody.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ id: optionalId, ...scriptFields, active: z.boolean() }),
    output: z.object({ id }),
  }),
  addDefaults: operation({
    kind: 'command',
    about: 'Add the scripts that ship, in a language; those that are there already stay as they are.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ language: z.enum(['zh', 'en']) }),
    output: done.extend({ added: tally }),
  }),
}
