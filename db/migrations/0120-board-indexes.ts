/**
 * What a board counts of follow-ups is read from indexes alone: what was done and looked at, what fell due, what was recorded within
 * ten minutes, and the same note again within 30 days. Each also finds one person's part without reading the store's. What foreign
 * files bring is asked about by none of the rules, so that the notes of an import are not indexed.
 */
export const boardIndexes = `
DROP INDEX follow_ups_by_done;
CREATE INDEX follow_ups_by_done ON follow_ups(done_on, staff_id, reviewed_on, review, recorded_at, batch_id) WHERE done_on IS NOT NULL;
DROP INDEX follow_ups_by_due;
CREATE INDEX follow_ups_by_due ON follow_ups(counts_on, staff_id, done_on, batch_id);
DROP INDEX follow_ups_by_record;
CREATE INDEX follow_ups_by_record ON follow_ups(staff_id, recorded_at, done_on, batch_id) WHERE done_on IS NOT NULL;
CREATE INDEX follow_ups_by_note ON follow_ups(staff_id, note_key, done_on, batch_id)
  WHERE done_on IS NOT NULL AND note_key <> '' AND batch_id IS NULL;
`
