/**
 * Whom the store has forgotten, so that they stay forgotten when an older state of it comes back (db/person/tombstones.ts). Ids that
 * lead to nobody, days and a code: nothing of the person. No reference to the customer: the row may be gone.
 *
 * purged_at is null until the file itself has been written anew without what was erased.
 */
export const erasures = `
CREATE TABLE erasures (
  customer_id TEXT PRIMARY KEY,
  erased_at INTEGER NOT NULL,
  erased_by TEXT,
  reason TEXT NOT NULL,
  purged_at INTEGER
) STRICT, WITHOUT ROWID;

-- A file named after somebody who was erased: a folder that is older would bring the name back, and nobody could tell whose it is.
CREATE TRIGGER import_batches_stay_erased AFTER UPDATE OF file_name ON import_batches
WHEN OLD.file_name = '—' AND NEW.file_name <> '—' BEGIN
  UPDATE import_batches SET file_name = '—' WHERE id = NEW.id;
END;
`
