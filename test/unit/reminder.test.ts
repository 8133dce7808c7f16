import { describe, expect, it } from 'vitest'
import { isReminderDue, type ReminderView } from '../../electron/main/reminder.ts'

const noon = Date.parse('2026-05-20T12:00:00')
const usual: ReminderView = {
  state: { language: 'zh', due: 3, isBusy: false },
  isFocused: false,
  isPresenting: false,
  isLocked: false,
  lastAt: null,
  now: noon,
  hour: 12,
}
const MINUTE = 60_000

describe('a reminder', () => {
  it.each<[string, Partial<ReminderView>, boolean]>([
    ['of three follow-ups at noon', {}, true],
    ['when nobody is signed in', { state: { ...usual.state, due: null } }, false],
    ['when all is done', { state: { ...usual.state, due: 0 } }, false],
    ['over a customer who is being served', { state: { ...usual.state, isBusy: true } }, false],
    ['over the program itself', { isFocused: true }, false],
    ['over the board on the big screen', { isPresenting: true }, false],
    ['to a locked PC', { isLocked: true }, false],
    ['before nine', { hour: 8 }, false],
    ['at nine', { hour: 9 }, true],
    ['at half past six in the evening', { hour: 18 }, true],
    ['at seven in the evening', { hour: 19 }, false],
    ['at night', { hour: 0 }, false],
    ['a minute after the last one', { lastAt: noon - MINUTE }, false],
    ['59 minutes after the last one', { lastAt: noon - 59 * MINUTE }, false],
    ['an hour after the last one', { lastAt: noon - 60 * MINUTE }, true],
    ['after the clock was set back a day', { lastAt: noon + 24 * 60 * MINUTE }, true],
    ['full screen and nothing due', { isPresenting: true, state: { ...usual.state, due: 0 } }, false],
  ])('%s', (_, changes, answer) => expect(isReminderDue({ ...usual, ...changes })).toBe(answer))
})
