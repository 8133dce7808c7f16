import type { OperationName } from '../../shared/contract/contract.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import type { NavigationKey } from '../app/navigation.ts'
import type { zh } from '../i18n/zh.ts'

/** How a step notices that the person has done what it asks for. */
type Done =
  /** Nothing to do: "next" goes on. */
  | { readonly by: 'next' }
  /** The gate has answered one of these. */
  | { readonly by: 'act'; readonly ops: readonly OperationName[] }
  /** They have gone there. */
  | { readonly by: 'place'; readonly path: RegExp }
  /** It is on screen, or was and is gone again. */
  | { readonly by: 'sight' | 'closed'; readonly of: string }

/** A screen a step stands on, and, first wins, what leads there for somebody who is elsewhere. */
type Stand = { readonly isHere: RegExp; readonly way: readonly string[] }

type StepOf<R extends Role> = {
  /** Its words: `tour.<role>.<id>`. */
  readonly id: Exclude<keyof (typeof zh)['tour'][R], 'end'> & string
  readonly stand: Stand
  /** What it points at: the first of these CSS selectors that is on screen. */
  readonly targets: readonly string[]
  readonly done: Done
  /** Where in the target the first key belongs, as a CSS selector. Forms take the focus by themselves. */
  readonly focus?: string
}

export type TourStep = { [R in Role]: StepOf<R> }[Role]

const nav = (key: NavigationKey) => `.np-nav a[href="#/${key}"]`

const ANYWHERE: Stand = { isHere: /^/, way: [] }
const TODAY: Stand = { isHere: /^\/today/, way: [nav('today')] }
const VISITS: Stand = { isHere: /^\/visits/, way: [nav('visits')] }
const LEADS: Stand = { isHere: /^\/leads$/, way: [nav('leads')] }
const A_LEAD: Stand = { isHere: /^\/leads\/.+/, way: ['main a[href^="#/leads/"]', nav('leads')] }
const REVIEW: Stand = { isHere: /^\/review/, way: [nav('review')] }
const BOARD: Stand = { isHere: /^\/board$/, way: [nav('board')] }
const A_POINT: Stand = { isHere: /^\/board\/.+/, way: ['main a.bd-tile-link', nav('board')] }
const TARGET: Stand = {
  isHere: /^\/board\/targetProgress/,
  way: ['main a[href="#/board/targetProgress"]', nav('board')],
}
const LEVERS: Stand = { isHere: /^\/levers/, way: [nav('levers')] }

/** Whatever there is pressed. */
const PRESSED = 'a[href], button:not(:disabled), input'
const LOG_FORM = '.vs-panel:not([hidden])'
const LOG_BUTTON = '[data-tour="visit.log"]'
const RECORDS = '.ant-drawer-open .ant-drawer-section'
const A_COUNT = 'main .bd-formula .bd-count, main .bd-count'

const salesperson: readonly StepOf<'salesperson'>[] = [
  {
    id: 'today',
    stand: TODAY,
    targets: ['.td-list'],
    done: { by: 'sight', of: '.td-panel form:focus-within' },
    focus: PRESSED,
  },
  { id: 'followUp', stand: TODAY, targets: ['.td-panel form'], done: { by: 'act', ops: ['followUps.log'] } },
  {
    id: 'visit',
    stand: ANYWHERE,
    targets: [LOG_BUTTON, nav('visits')],
    done: { by: 'sight', of: LOG_FORM },
    focus: PRESSED,
  },
  { id: 'visitForm', stand: VISITS, targets: [LOG_FORM, LOG_BUTTON], done: { by: 'act', ops: ['visits.log'] } },
  {
    id: 'openLead',
    stand: VISITS,
    targets: ['.vs-notice a'],
    done: { by: 'place', path: A_LEAD.isHere },
    focus: PRESSED,
  },
  {
    id: 'grade',
    stand: A_LEAD,
    targets: ['[aria-labelledby="ld-screening"]'],
    done: { by: 'act', ops: ['leads.screen'] },
    focus: PRESSED,
  },
  {
    id: 'find',
    stand: LEADS,
    targets: ['.ll-filters .ant-input-affix-wrapper'],
    done: { by: 'place', path: A_LEAD.isHere },
    focus: PRESSED,
  },
]

