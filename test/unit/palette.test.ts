import { pinyin } from 'pinyin-pro'
import { matchPath } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { LEAD_ASKS } from '../../renderer/app/asks.ts'
import { ACTION_KEYS, type Needs } from '../../renderer/app/palette/actions.ts'
import { entriesOf, type PaletteEntry } from '../../renderer/app/palette/entries.ts'
import { actsOn } from '../../renderer/app/palette/lead-acts.ts'
import { type Group, ranked, unasked } from '../../renderer/app/palette/rank.ts'
import { SCREENS } from '../../renderer/app/screens.tsx'
import { isPressed, SHORTCUT_IDS, SHORTCUTS } from '../../renderer/components/keys/shortcuts.ts'
import { i18n, learn, startI18n } from '../../renderer/i18n/i18n.ts'
import { SETTINGS_PAGES } from '../../renderer/screens/settings/settings-pages.tsx'
import type { FoundLead } from '../../shared/contract/lead-list.ts'
import { CONTROL_POINTS } from '../../shared/domain/control-points/keys.ts'
import { ROLES, type Role } from '../../shared/values/vocabulary.ts'

beforeAll(async () => {
  await startI18n('zh')
  await learn('en')
})

const ALL: readonly Needs[] = ['shell', 'demo', 'export']
const entries = (role: Role, has: readonly Needs[] = ALL, language: 'zh' | 'en' = 'zh') =>
  entriesOf({
    role,
    has: new Set(has),
    t: i18n.getFixedT(language),
    other: i18n.getFixedT(language === 'zh' ? 'en' : 'zh'),
  })
const keysOf = (all: readonly PaletteEntry[]) => all.map(({ key }) => key)
const lead = (leadId: string, customerName: string, more: Partial<FoundLead> = {}): FoundLead => ({
  leadId,
  customerName,
  isMine: true,
  phone: null,
  wechat: null,
  model: null,
  bucket: 'A',
  status: 'open',
  ownerName: null,
  ...more,
})
const shown = (groups: readonly Group[]) => groups.map(({ key, options }) => [key, ...options.map((one) => one.key)])

describe('what is offered', () => {
  it.each(ROLES)('to the %s leads to a screen of theirs', (role) => {
    const paths = entries(role).flatMap(({ does }) => (does.kind === 'go' ? [does.path.split('?')[0] ?? ''] : []))
    expect(paths.length).toBeGreaterThan(2)
    const lost = paths.filter((path) => {
      const tab = /^\/settings\/(.+)$/.exec(path)?.[1]
      const page = SETTINGS_PAGES.find(({ key }) => key === tab)
      const screen = SCREENS.find((one) => matchPath(`/${one.path}`, path) !== null)
      return !screen?.roles.includes(role) || (tab !== undefined && !page?.roles.includes(role))
    })
    expect(lost).toEqual([])
  })

  it('is every screen, every control point, every page of the settings and every action, to the owner', () => {
    const keys = keysOf(entries('owner'))
    const places = SCREENS.flatMap(({ path }) => (path.includes(':') ? [] : [`screen:/${path}`]))
    const points = CONTROL_POINTS.map((key) => `screen:/board/${key}`)
    const pages = SETTINGS_PAGES.map(({ key }) => `screen:/settings/${key}`)
    expect(keys).toEqual(expect.arrayContaining([...places, ...points, ...pages]))
    expect(keys).toEqual(expect.arrayContaining(ACTION_KEYS.map((key) => `act:${key}`)))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is nothing of customers, figures or people to the reception, and no import to a salesperson', () => {
    const reception = keysOf(entries('reception'))
    for (const key of ['act:followUp', 'act:order', 'act:backUp', 'act:importFile', 'screen:/leads', 'screen:/board'])
      expect(reception).not.toContain(key)
    const sales = keysOf(entries('salesperson'))
    expect(sales).toContain('act:order')
    for (const key of ['act:assign', 'act:importFile', 'act:setTargets', 'screen:/review'])
      expect(sales).not.toContain(key)
  })

  it('is what needs a desktop window, the demo or a table only where there is one', () => {
    const bare = keysOf(entries('owner', []))
    for (const key of ['act:savePdf', 'act:showData', 'act:leaveDemo', 'act:exportPage'])
      expect(bare).not.toContain(key)
  })
})

