import { findCustomer } from '../../../../db/repositories/customers.ts'
import { findLastContact } from '../../../../db/repositories/follow-ups.ts'
import { countScriptUses, findScript, listScripts, saveScript } from '../../../../db/repositories/scripts.ts'
import type { AnswerOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import { unknownPlaceholders } from '../../../../shared/domain/scripts/fill-script.ts'
import { orderForLead } from '../../../../shared/domain/scripts/fitting.ts'
import { addDays, daysBetween } from '../../../../shared/values/business-date.ts'
import { SCRIPT_PURPOSES, type ScriptPurpose } from '../../../../shared/values/vocabulary.ts'
import type { Context } from '../../context.ts'
import { leadOf } from '../lead-record.ts'
import { settingsOf } from '../store.ts'
import { addDefaultScripts } from './add-defaults.ts'

/** What was said half a year ago says little about what works today. */
const COUNTED_DAYS = 180
/** A visit this soon after a contact is held to have come of it. */
const VISIT_DAYS = 7
const DAY_MS = 86_400_000

const NO_EFFECT = { used: 0, reached: 0, tried: 0, visited: 0 }

const byPurpose = (one: { purpose: ScriptPurpose }, other: { purpose: ScriptPurpose }) =>
  SCRIPT_PURPOSES.indexOf(one.purpose) - SCRIPT_PURPOSES.indexOf(other.purpose)

export function readScripts(context: Context): AnswerOf<'scripts.list'> {
  const { db, now, today } = context
  const since = addDays(today, -COUNTED_DAYS)
  const uses = new Map(
    countScriptUses(db, { since, now, withinMs: VISIT_DAYS * DAY_MS }).map(({ scriptId, ...use }) => [scriptId, use]),
  )
  const scripts = listScripts(db).sort(byPurpose)
  return {
    scripts: scripts.map((script) => ({ ...script, effect: uses.get(script.id) ?? NO_EFFECT })),
    countedDays: COUNTED_DAYS,
    visitDays: VISIT_DAYS,
  }
}

export function readScriptsForLead(
  context: Context,
  { leadId }: ParsedInputOf<'scripts.forLead'>,
): AnswerOf<'scripts.forLead'> {
  const { db, me, today } = context
  const { grade, status, facts, customerId, createdOn } = leadOf(context, leadId)
  const active = listScripts(db)
    .filter((script) => script.active)
    .sort(byPurpose)
  return {
    scripts: orderForLead(active, {
      grade,
      stage: facts.stage,
      status,
      ageDays: daysBetween(createdOn, today),
      lastContact: findLastContact(db, leadId),
    }),
    names: {
      customer: findCustomer(db, customerId)?.name ?? '',
      consultant: me.name,
      model: facts.model,
      showroom: settingsOf(db).name,
    },
  }
}

/** Titles are how people pick a script, so no two in use read the same. */
export function keepScript(context: Context, input: ParsedInputOf<'scripts.save'>): AnswerOf<'scripts.save'> {
  const { db } = context
  if (input.id !== null && findScript(db, input.id) === null) throw new Refusal('not_found')
  if (unknownPlaceholders(input.text).length > 0) {
    throw new Refusal('invalid_input', { fields: [{ path: 'text', code: 'unknown_placeholder' }] })
  }
  const isTaken = listScripts(db).some(({ id, title, active }) => active && title === input.title && id !== input.id)
  if (input.active && isTaken) {
    throw new Refusal('name_taken', { fields: [{ path: 'title', code: 'name_taken' }] })
  }
  const id = input.id ?? context.newId()
  saveScript(db, { ...input, id })
  return { id }
}

export function addShippedScripts(
  context: Context,
  { language }: ParsedInputOf<'scripts.addDefaults'>,
): AnswerOf<'scripts.addDefaults'> {
  return { done: true, added: addDefaultScripts(context.db, language) }
}
