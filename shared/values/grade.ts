/** The four slots every scheme labels (domain.md 3). */
export const GRADES = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof GRADES)[number]

/** The buckets an open lead can stand in: a grade, or not yet graded. */
export const OPEN_BUCKETS = ['ungraded', ...GRADES] as const
export type OpenBucket = (typeof OPEN_BUCKETS)[number]

/** Where a lead can stand (interchange.md, "A lead's history"); `none` is before its creation. */
export const BUCKETS = ['none', ...OPEN_BUCKETS, 'dormant', 'won', 'lost'] as const
export type Bucket = (typeof BUCKETS)[number]

export const LEAD_STATUSES = ['open', 'dormant', 'won', 'lost'] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

export const STAGES = ['attention', 'interest', 'desire', 'comparison', 'decision'] as const
export type Stage = (typeof STAGES)[number]
