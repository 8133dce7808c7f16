/**
 * What a foreign file was a list of, how files are read that come again, and the numbers that leads and orders have in the program
 * they come from.
 *
 * imported_on is the business date of imported_at, from which on what the batch brought is owed here. Batches from before this
 * step were all read in at UTC+8.
 */
export const importKinds = `
ALTER TABLE import_batches ADD COLUMN kind TEXT NOT NULL DEFAULT 'visits' CHECK (kind IN ('visits','leads','sales'));
ALTER TABLE import_batches ADD COLUMN imported_on TEXT;
UPDATE import_batches SET imported_on = date(imported_at / 1000, 'unixepoch', '+8 hours');

ALTER TABLE leads ADD COLUMN number TEXT;
CREATE INDEX leads_by_number ON leads(number) WHERE number IS NOT NULL;
ALTER TABLE deals ADD COLUMN number TEXT;
CREATE INDEX deals_by_number ON deals(number) WHERE number IS NOT NULL;

-- A mapping kept under a name, as JSON (shared/domain/import/fields.ts, TemplateMapping).
CREATE TABLE import_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('visits','leads','sales')),
  mapping TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  saved_by TEXT REFERENCES staff(id)
) STRICT;
`
