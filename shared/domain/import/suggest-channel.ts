import type { ChannelGroup } from '../../values/vocabulary.ts'
import { cellText, wordKey } from './cell-text.ts'
import { CHANNEL_FAMILIES } from './channel-families.ts'
import type { Guess } from './read-horizon.ts'

export type KnownChannel = { readonly id: string; readonly name: string; readonly group: ChannelGroup }

/**
 * Which of the store's channels a source in the file is: the same name, a name inside the other (抖音直播, 抖音), another spelling
 * of the same source (路过, 自然进店). A source the store does not have becomes a channel of its own; null when it cannot be told.
 */
export function suggestChannel(cell: string, channels: readonly KnownChannel[]): Guess | null {
  const word = wordKey(cell)
  if (word === '') return null
  const named =
    channels.find(({ name }) => wordKey(name) === word) ?? channels.find(({ name }) => isPart(wordKey(name), word))
  if (named !== undefined) return { meaning: named.id, isSure: true }
  const family = CHANNEL_FAMILIES.find(({ words }) => words.test(word))
  if (family === undefined) return null
  const relative = channels.find(({ name, group }) => group === family.group && family.words.test(wordKey(name)))
  if (relative !== undefined) return { meaning: relative.id, isSure: true }
  return { meaning: newChannel(family.group, cellText(cell)), isSure: false }
}

function isPart(a: string, b: string): boolean {
  return a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a))
}

/** The meaning "a new channel of this group and name". */
export function newChannel(group: ChannelGroup, name: string): string {
  return `new:${group}:${name.slice(0, 40)}`
}

const NEW_CHANNEL = /^new:(walk_in|referral|outbound):(.{1,40})$/su

/** Reads the meaning back; null when it names a channel that is there. */
export function parseNewChannel(meaning: string): { readonly group: ChannelGroup; readonly name: string } | null {
  const match = NEW_CHANNEL.exec(meaning)
  const name = match?.[2]?.trim() ?? ''
  if (match === null || name === '') return null
  // The expression admits only the three groups.
  return { group: match[1] as ChannelGroup, name }
}
