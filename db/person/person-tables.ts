/**
 * What becomes of a column when the person it speaks of is erased.
 *
 * `id`      leads to nobody once the rest is gone
 * `fact`    a day, an amount or a coded word that figures count: stays, so that they stay
 * `text`    goes
 * `mark`    goes, but what stands there may not be empty: a rule of the schema, or a figure that asks whether there is something
 * `shared`  goes unless it is one of the program's own words, or others' records say the same: then it is a category
 * `note`    goes; what figures compare of it, length and sameness, stays (erased-notes.ts)
 * `derived` made anew from the rest
 */
export type ColumnFate = 'id' | 'fact' | 'text' | 'mark' | 'shared' | 'note' | 'derived'

/** A table that speaks of customers; `rows` is the SQL condition of those of one, @customerId. */
export type PersonTable = {
  readonly rows: string
  readonly columns: Readonly<Record<string, ColumnFate>>
}

const OF_LEADS = 'lead_id IN (SELECT id FROM leads WHERE customer_id = @customerId)'
const LIST_ROWS =
  'n IN (SELECT r.n FROM lead_list r JOIN leads l ON l.id = r.lead_id WHERE l.customer_id = @customerId)'

function fates(by: Readonly<Partial<Record<ColumnFate, string>>>): Readonly<Record<string, ColumnFate>> {
  return Object.fromEntries(
    Object.entries(by).flatMap(([fate, names]) => names.split(' ').map((name) => [name, fate as ColumnFate])),
  )
}

/**
 * Every table with rows of single customers, and what becomes of each column: exported when somebody asks for what is known of them,
 * forgotten when they ask for that. test/rails/p02 holds it against the schema, so that none is overlooked.
 */
export const PERSON_TABLES: Readonly<Record<string, PersonTable>> = {
  customers: {
    rows: 'id = @customerId',
    // Whether there is a number decides whether a call is believed (interchange.md, followUpAudit, rule e).
    columns: fates({
      id: 'id batch_id',
      fact: 'created_at',
      mark: 'name phone',
      text: 'phone_key wechat gender city note',
    }),
  },
  leads: {
    rows: 'customer_id = @customerId',
    columns: fates({
      id: 'id customer_id channel_id batch_id',
      fact: 'created_at created_on horizon_months expected_on selection_started wants_new_car content_with_current stage version',
      text: 'model budget waiting_for competitor decider number',
    }),
  },
  lead_events: {
    rows: OF_LEADS,
    columns: fates({ id: 'id lead_id by_id batch_id', fact: 'seq at kind value', shared: 'reason' }),
  },
  lead_history: {
    rows: OF_LEADS,
    columns: fates({
      id: 'lead_id event_id owner_id by_id',
      fact: 'n at on_date until_on kind from_bucket to_bucket grade status origin won_grade won_on first_assigned_at',
      derived: 'reason',
    }),
  },
  visits: {
    rows: OF_LEADS,
    columns: fates({
      id: 'id channel_id received_by lead_id voided_by batch_id',
      fact: 'arrived_at arrived_on logged_at kind purpose first_visit party_size voided_at',
      text: 'not_captured_reason note',
      mark: 'void_reason',
    }),
  },
  follow_ups: {
    rows: OF_LEADS,
    columns: fates({
      id: 'id lead_id staff_id reviewed_by batch_id script_id',
      fact: 'due_on first_due_on counts_on done_at done_on logged_at recorded_at method outcome review reviewed_at reviewed_on',
      note: 'note note_key',
      text: 'review_note',
    }),
  },
  deals: {
    rows: OF_LEADS,
    columns: fates({
      id: 'id lead_id staff_id batch_id',
      fact: 'ordered_on delivered_on cancelled_on price_fen gross_profit_fen',
      shared: 'model',
      text: 'number',
    }),
  },
  loss_requests: {
    rows: OF_LEADS,
    columns: fates({
      id: 'id lead_id requested_by decided_by',
      fact: 'requested_at decided_at decision',
      shared: 'reason',
      text: 'competitor note',
    }),
  },
  lead_list: {
    rows: OF_LEADS,
    columns: fates({
      id: 'n lead_id owner_id channel_id batch_id',
      fact: 'created_at created_on bucket status stage due_on last_done_on touched_on',
      derived: 'model name_key',
    }),
  },
  lead_words: { rows: LIST_ROWS, columns: fates({ id: 'n', derived: 'words' }) },
}

/** What is found by the words it holds and not by an id (person-traces.ts): rows of these may speak of anybody. */
export const TRACED_TABLES: Readonly<Record<string, string>> = {
  drafts: 'begun and not saved; goes whole when it is about the person, or names what only they have',
  lead_views: 'a saved look at the list may look for a name or a number; goes whole',
  import_batches: 'the name of the file that brought them may be theirs',
}

/** Derived copies that are not read by row: the index over lead_words, and what SQLite samples of indexes to plan queries. */
export const DERIVED_TABLES: Readonly<Record<string, string>> = {
  lead_search: 'the index over lead_words; what is deleted from it is deleted from its pages (secure-delete)',
  lead_search_data: 'of that index',
  lead_search_idx: 'of that index',
  lead_search_config: 'of that index',
  sqlite_stat4: 'samples of indexed values, names and numbers among them: emptied, and made anew by the next analysis',
}
