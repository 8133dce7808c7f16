/**
 * What the list of leads is sorted, filtered and searched by, one row per lead, and the views people have saved of it.
 *
 * lead_list, lead_words and lead_search are derived (db/repositories/lead-index.ts). Any change of what they are derived from
 * notes the lead in stale_leads, whoever makes the change: the triggers only note, because a trigger that wrote the index row by
 * row makes an import several times slower. Whoever has written settles all that is noted before its transaction ends.
 */
export const leadList = `
CREATE TABLE lead_list (
  n INTEGER PRIMARY KEY,
  lead_id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  created_on TEXT NOT NULL,
  bucket TEXT NOT NULL,
  status TEXT NOT NULL,
  owner_id TEXT,
  stage TEXT,
  channel_id TEXT NOT NULL,
  model TEXT,
  batch_id TEXT,
  due_on TEXT NOT NULL,
  touched_on TEXT NOT NULL,
  name_key TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX lead_list_due ON lead_list(status, due_on);
CREATE INDEX lead_list_owner ON lead_list(owner_id, status, due_on);
CREATE INDEX lead_list_created ON lead_list(status, created_at);
CREATE INDEX lead_list_touched ON lead_list(status, touched_on);
CREATE INDEX lead_list_name ON lead_list(status, name_key);
CREATE INDEX lead_list_grade ON lead_list(status, bucket, due_on);
CREATE INDEX lead_list_stage ON lead_list(status, stage, due_on);
CREATE INDEX lead_list_batch ON lead_list(batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE lead_words (
  n INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE lead_search USING fts5(
  words, content='lead_words', content_rowid='n', detail=none, columnsize=0, tokenize='ascii');
-- Who is erased leaves nothing behind in the index.
INSERT INTO lead_search (lead_search, rank) VALUES ('secure-delete', 1);

CREATE TABLE stale_leads (
  lead_id TEXT PRIMARY KEY,
  words INTEGER NOT NULL CHECK (words IN (0,1))
) STRICT, WITHOUT ROWID;
INSERT INTO stale_leads SELECT id, 1 FROM leads;

CREATE TRIGGER leads_stale_insert AFTER INSERT ON leads BEGIN
  INSERT INTO stale_leads VALUES (NEW.id, 1) ON CONFLICT DO UPDATE SET words = 1;
END;
CREATE TRIGGER leads_stale_update AFTER UPDATE ON leads BEGIN
  INSERT INTO stale_leads VALUES (NEW.id, NEW.model IS NOT OLD.model OR NEW.customer_id IS NOT OLD.customer_id)
    ON CONFLICT DO UPDATE SET words = max(words, excluded.words);
END;
CREATE TRIGGER leads_stale_delete AFTER DELETE ON leads BEGIN
  INSERT INTO stale_leads VALUES (OLD.id, 1) ON CONFLICT DO UPDATE SET words = 1;
END;
CREATE TRIGGER customers_stale_update AFTER UPDATE ON customers
WHEN NEW.name IS NOT OLD.name OR NEW.phone_key IS NOT OLD.phone_key OR NEW.wechat IS NOT OLD.wechat BEGIN
  INSERT INTO stale_leads SELECT id, 1 FROM leads WHERE customer_id = NEW.id ON CONFLICT DO UPDATE SET words = 1;
END;
CREATE TRIGGER lead_history_stale AFTER INSERT ON lead_history WHEN NEW.until_on = '9999-12-31' BEGIN
  INSERT INTO stale_leads VALUES (NEW.lead_id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER follow_ups_stale_insert AFTER INSERT ON follow_ups BEGIN
  INSERT INTO stale_leads VALUES (NEW.lead_id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER follow_ups_stale_update AFTER UPDATE OF lead_id, due_on, done_at, done_on ON follow_ups BEGIN
  INSERT INTO stale_leads VALUES (NEW.lead_id, 0) ON CONFLICT DO NOTHING;
  INSERT INTO stale_leads VALUES (OLD.lead_id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER follow_ups_stale_delete AFTER DELETE ON follow_ups BEGIN
  INSERT INTO stale_leads VALUES (OLD.lead_id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER visits_stale_insert AFTER INSERT ON visits WHEN NEW.lead_id IS NOT NULL BEGIN
  INSERT INTO stale_leads VALUES (NEW.lead_id, 0) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER visits_stale_update AFTER UPDATE OF lead_id, arrived_on, voided_at ON visits BEGIN
  INSERT INTO stale_leads SELECT id, 0 FROM leads WHERE id IN (NEW.lead_id, OLD.lead_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER visits_stale_delete AFTER DELETE ON visits WHEN OLD.lead_id IS NOT NULL BEGIN
  INSERT INTO stale_leads VALUES (OLD.lead_id, 0) ON CONFLICT DO NOTHING;
END;

-- A saved look at the list: its filter, columns and order as JSON (shared/contract/lead-list.ts).
CREATE TABLE lead_views (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff(id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0,1)),
  view TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX lead_views_by_name ON lead_views(staff_id, name);
`
