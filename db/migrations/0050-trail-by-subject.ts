/** Whether anybody has worked on what an import brought is asked of the trail for every import (db/repositories/import-undo.ts). */
export const trailBySubject = `
CREATE INDEX audit_trail_by_subject ON audit_trail(subject, seq) WHERE subject IS NOT NULL;
`
