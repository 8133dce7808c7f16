/**
 * What people have begun to write and not saved yet, so that it comes back after a crash, a power cut or a switch of person. In the
 * store and not in the browser: whatever is said about customers lies in one file, backed up and erased with it.
 *
 * content is JSON whose form only the page knows; of one person, form and subject (a lead, a visit, a month) the last one counts.
 */
export const drafts = `
CREATE TABLE drafts (
  staff_id TEXT NOT NULL REFERENCES staff(id),
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  saved_at INTEGER NOT NULL,
  -- By the page that sent it: two on their way at once may arrive in either order.
  typed_at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, form, subject)
) STRICT;
`
