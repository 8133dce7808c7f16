import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { deleteTemplate, listTemplates, saveTemplate } from '../../../../db/repositories/import-templates.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Template } from '../../../../shared/contract/imports.ts'
import type { Context } from '../../context.ts'
import { askEngine } from './ask-engine.ts'
import type { MappedFile } from './make-plan.ts'

export function readTemplates({ db }: Context): { templates: Template[] } {
  return { templates: listTemplates(db).map(({ mapping: _, ...template }) => template) }
}

/** The file's headers are on the file thread; what they make of the mapping is written here. */
export async function keepTemplate(
  context: Context,
  { name, ...file }: MappedFile & { readonly name: string },
): Promise<{ templateId: string }> {
  const { desk, db, me, now: savedAt, newId } = context
  const mapping = await askEngine(context, 'keptMapping', newId(), file)
  const save = db.transaction(() => {
    const templateId = saveTemplate(db, { id: newId(), name, mapping, savedAt, savedBy: me.id })
    appendAudit(db, { at: savedAt, staffId: me.id, operation: 'imports.saveTemplate', subject: templateId })
    return { templateId }
  })
  return desk.writeTurns.share(() => save.immediate())
}

export function forgetTemplate({ db }: Context, { templateId }: { templateId: string }): { done: true } {
  if (!deleteTemplate(db, templateId)) throw new Refusal('not_found')
  return { done: true }
}
