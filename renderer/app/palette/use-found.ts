import { useEffect, useState } from 'react'
import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import { SALES } from '../../../shared/contract/operation.ts'
import type { KnownCustomer } from '../../../shared/contract/visits.ts'
import { phoneKey } from '../../../shared/values/phone.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'

/** Long enough for two letters of one keystroke of an input method, too short to be seen. */
const AFTER_MS = 40
const MOST = 8
const SHORTEST_NUMBER = 7

/** What was found for what was typed; both change at one time, so that nothing on screen belongs to an earlier word. */
export type Found = {
  /** The words these were found for. */
  readonly text: string
  readonly leads: readonly FoundLead[]
  /** Whom a whole number belongs to, for those who may only know that. */
  readonly known: readonly KnownCustomer[]
}

const NOTHING: Found = { text: '', leads: [], known: [] }

/** Asks for customers while somebody types. The last answer stays until the next one is there. */
export function useFound(typed: string, asks: boolean): Found {
  const { can } = useSession()
  const seesLeads = can(SALES)
  const words = useAfter(typed.trim(), AFTER_MS)
  const asksLeads = asks && seesLeads && words !== ''
  const asksNumber = asks && !seesLeads && (phoneKey(words) ?? '').length >= SHORTEST_NUMBER
  const leads = useRead('leads.find', { by: 'text', text: words.slice(0, 60), limit: MOST }, { enabled: asksLeads })
  const known = useRead('visits.checkPhone', { phone: words.slice(0, 40) }, { enabled: asksNumber })
  const isAnswered = (!asksLeads || !leads.isPending) && (!asksNumber || !known.isPending)
  const [found, setFound] = useState(NOTHING)
  const next: Found = {
    text: words,
    leads: asksLeads ? (leads.data?.rows ?? NOTHING.leads) : NOTHING.leads,
    known: asksNumber ? (known.data?.known ?? NOTHING.known) : NOTHING.known,
  }
  const isNew = found.text !== next.text || found.leads !== next.leads || found.known !== next.known
  if (isAnswered && isNew) setFound(next)
  return found
}

/** What is being typed, a moment after the last key; at once when it is emptied. */
function useAfter(typed: string, afterMs: number): string {
  const [words, setWords] = useState(typed)
  if (typed === '' && words !== '') setWords('')
  useEffect(() => {
    const timer = window.setTimeout(() => setWords(typed), afterMs)
    return () => window.clearTimeout(timer)
  }, [typed, afterMs])
  return words
}
