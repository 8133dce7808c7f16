import { z } from 'zod'
import { id } from './fields.ts'
import { EVERYONE, operation } from './operation.ts'

export const acts = {
  undo: operation({
    kind: 'command',
    about: 'Take back what one has just done oneself, whatever it was, unless something has happened to it since.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'changed',
    input: z.object({ undoId: id }),
    /** What was taken back, and what it was about. */
    output: z.object({ operation: z.string(), id: id.nullable() }),
  }),
}
