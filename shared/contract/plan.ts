import { z } from 'zod'
import { CHANNEL_GROUPS } from '../values/vocabulary.ts'
import { amount, count, date, done, fen, id, month, nothing, optionalId, requiredText, tally } from './fields.ts'
import { EVERYONE, MANAGERS, operation } from './operation.ts'

// What the board is measured against: channels and their cost, targets, door counts.
export const channel = z.object({ id, name: z.string(), group: z.enum(CHANNEL_GROUPS) })
export type Channel = z.infer<typeof channel>

export const channels = {
  list: operation({
    kind: 'query',
    about: 'Where visitors come from.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: nothing,
    output: z.object({ channels: z.array(channel) }),
  }),
  save: operation({
    kind: 'command',
    about: 'Add a channel (id null) or rename and regroup one.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ id: optionalId, name: requiredText(40), group: z.enum(CHANNEL_GROUPS) }),
    output: z.object({ id }),
  }),
  costs: operation({
    kind: 'query',
    about: 'What each channel cost in a month; null where nobody has said.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: z.object({ month }),
    output: z.object({ costs: z.array(channel.extend({ costFen: amount.nullable() })) }),
  }),
  saveCosts: operation({
    kind: 'command',
    about: 'Set a month’s cost per channel; null takes the entry back.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ month, costs: z.array(z.object({ channelId: id, costFen: fen.nullable() })) }),
    output: done,
  }),
}

const share = z.object({ staffId: id, name: z.string(), deals: tally.nullable() })

export const targets = {
  get: operation({
    kind: 'query',
    about: 'A month’s target of the store and of each person, and the market’s potential.',
    access: { roles: EVERYONE, own: 'no' },
    audit: 'no',
    input: z.object({ month }),
    output: z.object({ deals: tally.nullable(), potential: tally.nullable(), people: z.array(share) }),
  }),
  propose: operation({
    kind: 'query',
    about:
      'Break a month’s target down to people; the shares always add up to the whole (domain.md 5, target breakdown).',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: z.object({ month, deals: count, by: z.enum(['equal', 'recent_deals', 'capacity']) }),
    output: z.object({ people: z.array(share) }),
  }),
  save: operation({
    kind: 'command',
    about: 'Set a month’s target; the people’s shares, where given, must add up to it.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({
      month,
      deals: count.nullable(),
      potential: count.nullable(),
      people: z.array(z.object({ staffId: id, deals: count.nullable() })),
    }),
    output: done,
  }),
}

export const doorCounts = {
  month: operation({
    kind: 'query',
    about: 'Each day of a month: parties counted at the door, parties logged.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'no',
    input: z.object({ month }),
    output: z.object({
      days: z.array(z.object({ date, isOpen: z.boolean(), counted: tally.nullable(), logged: tally })),
    }),
  }),
  save: operation({
    kind: 'command',
    about: 'Set a day’s door count; null takes it back.',
    access: { roles: MANAGERS, own: 'no' },
    audit: 'changed',
    input: z.object({ date, count: count.nullable() }),
    output: done,
  }),
}
