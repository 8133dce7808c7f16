/** Deletes what stands on a day from which something is known otherwise now; `day` may be null or later than every reading. */
function forgetFrom(day: string): string {
  return `DELETE FROM past_headlines WHERE as_of >= ${day};`
}

/** The earlier of two days that may not be there. */
function earlier(a: string, b: string): string {
  return `min(coalesce(${a}, '9999'), coalesce(${b}, '9999'))`
}

/** The earlier of a column's two days where it was changed; else later than every reading. */
function changed(column: string): string {
  return `iif(OLD.${column} IS NOT NEW.${column}, ${earlier(`OLD.${column}`, `NEW.${column}`)}, '9999')`
}

function onEvery(table: string, day: (row: 'OLD' | 'NEW') => string, update: string): string {
  return `
CREATE TRIGGER ${table}_forget_insert AFTER INSERT ON ${table} BEGIN ${forgetFrom(day('NEW'))} END;
CREATE TRIGGER ${table}_forget_delete AFTER DELETE ON ${table} BEGIN ${forgetFrom(day('OLD'))} END;
CREATE TRIGGER ${table}_forget_update AFTER UPDATE ON ${table} BEGIN ${forgetFrom(update)} END;`
}

/** A table with one day: whatever changes in a row may matter from that day on. */
function byDay(table: string, column: string): string {
  return onEvery(table, (row) => `${row}.${column}`, earlier(`OLD.${column}`, `NEW.${column}`))
}

/** Settings hold for all days. */
function byNothing(table: string): string {
  const forget = 'DELETE FROM past_headlines;'
  return ['INSERT', 'DELETE', 'UPDATE']
    .map((act) => `\nCREATE TRIGGER ${table}_forget_${act.toLowerCase()} AFTER ${act} ON ${table} BEGIN ${forget} END;`)
    .join('')
}

/**
 * The headlines of a period as of a day, as they were read once: a board shows eleven past periods that do not change any more.
 * A release that computes a headline otherwise empties the table in a migration of its own. A reading is forgotten in the transaction in which anything is written that it could stand on: a record of a day on or before
 * its day of knowledge. What happens today touches no reading of an earlier day: of a contact that is done, the day it is done
 * on counts, not the day it was due; of a lead's state, the day it ends.
 */
export const pastHeadlines = `
CREATE TABLE past_headlines (
  as_of TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  staff_id TEXT NOT NULL DEFAULT '',
  reading TEXT NOT NULL,
  PRIMARY KEY (as_of, from_on, to_on, staff_id)
) STRICT, WITHOUT ROWID;
${byDay('visits', 'arrived_on')}
${byDay('leads', 'created_on')}
${byDay('door_counts', 'date')}
${byDay('targets', 'month')}
${byDay('market', 'month')}
${onEvery(
  'lead_history',
  (row) => `${row}.on_date`,
  `min(${changed('until_on')}, iif((OLD.n, OLD.on_date, OLD.kind, OLD.from_bucket, OLD.to_bucket, OLD.grade, OLD.status,
      OLD.owner_id, OLD.origin, OLD.won_grade, OLD.won_on, OLD.first_assigned_at)
    IS (NEW.n, NEW.on_date, NEW.kind, NEW.from_bucket, NEW.to_bucket, NEW.grade, NEW.status,
      NEW.owner_id, NEW.origin, NEW.won_grade, NEW.won_on, NEW.first_assigned_at),
    '9999', ${earlier('OLD.on_date', 'NEW.on_date')}))`,
)}
${onEvery(
  'follow_ups',
  (row) => earlier(`${row}.counts_on`, `${row}.done_on`),
  `min(${changed('done_on')}, ${changed('counts_on')}, ${changed('reviewed_on')},
    iif(OLD.review IS NOT NEW.review, ${earlier('OLD.reviewed_on', 'NEW.reviewed_on')}, '9999'),
    iif((OLD.lead_id, OLD.staff_id, OLD.method, OLD.batch_id) IS (NEW.lead_id, NEW.staff_id, NEW.method, NEW.batch_id), '9999',
      min(${earlier('OLD.counts_on', 'OLD.done_on')}, ${earlier('NEW.counts_on', 'NEW.done_on')})))`,
)}
${onEvery(
  'deals',
  (row) => `${row}.ordered_on`,
  `min(${changed('ordered_on')}, ${changed('cancelled_on')},
    iif((OLD.lead_id, OLD.staff_id) IS (NEW.lead_id, NEW.staff_id), '9999', ${earlier('OLD.ordered_on', 'NEW.ordered_on')}))`,
)}
${byNothing('store')}
${byNothing('staff')}
${byNothing('channels')}
${byNothing('grade_slots')}
${byNothing('import_batches')}

-- A history of which the last row went: the one before it is the newest again (0020-lead-list knows only of rows that come).
CREATE TRIGGER lead_history_stale_update AFTER UPDATE ON lead_history WHEN NEW.until_on = '9999-12-31' BEGIN
  INSERT INTO stale_leads VALUES (NEW.lead_id, 0) ON CONFLICT DO NOTHING;
END;
`