describe('what is typed', () => {
  it.each<readonly [typed: string, first: string]>([
    ['打印', 'act:print'],
    ['dayin', 'act:print'],
    ['dy', 'act:print'],
    ['Print', 'act:print'],
    ['登记来店', 'act:logVisit'],
    ['djld', 'act:logVisit'],
    ['beifen', 'act:backUp'],
    ['导入', 'screen:/import'],
    ['daorumingdan', 'act:importFile'],
    ['月目标', 'act:setTargets'],
    ['订车', 'act:order'],
    ['深色', 'act:dark'],
    ['English', 'act:language'],
    ['九控', 'screen:/board'],
    ['jk', 'screen:/board'],
    ['工作量', 'screen:/board/followUpWorkload'],
    ['genjinguocheng', 'screen:/board/followUpWorkload'],
    ['7', 'screen:/board/sellingSkill'],
    ['levers', 'screen:/levers'],
  ])('%s means %s first, in either language', (typed, first) => {
    for (const language of ['zh', 'en'] as const) {
      const [group] = ranked(typed, entries('owner', ALL, language), [])
      expect(group?.options[0]?.key).toBe(first)
    }
  })

  it('two letters begin a word, three are found in the middle of one', () => {
    expect(ranked('in', entries('owner'), []).flatMap(({ options }) => options.map(({ key }) => key))).not.toContain(
      'act:print',
    )
    expect(shown(ranked('rint', entries('owner'), []))[0]).toContain('act:print')
  })

  it('puts a customer before all, unless an action has exactly this name', () => {
    const found = [lead('1', '戴印'), lead('2', '单亦')]
    expect(shown(ranked('dy', entries('owner'), found))[0]).toEqual(['customers', 'lead:1', 'lead:2'])
    expect(shown(ranked('锁定', entries('owner'), found))[0]).toEqual(['actions', 'act:lock'])
    expect(shown(ranked('锁定', entries('owner'), [lead('3', '锁定')]))[0]?.[0]).toBe('customers')
  })

  it('finds nothing where nothing is meant', () => {
    expect(ranked('zzzz', entries('owner'), [])).toEqual([])
    expect(ranked('  ', entries('owner'), [])).toEqual([])
  })
})

it('what was used last comes first while nothing is typed, each once, and nothing that is not theirs any more', () => {
  const mine = entries('salesperson', [])
  const [recent, ...others] = unasked(mine, ['screen:/leads', 'act:backUp', 'act:print'], [lead('1', '祁')])
  expect(shown(recent === undefined ? [] : [recent])).toEqual([['recent', 'lead:1', 'screen:/leads', 'act:print']])
  const rest = others.flatMap(({ options }) => options.map(({ key }) => key))
  expect([...rest, 'screen:/leads', 'act:print'].toSorted()).toEqual([...keysOf(mine)].toSorted())
})

it('a customer of a colleague’s is only opened, a past one is not followed up', () => {
  expect(actsOn(lead('1', '祁'), true)).toEqual(LEAD_ASKS)
  expect(actsOn(lead('1', '祁'), false)).toEqual(LEAD_ASKS.filter((ask) => ask !== 'assign'))
  expect(actsOn(lead('1', '祁', { isMine: false }), false)).toEqual([])
  expect(actsOn(lead('1', '祁', { status: 'lost' }), false)).toEqual([])
})

it('every Chinese name is found by its pinyin and by its initials', () => {
  const missing = entries('owner').flatMap(({ key, label, words }) => {
    const syllables = pinyin(label.replace(/\P{Script=Han}/gu, ''), { toneType: 'none', type: 'array', v: true })
    const spelled = [syllables.join(''), syllables.map((one) => one.slice(0, 1)).join('')]
    return spelled.filter((typed) => !words.some((word) => word.startsWith(typed))).map((typed) => `${key}: ${typed}`)
  })
  expect(missing).toEqual([])
})

describe('a key', () => {
  const press = (key: string, more: Partial<Parameters<typeof isPressed>[1]> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })
  it.each([
    ['Mod+k', press('k', { ctrlKey: true }), true],
    ['Mod+k', press('k', { metaKey: true }), true],
    ['Mod+k', press('K', { ctrlKey: true }), true],
    ['Mod+k', press('k'), false],
    ['Mod+k', press('k', { ctrlKey: true, altKey: true }), false],
    ['n', press('n'), true],
    ['n', press('N'), true],
    ['n', press('N', { shiftKey: true }), false],
    ['n', press('n', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['F2', press('F2'), true],
    ['ArrowDown', press('ArrowDown'), true],
  ] as const)('%s', (combination, pressed, is) => {
    expect(isPressed(combination, pressed)).toBe(is)
  })

  it('means one thing everywhere, and no screen takes a key of the frame but for the same', () => {
    const frame = SHORTCUT_IDS.filter((id) => SHORTCUTS[id].scope === 'everywhere' || SHORTCUTS[id].scope === 'go')
    const keys = frame.flatMap((id) => SHORTCUTS[id].keys)
    expect(new Set(keys).size).toBe(keys.length)
    const others = SHORTCUT_IDS.filter((id) => !frame.includes(id)).flatMap((id) => SHORTCUTS[id].keys)
    expect(others.filter((key) => keys.includes(key))).toEqual([])
    // A sequence begins with a key that does nothing by itself.
    expect([...keys, ...others]).not.toContain('g')
  })
})
