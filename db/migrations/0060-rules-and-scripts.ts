/**
 * What a manager decides by: the limits of the lights where the store has its own, the versions of the screening rules, and what is
 * said to customers.
 *
 * thresholds holds only what differs from the defaults of domain.md 4. rule_sets holds every version that was ever saved, the
 * newest in force; version 1 is the one that ships and stands in the code, so that a grade is explained by the newest version saved
 * before it. rules is JSON (shared/domain/screening/rule-set.ts, Rule[]).
 */
export const rulesAndScripts = `
CREATE TABLE thresholds (
  key TEXT PRIMARY KEY,
  amber_from REAL NOT NULL CHECK (amber_from >= 0),
  green_from REAL NOT NULL,
  CHECK (amber_from <= green_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_sets (
  version INTEGER PRIMARY KEY CHECK (version > 1),
  rules TEXT NOT NULL,
  note TEXT,
  saved_at INTEGER NOT NULL,
  saved_by TEXT REFERENCES staff(id)
) STRICT;

CREATE TABLE scripts (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  purpose TEXT NOT NULL,
  grade TEXT CHECK (grade IN ('A','B','C','D')),
  stage TEXT CHECK (stage IN ('attention','interest','desire','comparison','decision')),
  active INTEGER NOT NULL CHECK (active IN (0,1)),
  sort INTEGER NOT NULL
) STRICT;

ALTER TABLE follow_ups ADD COLUMN script_id TEXT REFERENCES scripts(id);
CREATE INDEX follow_ups_by_script ON follow_ups(script_id, done_on) WHERE script_id IS NOT NULL;
`
