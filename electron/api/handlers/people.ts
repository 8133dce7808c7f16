import type { HandlersOf } from '../context.ts'
import { readPeople, savePerson, setSecret, unlockPerson } from '../services/people.ts'

export const peopleHandlers: HandlersOf<'people'> = {
  'people.list': readPeople,
  'people.save': savePerson,
  'people.unlock': unlockPerson,
  'people.setSecret': setSecret,
}
