/** Every lead is found by other words now: parts of a contact are marked as such (db/search/search-words.ts). */
export const searchWords = `
INSERT INTO stale_leads SELECT id, 1 FROM leads WHERE true ON CONFLICT (lead_id) DO UPDATE SET words = 1;
`
