import type { ValueField } from './fields.ts'
import { type Guess, suggestHorizon } from './read-horizon.ts'
import { suggestFirstVisit, suggestKind, suggestTestDrive } from './read-words.ts'
import { type KnownChannel, suggestChannel } from './suggest-channel.ts'
import { type SlotLabel, suggestGrade } from './suggest-grade.ts'
import { type KnownPerson, suggestPerson } from './suggest-person.ts'

/** What the store has that values can mean. */
export type Vocabulary = {
  readonly channels: readonly KnownChannel[]
  readonly people: readonly KnownPerson[]
  readonly slots: readonly SlotLabel[]
}

/** What a value of a column seems to mean (see `Mapping.values`); null when that cannot be told. */
export function suggestMeaning(field: ValueField, cell: string, vocabulary: Vocabulary): Guess | null {
  switch (field) {
    case 'channel':
      return suggestChannel(cell, vocabulary.channels)
    case 'receivedBy':
      return suggestPerson(cell, vocabulary.people)
    case 'grade':
      return suggestGrade(cell, vocabulary.slots)
    case 'firstVisit':
      return suggestFirstVisit(cell)
    case 'kind':
      return suggestKind(cell)
    case 'horizon':
      return suggestHorizon(cell)
    case 'testDrive':
      return suggestTestDrive(cell)
  }
}
