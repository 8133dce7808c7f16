/**
 * The day of the last contact that was made, kept in the list: a salesperson's day and a manager's six o'clock are then read from the
 * list's own index and not gathered from every follow-up of every open lead.
 */
export const lastContact = `
ALTER TABLE lead_list ADD COLUMN last_done_on TEXT;
UPDATE lead_list SET last_done_on = (SELECT max(f.done_on) FROM follow_ups f WHERE f.lead_id = lead_list.lead_id);
DROP INDEX lead_list_owner;
CREATE INDEX lead_list_owner ON lead_list(owner_id, status, due_on, last_done_on);
ANALYZE lead_list;
`