const reception: readonly StepOf<'reception'>[] = [
  {
    id: 'today',
    stand: TODAY,
    targets: ['.np-page-header-actions .ant-btn-primary'],
    done: { by: 'place', path: VISITS.isHere },
    focus: PRESSED,
  },
  { id: 'arrival', stand: VISITS, targets: [LOG_BUTTON], done: { by: 'sight', of: LOG_FORM }, focus: PRESSED },
  {
    id: 'contact',
    stand: VISITS,
    targets: [LOG_FORM, LOG_BUTTON],
    done: { by: 'sight', of: `${LOG_FORM} #visit_channelId input:checked` },
  },
  {
    id: 'handOver',
    stand: VISITS,
    targets: [`${LOG_FORM} .ant-form-item:has(#visit_receivedBy)`, LOG_BUTTON],
    done: { by: 'act', ops: ['visits.log'] },
  },
  {
    id: 'anonymous',
    stand: VISITS,
    targets: ['.ant-modal:has(.vs-reasons)', '[data-tour="visit.anonymous"]'],
    done: { by: 'act', ops: ['visits.log'] },
    focus: '.vs-reasons button, [data-tour]',
  },
  { id: 'capture', stand: VISITS, targets: ['.vs-actions > .ant-btn-default'], done: { by: 'next' } },
]

const manager: readonly StepOf<'manager'>[] = [
  { id: 'team', stand: TODAY, targets: ['[aria-labelledby="td-people"]'], done: { by: 'next' } },
  {
    id: 'assign',
    stand: TODAY,
    targets: ['[aria-labelledby="td-unassigned"]'],
    done: { by: 'act', ops: ['leads.assign'] },
    focus: '.ant-select input',
  },
  {
    id: 'review',
    stand: REVIEW,
    targets: ['.rv-record'],
    done: { by: 'act', ops: ['followUps.review'] },
  },
  {
    id: 'point',
    stand: BOARD,
    targets: ['.bd-tile:has(.np-light-red, .np-light-amber)', '.bd-tile'],
    done: { by: 'place', path: A_POINT.isHere },
    focus: PRESSED,
  },
  {
    id: 'records',
    stand: A_POINT,
    targets: [RECORDS, A_COUNT],
    done: { by: 'closed', of: '.ant-drawer' },
    focus: PRESSED,
  },
]

const owner: readonly StepOf<'owner'>[] = [
  { id: 'chain', stand: BOARD, targets: ['.bd-chain'], done: { by: 'next' } },
  {
    id: 'light',
    stand: BOARD,
    targets: ['.bd-tile:has(.np-light-red)', '.bd-tile:has(.np-light-amber)', '.bd-tile'],
    done: { by: 'place', path: A_POINT.isHere },
    focus: PRESSED,
  },
  { id: 'cause', stand: A_POINT, targets: ['.bd-head-advice'], done: { by: 'next' } },
  {
    id: 'records',
    stand: A_POINT,
    targets: [RECORDS, A_COUNT],
    done: { by: 'closed', of: '.ant-drawer' },
    focus: PRESSED,
  },
  { id: 'pace', stand: TARGET, targets: ['.bd-head'], done: { by: 'next' } },
  { id: 'need', stand: TARGET, targets: ['.bd-required'], done: { by: 'next' } },
  { id: 'levers', stand: LEVERS, targets: ['.lv-panel'], done: { by: 'next' } },
]

/** Each role's three minutes, in order. */
export const TOURS: { readonly [R in Role]: readonly StepOf<R>[] } = { salesperson, reception, manager, owner }
