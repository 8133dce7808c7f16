/**
 * What makes row `f` of follow_ups a contact still owed: planned, not made, and not answered by a later contact. A plan that was
 * missed stays missed in the figures, but once the customer has been reached after it, it is no longer what to do next.
 */
export const IS_OPEN_PLAN = `
  f.done_at IS NULL
  AND f.due_on >= coalesce((SELECT max(d.done_on) FROM follow_ups d WHERE d.lead_id = f.lead_id), '')`
