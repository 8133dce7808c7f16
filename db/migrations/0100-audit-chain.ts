/** Every column an entry's hash stands on, but for the hash of the one before it. */
const SAID = 'a.seq, a.at, a.staff_id, a.kind, a.operation, a.subject, a.detail'

/**
 * The trail as a chain: each entry carries the hash of the one before it and its own (db/audit/entry-hash.ts, which the connection
 * lends to SQL as `audit_hash`). What an older program wrote is chained as it stands. `detail` holds codes and counts, never a
 * name, a number or a note. Listed newest first by person, kind, subject and time, each by an index of its own; but every save waits
 * for each page it touches, so changes, which are most of the trail, are not in the index of kinds, and of times every 64th is.
 */
export const auditChain = `
DROP TRIGGER audit_trail_no_update;
DROP TRIGGER audit_trail_no_delete;
DROP INDEX audit_trail_by_subject;
ALTER TABLE audit_trail RENAME TO audit_before;
CREATE TABLE audit_trail (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff_id TEXT,
  kind TEXT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT,
  detail TEXT,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TEMP TABLE audit_kinds AS
  SELECT seq, at, staff_id, CASE
      WHEN operation LIKE 'exports.%' OR operation = 'store.pack' THEN 'exported'
      WHEN operation IN ('followUps.review', 'leads.decideLoss') THEN 'approved'
      WHEN operation IN ('store.backUp', 'store.restore', 'store.takePacked', 'setup.rescue') THEN 'kept'
      ELSE 'changed'
    END AS kind, operation, subject, NULL AS detail, row_number() OVER (ORDER BY seq) AS n
  FROM audit_before;
CREATE UNIQUE INDEX temp.audit_kinds_in_order ON audit_kinds(n);
INSERT INTO audit_trail
WITH RECURSIVE chain (n, previous, hash) AS (
  SELECT 1, zeroblob(32), (SELECT audit_hash(${SAID}, zeroblob(32)) FROM temp.audit_kinds a WHERE n = 1)
    WHERE EXISTS (SELECT 1 FROM temp.audit_kinds)
  UNION ALL
  SELECT a.n, c.hash, audit_hash(${SAID}, c.hash) FROM chain c JOIN temp.audit_kinds a ON a.n = c.n + 1
)
SELECT ${SAID}, c.previous, c.hash FROM chain c JOIN temp.audit_kinds a ON a.n = c.n;
DROP TABLE temp.audit_kinds;
DROP TABLE audit_before;
CREATE TRIGGER audit_trail_no_update BEFORE UPDATE ON audit_trail BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_trail_no_delete BEFORE DELETE ON audit_trail BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE INDEX audit_trail_by_subject ON audit_trail(subject, seq) WHERE subject IS NOT NULL;
CREATE INDEX audit_trail_by_person ON audit_trail(staff_id, seq);
CREATE INDEX audit_trail_by_kind ON audit_trail(kind, seq) WHERE kind <> 'changed';
CREATE INDEX audit_trail_by_time ON audit_trail(at, seq) WHERE seq % 64 = 0;
`
