import { describe, expect, it } from 'vitest'
import { defaultScriptsEn } from '../../electron/api/services/scripts/default-scripts-en.ts'
import { defaultScriptsZh } from '../../electron/api/services/scripts/default-scripts-zh.ts'
import {
  FEWEST_USES,
  groupsOf,
  reachedShare,
  visitedShare,
} from '../../renderer/screens/settings/scripts/scripts-view.ts'
import { fillScript, unknownPlaceholders } from '../../shared/domain/scripts/fill-script.ts'
import { type Moment, orderForLead } from '../../shared/domain/scripts/fitting.ts'
import type { Grade, Stage } from '../../shared/values/grade.ts'
import type { ScriptPurpose } from '../../shared/values/vocabulary.ts'

const names = { customer: '周先生', consultant: '林小雨', model: null, showroom: '城东展厅' }

describe('a script as it is said', () => {
  it('has the names in it, in either language', () => {
    expect(fillScript('{{客户}}您好，{{展厅}}的{{顾问}}', names, '那款车')).toBe('周先生您好，城东展厅的林小雨')
    expect(fillScript('Hello {{customer}}, about {{ Model }}', names, 'the car')).toBe('Hello 周先生, about the car')
    expect(fillScript('{{车型}}', { ...names, model: '石野 X5' }, '那款车')).toBe('石野 X5')
  })
  it('keeps what it does not know, and says so', () => {
    expect(fillScript('{{price}} {{', names, '')).toBe('{{price}} {{')
    expect(unknownPlaceholders('{{客户}} {{price}} {{price}} {{}} {客户}')).toEqual(['{{price}}', '{{}}'])
  })
  it('is looked through in an instant, also with braces that are never closed', () => {
    // By backtracking, a text ten times as long as a script may be would take the better part of an hour.
    expect(unknownPlaceholders(`{{${' '.repeat(10_000)}x`)).toEqual([])
    expect(fillScript('{{\u3000客户\n}}', names, '')).toBe('周先生')
  })
  it('is not filled twice: a customer may be called anything', () => {
    expect(fillScript('{{客户}}', { ...names, customer: '{{顾问}} $&' }, '')).toBe('{{顾问}} $&')
  })
})

const script = (id: string, purpose: ScriptPurpose, grade: Grade | null = null, stage: Stage | null = null) => ({
  id,
  purpose,
  grade,
  stage,
})
const moment: Moment = {
  grade: 'B',
  stage: 'comparison',
  status: 'open',
  ageDays: 20,
  lastContact: { method: 'call', outcome: 'reached' },
}

describe('which scripts fit', () => {
  const all = [
    script('any', 'need'),
    script('other grade', 'need', 'A'),
    script('its grade', 'invitation', 'B'),
    script('its grade and stage', 'competitor', 'B', 'comparison'),
    script('other stage', 'invitation', 'B', 'desire'),
    script('first', 'first_call'),
    script('tomorrow', 'confirm_visit'),
    script('driven', 'after_test_drive'),
    script('lost', 'win_back'),
    script('bought', 'referral'),
  ]
  const fitting = (change: Partial<Moment>) =>
    orderForLead(all, { ...moment, ...change })
      .filter(({ fits }) => fits)
      .map(({ id }) => id)

  it.each<[string, Partial<Moment>, string[]]>([
    ['the closest first', {}, ['its grade and stage', 'its grade', 'any']],
    ['nobody has called yet', { lastContact: null, ageDays: 1, grade: null, stage: null }, ['first', 'any']],
    ['nobody has called, and now it is late', { lastContact: null, ageDays: 2, grade: null, stage: null }, ['any']],
    ['driven yesterday', { lastContact: { method: 'test_drive', outcome: 'reached' }, grade: null }, ['driven', 'any']],
    ['an appointment', { lastContact: { method: 'call', outcome: 'appointment' }, grade: 'C' }, ['tomorrow', 'any']],
    ['lost', { status: 'lost' }, ['lost']],
    ['bought', { status: 'won', grade: 'A' }, ['bought']],
    ['asleep', { status: 'dormant', grade: 'D' }, ['lost', 'any']],
  ])('%s', (_, change, expected) => {
    expect(fitting(change)).toEqual(expected)
  })

  it('loses none', () => {
    expect(orderForLead(all, moment)).toHaveLength(all.length)
  })
})

describe('what ships', () => {
  const sets = { zh: defaultScriptsZh, en: defaultScriptsEn }

  it('says the same in both languages: for the same purposes, grades and stages, in the same order', () => {
    const outline = (scripts: readonly { purpose: string; grade: string | null; stage: string | null; id: string }[]) =>
      scripts.map(({ id, purpose, grade, stage }) => [id.slice(3), purpose, grade, stage])
    expect(outline(sets.en)).toEqual(outline(sets.zh))
    expect(sets.zh.length).toBeGreaterThanOrEqual(15)
  })

  it.each(Object.entries(sets))('%s: can be filled in, is short enough to say, asks something', (language, scripts) => {
    expect(new Set(scripts.map(({ title }) => title)).size).toBe(scripts.length)
    for (const { text, title } of scripts) {
      expect([title, unknownPlaceholders(text)]).toEqual([title, []])
      expect(fillScript(text, names, '')).not.toMatch(/[{}]/)
      expect(text.length).toBeLessThan(330)
    }
    const hasOther = scripts.filter(({ text, title }) => /\p{Script=Han}/u.test(text + title) !== (language === 'zh'))
    expect(hasOther.map(({ id }) => id)).toEqual([])
  })
})

describe('what came of a script', () => {
  it('is unknown below a few uses, and has its interval from there on', () => {
    const few = { used: FEWEST_USES - 1, reached: 5, tried: 2, visited: 1 }
    expect(reachedShare(few)).toEqual({ hits: 5, trials: 9, rate: null, interval: null })
    const enough = { used: 20, reached: 10, tried: 10, visited: 5 }
    expect(reachedShare(enough)).toMatchObject({ rate: 0.5 })
    // Of those whose week is over alone.
    expect(visitedShare(enough).rate).toBe(0.5)
    expect(visitedShare(enough).interval?.[0]).toBeCloseTo(0.2366, 4)
    expect(visitedShare({ ...enough, tried: 9 }).rate).toBeNull()
  })

  it('is listed by purpose', () => {
    const kept = (purpose: ScriptPurpose) => ({ ...script(purpose, purpose) }) as never
    expect(groupsOf([kept('closing'), kept('first_call')]).map(({ purpose }) => purpose)).toEqual([
      'first_call',
      'closing',
    ])
  })
})
