import type { Words } from '../words.ts'
import type { records as zh } from '../zh/records.ts'

export const records: Words<typeof zh> = {
  total: '{{total}} in all, as the figure says',
  none: 'No records',
  date: 'Date',
  customer: 'Customer',
  person: 'Person',
  detail: 'What',
  note: 'Note',
  anonymous: 'No contact left',
  theDay: 'That day',
  noName: 'No name',
  captured: 'Contact left',
  noReason: 'No reason given',
  minutes: 'assigned after {{minutes}} min',
  notAssigned: 'not assigned',
  noEntry: 'Open day, nothing logged',
  result: { on_time: 'On time', late: 'Late', missed: 'Not done', void: 'No longer needed' },
  suspicion: {
    a: 'Why is the note the same?',
    b: 'Why entered all at once?',
    c: 'What was said?',
    d: 'Why entered the day after?',
    e: 'Which number was called?',
    f: 'Is the time right?',
  },
  ask: 'These are questions to ask in person; they do not say a record is untrue.',
}
