import { expect, it } from 'vitest'
import { isHiddenDraft } from '../../renderer/screens/leads/hidden-draft.ts'

const lead = { leadId: 'l1', isMine: true, status: 'open' } as const
const followUp = { form: 'followUp', path: '/leads/l1' }
const screening = { form: 'screening', path: '/leads/l1' }

it.each([
  ['shown in its own form', followUp, lead, false],
  ['without a form once the lead is lost', followUp, { ...lead, status: 'lost' }, true],
  ['without a form once it is somebody else’s', followUp, { ...lead, isMine: false }, true],
  ['still shown when it is won', followUp, { ...lead, status: 'won' }, false],
  ['a screening of a lead that is won', screening, { ...lead, status: 'won' }, true],
  ['a screening of one that sleeps', screening, { ...lead, status: 'dormant' }, false],
  ['behind a button', { form: 'order', path: '/leads/l1?open=order' }, lead, true],
  ['another lead’s whose id begins alike', { form: 'order', path: '/leads/l10?open=order' }, lead, false],
  ['of no lead', { form: 'visit', path: '/visits?open=visit' }, lead, false],
  ['not listed anywhere', { form: 'plan', path: null }, lead, false],
] as const)('%s', (_, draft, of, is) => {
  expect(isHiddenDraft(draft, of)).toBe(is)
})
