import type { ImportKind, TemplateMapping } from '../../shared/domain/import/fields.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

/** A mapping kept under a name (table import_templates, migration 0030). */
export type ImportTemplate = {
  readonly id: string
  readonly name: string
  readonly kind: ImportKind
  readonly mapping: TemplateMapping
  readonly savedAt: Instant
  readonly savedByName: string | null
}

type Row = Omit<ImportTemplate, 'mapping'> & { readonly mapping: string }

const SELECT = `
  SELECT t.id, t.name, t.kind, t.mapping, t.saved_at AS savedAt, s.name AS savedByName
  FROM import_templates t LEFT JOIN staff s ON s.id = t.saved_by`

/** Newest first. */
export function listTemplates(db: Db): ImportTemplate[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY t.saved_at DESC, t.rowid DESC`).all().map(toTemplate)
}

export function findTemplate(db: Db, id: string): ImportTemplate | null {
  const row = db.prepare<[string], Row>(`${SELECT} WHERE t.id = ?`).get(id)
  return row === undefined ? null : toTemplate(row)
}

/** Written by this program alone, from a mapping that the gate has parsed. */
function toTemplate(row: Row): ImportTemplate {
  return { ...row, mapping: JSON.parse(row.mapping) as TemplateMapping }
}

type NewTemplate = Pick<ImportTemplate, 'id' | 'name' | 'mapping' | 'savedAt'> & { readonly savedBy: string }

/** Answers its id: one of the same name is replaced and keeps the id it had. */
export function saveTemplate(db: Db, template: NewTemplate): string {
  const { mapping, ...fields } = template
  const saved = db
    .prepare<[object], string>(
      `INSERT INTO import_templates (id, name, kind, mapping, saved_at, saved_by)
       VALUES (@id, @name, @kind, @mapping, @savedAt, @savedBy)
       ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, mapping = excluded.mapping,
         saved_at = excluded.saved_at, saved_by = excluded.saved_by
       RETURNING id`,
    )
    .pluck()
    .get({ ...fields, kind: mapping.kind, mapping: JSON.stringify(mapping) })
  if (saved === undefined) throw new Error('a template that was just saved is not there')
  return saved
}

/** False when there is no such template. */
export function deleteTemplate(db: Db, id: string): boolean {
  return db.prepare('DELETE FROM import_templates WHERE id = ?').run(id).changes > 0
}
