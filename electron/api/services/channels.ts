import {
  findChannel,
  listChannelCosts,
  listChannels,
  saveChannel,
  saveChannelCost,
} from '../../../db/repositories/channels.ts'
import type { AnswerOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import type { Context } from '../context.ts'

export function readChannels(context: Context): AnswerOf<'channels.list'> {
  return { channels: listChannels(context.db) }
}

/** Names are how people pick a channel, so no two may read the same, whatever their group. */
export function saveOneChannel(context: Context, input: ParsedInputOf<'channels.save'>): AnswerOf<'channels.save'> {
  const { db } = context
  if (input.id !== null && findChannel(db, input.id) === null) throw new Refusal('not_found')
  if (listChannels(db).some((other) => other.name === input.name && other.id !== input.id)) {
    throw new Refusal('name_taken', { params: { name: input.name } })
  }
  const id = input.id ?? context.newId()
  saveChannel(db, { id, name: input.name, group: input.group })
  return { id }
}

export function readCosts(context: Context, input: ParsedInputOf<'channels.costs'>): AnswerOf<'channels.costs'> {
  return { costs: listChannelCosts(context.db, input.month) }
}

export function saveCosts(
  context: Context,
  input: ParsedInputOf<'channels.saveCosts'>,
): AnswerOf<'channels.saveCosts'> {
  input.costs.forEach(({ channelId, costFen }, index) => {
    if (findChannel(context.db, channelId) === null) throw new Refusal('not_found')
    if (costFen !== null && costFen < 0) {
      throw new Refusal('invalid_input', { fields: [{ path: `costs.${index}.costFen`, code: 'not_money' }] })
    }
    saveChannelCost(context.db, channelId, input.month, costFen)
  })
  return { done: true }
}
