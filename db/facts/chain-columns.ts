const DONE = 'SELECT min(f.done_on) FROM follow_ups f WHERE f.lead_id = h.lead_id AND f.done_on <= :asOf'
const FIRST_CONTACT = `(${DONE})`
const FIRST_DRIVE = `(${DONE} AND f.method = 'test_drive')`

/** When the lead of a state `h` was created. */
export const CREATED_ON = '(SELECT l.created_on FROM leads l WHERE l.id = h.lead_id)'

/** Whole days as text; empty where a step is missing or is said to have come before the one it follows. */
function daysBetween(from: string, to: string): string {
  return `coalesce(CASE WHEN ${to} >= ${from} THEN CAST(CAST(julianday(${to}) - julianday(${from}) AS INTEGER) AS TEXT) END, '')`
}

/**
 * How long the steps captured -> worked -> test drive -> order took a lead in its state `h`. An order need not come by way of
 * a test drive: its days count from the last step before it that there was.
 */
export const CHAIN_COLUMNS = `
      ${daysBetween(CREATED_ON, FIRST_CONTACT)} AS contactDays,
      ${daysBetween(FIRST_CONTACT, FIRST_DRIVE)} AS driveDays,
      CASE WHEN ${FIRST_DRIVE} IS NULL THEN 'direct' ELSE 'testDrive' END AS way,
      CASE WHEN h.status = 'won' THEN ${daysBetween(`coalesce(${FIRST_DRIVE}, ${FIRST_CONTACT})`, 'h.won_on')} ELSE '' END
        AS orderDays`
