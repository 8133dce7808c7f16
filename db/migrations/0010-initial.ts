/**
 * The first schema. Names and meanings follow domain.md 2 and interchange.md.
 *
 * Instants are integer milliseconds since the epoch (`*_at`); business dates are text `YYYY-MM-DD` in the store's time zone
 * (`*_on`). Where a table has both, the date is derived from the instant when the row is written, so that a report reads an
 * index and never calls a date function per row. Money is integer fen.
 *
 * A column that interchange.md gives a default stays null when it came empty, so that an export says what the import said;
 * the generated column beside it carries the effective value that every figure reads.
 */
export const initial = `
CREATE TABLE store (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  open_weekdays TEXT,
  late_entry_minutes INTEGER,
  response_minutes INTEGER
) STRICT;

-- The labels and cadences behind the four slots (domain.md 3).
CREATE TABLE grade_slots (
  slot TEXT PRIMARY KEY CHECK (slot IN ('A','B','C','D')),
  label TEXT NOT NULL,
  horizon_days INTEGER,
  cadence_days INTEGER NOT NULL CHECK (cadence_days > 0),
  first_contact_hours INTEGER NOT NULL CHECK (first_contact_hours > 0),
  dormant_days INTEGER NOT NULL CHECK (dormant_days > 0)
) STRICT;
INSERT INTO grade_slots VALUES ('A','A',90,2,24,30),('B','B',180,7,24,60),('C','C',NULL,15,48,120),('D','D',NULL,90,72,365);

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('salesperson','reception','manager','owner')),
  active INTEGER NOT NULL CHECK (active IN (0,1)),
  daily_capacity INTEGER
) STRICT;

-- How a person signs in. Never exported: a secret's hash has no business outside this file.
CREATE TABLE accounts (
  staff_id TEXT PRIMARY KEY REFERENCES staff(id),
  secret_hash TEXT NOT NULL,
  recovery_hash TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE channels (
  id TEXT PRIMARY KEY,
  "group" TEXT NOT NULL CHECK ("group" IN ('walk_in','referral','outbound')),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE channel_costs (
  channel_id TEXT NOT NULL REFERENCES channels(id),
  month TEXT NOT NULL,
  cost_fen INTEGER NOT NULL,
  PRIMARY KEY (channel_id, month)
) STRICT, WITHOUT ROWID;

-- One foreign file read in, as a whole that can be taken out again.
CREATE TABLE import_batches (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  imported_by TEXT REFERENCES staff(id),
  row_count INTEGER NOT NULL,
  undone_at INTEGER,
  undone_by TEXT REFERENCES staff(id)
) STRICT;

CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  phone TEXT,
  phone_key TEXT,
  wechat TEXT,
  gender TEXT,
  city TEXT,
  note TEXT,
  batch_id TEXT REFERENCES import_batches(id)
) STRICT;
CREATE INDEX customers_by_phone ON customers(phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX customers_by_wechat ON customers(lower(wechat)) WHERE wechat IS NOT NULL;
CREATE INDEX customers_by_name ON customers(name);
CREATE INDEX customers_by_batch ON customers(batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE leads (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id),
  channel_id TEXT NOT NULL REFERENCES channels(id),
  created_at INTEGER NOT NULL,
  created_on TEXT NOT NULL,
  model TEXT,
  budget TEXT,
  horizon_months INTEGER,
  expected_on TEXT,
  selection_started INTEGER CHECK (selection_started IN (0,1)),
  waiting_for TEXT,
  wants_new_car INTEGER CHECK (wants_new_car IN (0,1)),
  content_with_current INTEGER CHECK (content_with_current IN (0,1)),
  stage TEXT CHECK (stage IN ('attention','interest','desire','comparison','decision')),
  competitor TEXT,
  decider TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  batch_id TEXT REFERENCES import_batches(id)
) STRICT;
CREATE INDEX leads_by_customer ON leads(customer_id);
CREATE INDEX leads_by_creation ON leads(created_on);
CREATE INDEX leads_by_batch ON leads(batch_id) WHERE batch_id IS NOT NULL;

-- Every change of grade, status and owner. seq is the kept order of interchange.md: an existing id keeps its place.
CREATE TABLE lead_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  lead_id TEXT NOT NULL REFERENCES leads(id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('grade','status','owner')),
  value TEXT,
  by_id TEXT REFERENCES staff(id),
  reason TEXT,
  batch_id TEXT REFERENCES import_batches(id)
) STRICT;
CREATE INDEX lead_events_by_lead ON lead_events(lead_id, at, seq);
CREATE INDEX lead_events_by_batch ON lead_events(batch_id) WHERE batch_id IS NOT NULL;

-- Derived from leads and lead_events by replayLead (shared/domain/lead-history.ts), rewritten for a lead in the transaction
-- that appends an event. One row per effective event with the state after it. The state of a lead at the end of day D is its
-- row with on_date <= D < until_on; the newest row has until_on 9999-12-31.
CREATE TABLE lead_history (
  lead_id TEXT NOT NULL REFERENCES leads(id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  event_id TEXT,
  at INTEGER NOT NULL,
  on_date TEXT NOT NULL,
  until_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enter','grade','status','owner')),
  from_bucket TEXT NOT NULL,
  to_bucket TEXT NOT NULL,
  grade TEXT,
  status TEXT NOT NULL,
  owner_id TEXT,
  origin TEXT,
  won_grade TEXT,
  won_on TEXT,
  first_assigned_at INTEGER,
  by_id TEXT,
  reason TEXT,
  PRIMARY KEY (lead_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_history_moves ON lead_history(on_date, from_bucket, to_bucket, lead_id) WHERE from_bucket <> to_bucket;
CREATE INDEX lead_history_open ON lead_history(until_on, on_date, to_bucket, owner_id, lead_id) WHERE to_bucket IN ('ungraded','A','B','C','D');
CREATE INDEX lead_history_owner ON lead_history(owner_id, until_on, to_bucket, lead_id);

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  arrived_at INTEGER NOT NULL,
  arrived_on TEXT NOT NULL,
  logged_at INTEGER NOT NULL,
  channel_id TEXT NOT NULL REFERENCES channels(id),
  kind TEXT NOT NULL CHECK (kind IN ('showroom','phone')),
  purpose TEXT NOT NULL CHECK (purpose IN ('purchase','other')),
  first_visit INTEGER NOT NULL CHECK (first_visit IN (0,1)),
  party_size INTEGER,
  received_by TEXT REFERENCES staff(id),
  lead_id TEXT REFERENCES leads(id),
  not_captured_reason TEXT,
  note TEXT,
  voided_at INTEGER,
  voided_by TEXT REFERENCES staff(id),
  void_reason TEXT,
  batch_id TEXT REFERENCES import_batches(id),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX visits_by_day ON visits(arrived_on, kind, purpose, first_visit);
CREATE INDEX visits_by_lead ON visits(lead_id, arrived_on) WHERE lead_id IS NOT NULL;
CREATE INDEX visits_by_batch ON visits(batch_id) WHERE batch_id IS NOT NULL;
-- Two first visits of one lead would break N x K x F x C = won.
CREATE UNIQUE INDEX visits_one_first ON visits(lead_id)
  WHERE lead_id IS NOT NULL AND kind = 'showroom' AND purpose = 'purchase' AND first_visit = 1 AND voided_at IS NULL;

CREATE TABLE follow_ups (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES leads(id),
  staff_id TEXT NOT NULL REFERENCES staff(id),
  due_on TEXT NOT NULL,
  first_due_on TEXT,
  counts_on TEXT GENERATED ALWAYS AS (coalesce(first_due_on, due_on)) VIRTUAL,
  done_at INTEGER,
  done_on TEXT,
  logged_at INTEGER,
  recorded_at INTEGER GENERATED ALWAYS AS (coalesce(logged_at, done_at)) VIRTUAL,
  method TEXT CHECK (method IN ('call','wechat','sms','showroom','test_drive','home_visit')),
  outcome TEXT CHECK (outcome IN ('reached','not_reached','appointment','refused')),
  note TEXT,
  note_key TEXT,
  review TEXT CHECK (review IN ('approved','rejected')),
  reviewed_by TEXT REFERENCES staff(id),
  reviewed_at INTEGER,
  reviewed_on TEXT,
  review_note TEXT,
  batch_id TEXT REFERENCES import_batches(id),
  CHECK ((done_at IS NULL) = (done_on IS NULL)),
  CHECK ((review IS NULL) = (reviewed_at IS NULL))
) STRICT;
CREATE INDEX follow_ups_by_lead ON follow_ups(lead_id, done_on);
CREATE INDEX follow_ups_by_due ON follow_ups(counts_on);
CREATE INDEX follow_ups_by_done ON follow_ups(done_on, staff_id) WHERE done_on IS NOT NULL;
CREATE INDEX follow_ups_by_record ON follow_ups(recorded_at, staff_id) WHERE done_on IS NOT NULL;
CREATE INDEX follow_ups_planned ON follow_ups(staff_id, due_on) WHERE done_at IS NULL;
CREATE INDEX follow_ups_by_batch ON follow_ups(batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE deals (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES leads(id),
  staff_id TEXT NOT NULL REFERENCES staff(id),
  ordered_on TEXT NOT NULL,
  delivered_on TEXT,
  cancelled_on TEXT,
  model TEXT,
  price_fen INTEGER,
  gross_profit_fen INTEGER,
  batch_id TEXT REFERENCES import_batches(id)
) STRICT;
CREATE INDEX deals_by_day ON deals(ordered_on, staff_id);
CREATE INDEX deals_by_lead ON deals(lead_id);
CREATE INDEX deals_by_batch ON deals(batch_id) WHERE batch_id IS NOT NULL;

-- A salesperson asks for a loss, a manager decides (domain.md 4, traps).
CREATE TABLE loss_requests (
  id TEXT PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES leads(id),
  requested_at INTEGER NOT NULL,
  requested_by TEXT NOT NULL REFERENCES staff(id),
  reason TEXT NOT NULL,
  competitor TEXT,
  note TEXT,
  decided_at INTEGER,
  decided_by TEXT REFERENCES staff(id),
  decision TEXT CHECK (decision IN ('confirmed','refused')),
  CHECK ((decided_at IS NULL) = (decision IS NULL))
) STRICT;
CREATE UNIQUE INDEX loss_requests_open ON loss_requests(lead_id) WHERE decided_at IS NULL;
CREATE INDEX loss_requests_by_lead ON loss_requests(lead_id);

-- staff_id '' is the store itself (interchange.md: targets.csv, key (month, staff_id)).
CREATE TABLE targets (
  month TEXT NOT NULL,
  staff_id TEXT NOT NULL DEFAULT '',
  deals INTEGER NOT NULL CHECK (deals >= 0),
  PRIMARY KEY (month, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE door_counts (
  date TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE market (
  month TEXT PRIMARY KEY,
  potential INTEGER NOT NULL CHECK (potential >= 0)
) STRICT, WITHOUT ROWID;

-- Who did what, appended by the gate in the transaction of the act itself. Never exported, never changed.
CREATE TABLE audit_trail (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff_id TEXT,
  operation TEXT NOT NULL,
  subject TEXT
) STRICT;
CREATE TRIGGER audit_trail_no_update BEFORE UPDATE ON audit_trail BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_trail_no_delete BEFORE DELETE ON audit_trail BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
`
