import { z } from 'zod'
import { LIGHT_KEYS } from '../domain/lights.ts'
import { threshold } from './board.ts'
import { done, nothing } from './fields.ts'
import { MANAGERS, operation } from './operation.ts'

const limit = z.number({ error: 'required' })
const limits = z.object({ amberFrom: limit, greenFrom: limit })

export const thresholds = {
  get: operation({
    kind: 'query',
    about: 'From where each light is amber and green, and who says so.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ thresholds: z.record(z.enum(LIGHT_KEYS), threshold) }),
  }),
  save: operation({
    kind: 'command',
    about: 'Set the limits of all lights; those that equal the default stay the default.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ limits: z.record(z.enum(LIGHT_KEYS), limits) }),
    output: done,
  }),
}
