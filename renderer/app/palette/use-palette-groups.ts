import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import { isMobile } from '../../../shared/values/phone.ts'
import { useSession } from '../../api/session.ts'
import { hasShell } from '../../api/shell.ts'
import { LANGUAGES } from '../../i18n/i18n.ts'
import { usePageAct } from '../../stores/page-acts.ts'
import { asking, type LeadAsk } from '../asks.ts'
import type { Needs } from './actions.ts'
import { entriesOf, type PaletteEntry } from './entries.ts'
import { actsOn } from './lead-acts.ts'
import { entryOption, type Group, leadOption, ranked, unasked } from './rank.ts'
import { type Found, useFound } from './use-found.ts'
import { useRecent } from './use-recent.ts'

/** What the box asks for: anything, the customer for an act, or what to do with a customer. */
export type PaletteMode =
  | { readonly kind: 'anything' }
  | { readonly kind: 'whose'; readonly ask: LeadAsk }
  | { readonly kind: 'with'; readonly lead: FoundLead }

/** What is offered for what was typed; `isCurrent` is false while the answer to the last key is on its way. */
export function usePaletteGroups(
  mode: PaletteMode,
  typed: string,
): { readonly groups: readonly Group[]; readonly answered: string; readonly isCurrent: boolean } {
  const { t } = useTranslation()
  const found = useFound(typed, mode.kind !== 'with')
  const entries = useEntries()
  const { keys, leads } = useRecent()
  const manages = useSession().can(MANAGERS)
  // What can be done with one customer needs no asking.
  const words = mode.kind === 'with' ? typed.trim() : found.text
  const groups = useMemo((): readonly Group[] => {
    switch (mode.kind) {
      case 'anything': {
        if (found.text === '') return unasked(entries, keys, leads)
        return [...ranked(found.text, entries, found.leads), ...ofNumber(found, t)]
      }
      case 'whose':
        return customersFor(mode.ask, found.text === '' ? leads : found.leads, manages)
      case 'with': {
        const acts = actsWith(mode.lead, manages, t)
        return words === '' ? [{ key: 'actions', options: acts.map(entryOption) }] : ranked(words, acts, [])
      }
    }
  }, [mode, words, found, entries, keys, leads, manages, t])
  return { groups, answered: words, isCurrent: words === typed.trim() }
}

function useEntries(): readonly PaletteEntry[] {
  const { i18n } = useTranslation()
  const { me, isDemo } = useSession()
  const canExport = usePageAct('export') !== null
  const language = i18n.language
  return useMemo(() => {
    const needs: readonly (Needs | false)[] = [hasShell && 'shell', isDemo && 'demo', canExport && 'export']
    const other = LANGUAGES.find((one) => one !== language) ?? language
    return entriesOf({
      role: me.role,
      has: new Set(needs.filter((need) => need !== false)),
      t: i18n.getFixedT(language),
      other: i18n.getFixedT(other),
    })
  }, [i18n, language, me.role, isDemo, canExport])
}

function customersFor(ask: LeadAsk, leads: readonly FoundLead[], manages: boolean): readonly Group[] {
  const options = leads.filter((lead) => actsOn(lead, manages).includes(ask)).map(leadOption)
  return options.length === 0 ? [] : [{ key: 'customers', options }]
}

function actsWith(lead: FoundLead, manages: boolean, t: TFunction): readonly PaletteEntry[] {
  const page = `/leads/${lead.leadId}`
  const entry = (key: string, label: string, words: string, path: string): PaletteEntry => ({
    key: `with:${key}`,
    group: 'actions',
    label,
    hint: null,
    labels: [label],
    words: words.split(' '),
    does: { kind: 'go', path },
    shortcut: null,
  })
  return [
    entry('open', t('palette.openLead'), '', page),
    ...actsOn(lead, manages).map((ask) => {
      const key = ask === 'loss' ? 'lose' : ask
      return entry(ask, t(`palette.act.${key}`), t(`palette.words.${key}`), asking(page, ask))
    }),
  ]
}

/** A whole number somebody typed is a visitor at the door: it goes into the form, with whoever is known by it. */
function ofNumber({ text, known }: Found, t: TFunction): readonly Group[] {
  if (!isMobile(text) && known.length === 0) return []
  const label = (customer?: Found['known'][number]) =>
    customer === undefined
      ? t('palette.logPhone', { phone: text })
      : t('palette.knownPhone', { name: customer.name, phone: customer.phone ?? text })
  const names = known.length === 0 ? [label()] : known.map(label)
  const options = names.map((name, at) =>
    entryOption({
      key: `phone:${at}`,
      group: 'actions',
      label: name,
      hint: null,
      labels: [name],
      words: [],
      does: { kind: 'go', path: asking('/visits', 'visit', text) },
      shortcut: null,
    }),
  )
  return [{ key: 'visit', options }]
}
