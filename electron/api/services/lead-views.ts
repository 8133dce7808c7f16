import { deleteView, findView, findViewByName, listViews, saveView } from '../../../db/repositories/lead-views.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/contract.ts'
import { Refusal } from '../../../shared/contract/failure.ts'
import { leadLook } from '../../../shared/contract/lead-list.ts'
import type { Context } from '../context.ts'

export function readViews(context: Context): OutputOf<'leads.views'> {
  const views = listViews(context.db, context.me.id).flatMap(({ viewId, name, shared, byName, staffId, look }) => {
    // A look that a newer program has saved may say more than this one knows: it is left out, not lost.
    const parsed = leadLook.safeParse(JSON.parse(look))
    if (!parsed.success) return []
    const isMine = staffId === context.me.id
    return [{ viewId, name, shared, byName, isMine, mayChange: isMine || manages(context), look: parsed.data }]
  })
  return { views }
}

export function keepView(context: Context, input: ParsedInputOf<'leads.saveView'>): OutputOf<'leads.saveView'> {
  const { db, me } = context
  const { name, shared } = input
  const before = input.viewId === null ? null : changeable(context, input.viewId)
  if (shared && !manages(context)) throw new Refusal('forbidden')
  const staffId = before?.staffId ?? me.id
  const sameName = findViewByName(db, staffId, name)
  if (sameName !== null && sameName.viewId !== before?.viewId) {
    throw new Refusal('name_taken', { fields: [{ path: 'name', code: 'name_taken' }] })
  }
  const viewId = before?.viewId ?? context.newId()
  saveView(db, { viewId, staffId, name, shared, look: JSON.stringify(input.look) }, context.now)
  return { viewId }
}

export function dropView(context: Context, { viewId }: { readonly viewId: string }): { done: true } {
  deleteView(context.db, changeable(context, viewId).viewId)
  return { done: true }
}

/** One’s own, or for a manager one that is shared; of anybody else’s nothing is said, not even that it is there. */
function changeable(context: Context, viewId: string) {
  const view = findView(context.db, viewId)
  const isMine = view?.staffId === context.me.id
  if (view === null || !(isMine || (view.shared && manages(context)))) throw new Refusal('not_found')
  return view
}

function manages({ me }: Context): boolean {
  return me.role === 'manager' || me.role === 'owner'
}
