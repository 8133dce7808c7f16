import type { ValueField } from './fields.ts'
import { type Guess, suggestHorizon } from './read-horizon.ts'
import { suggestFirstVisit, suggestKind, suggestTestDrive } from './read-words.ts'
import { type KnownChannel, suggestChannel } from './suggest-channel.ts'
import { type SlotLabel, suggestGrade } from './suggest-grade.ts'
import { type KnownPerson, newPerson, suggestPerson } from './suggest-person.ts'
import { suggestGender, suggestLossReason, suggestStatus } from './suggest-status.ts'

/** What the store has that values can mean. */
export type Vocabulary = {
  readonly channels: readonly KnownChannel[]
  readonly people: readonly KnownPerson[]
  readonly slots: readonly SlotLabel[]
  /** The models that leads and deals on file name. */
  readonly models: readonly string[]
  /** Only an owner may bring people in. */
  readonly mayAddPeople: boolean
}

/** What a value of a column seems to mean (see `Mapping.values`); null when that cannot be told. Models: suggest-model.ts. */
export function suggestMeaning(
  field: Exclude<ValueField, 'model'>,
  cell: string,
  vocabulary: Vocabulary,
): Guess | null {
  switch (field) {
    case 'channel':
      return suggestChannel(cell, vocabulary.channels)
    case 'receivedBy':
      return suggestPerson(cell, vocabulary.people) ?? (vocabulary.mayAddPeople ? newPerson(cell) : null)
    case 'status':
      return suggestStatus(cell)
    case 'lossReason':
      return suggestLossReason(cell)
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
    case 'gender':
      return suggestGender(cell)
  }
}
