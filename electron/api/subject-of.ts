const SUBJECTS = ['leadId', 'visitId', 'dealId', 'followUpId', 'requestId', 'batchId', 'staffId', 'month', 'date', 'id']

/** The id that an input or an answer is about, for the audit trail; null where it names none, or several. */
export function subjectOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const named = value as Readonly<Record<string, unknown>>
  for (const field of SUBJECTS) {
    const subject = named[field]
    if (typeof subject === 'string') return subject
  }
  const [only, ...more] = Array.isArray(named['leadIds']) ? (named['leadIds'] as readonly unknown[]) : []
  return typeof only === 'string' && more.length === 0 ? only : null
}
