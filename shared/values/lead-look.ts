// How the list of leads can be looked at; apart from the contract, so that the window need not load its schemas.
export const LEAD_DUES = ['overdue', 'today', 'week', 'none'] as const
export const LEAD_SORTS = ['due', 'created', 'name', 'grade', 'silence', 'owner'] as const
export const LEAD_COLUMNS = [
  'grade',
  'customer',
  'phone',
  'wechat',
  'model',
  'stage',
  'status',
  'owner',
  'channel',
  'created',
  'lastDone',
  'silence',
  'due',
] as const
export type LeadColumn = (typeof LEAD_COLUMNS)[number]
