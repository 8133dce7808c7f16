import type { HandlersOf } from '../context.ts'
import { readPeople, savePerson, setSecret } from '../services/people.ts'

export const peopleHandlers: HandlersOf<'people'> = {
  'people.list': readPeople,
  'people.save': savePerson,
  'people.setSecret': setSecret,
}
