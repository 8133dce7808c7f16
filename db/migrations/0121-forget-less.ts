const EARLIER = (a: string, b: string) => `min(coalesce(${a}, '9999'), coalesce(${b}, '9999'))`
const CHANGED = (column: string) =>
  `iif(OLD.${column} IS NOT NEW.${column}, ${EARLIER(`OLD.${column}`, `NEW.${column}`)}, '9999')`

/**
 * How a contact was made is known from the day it was made, not from the day it was due: doing today what was due last month leaves
 * last month's headlines where they are (0090-past-headlines forgot them).
 */
export const forgetLess = `
DROP TRIGGER follow_ups_forget_update;
CREATE TRIGGER follow_ups_forget_update AFTER UPDATE ON follow_ups BEGIN
  DELETE FROM past_headlines WHERE as_of >= min(
    ${['done_on', 'counts_on', 'reviewed_on'].map(CHANGED).join(', ')},
    iif(OLD.review IS NOT NEW.review, ${EARLIER('OLD.reviewed_on', 'NEW.reviewed_on')}, '9999'),
    iif(OLD.method IS NOT NEW.method, ${EARLIER('OLD.done_on', 'NEW.done_on')}, '9999'),
    iif((OLD.lead_id, OLD.staff_id, OLD.batch_id) IS (NEW.lead_id, NEW.staff_id, NEW.batch_id), '9999',
      min(${EARLIER('OLD.counts_on', 'OLD.done_on')}, ${EARLIER('NEW.counts_on', 'NEW.done_on')})));
END;
`
