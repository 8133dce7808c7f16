/**
 * The number by which two spellings of one phone meet: 138-0013-8000, +86 138 0013 8000 and full-width digits are one
 * customer (domain.md 4, traps). Null when there are too few digits to be a phone.
 */
export function phoneKey(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  const national = digits.replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return national.length >= 5 ? national : null
}

/** What a colleague may see of a phone: `138****8000`. */
export function maskPhone(text: string): string {
  const key = phoneKey(text)
  if (key === null) return '****'
  return key.length >= 11 ? `${key.slice(0, 3)}****${key.slice(-4)}` : `****${key.slice(-2)}`
}

/** A mainland mobile number: 11 digits, the second 3 to 9. Anything else may be right (a land line, another country), but is asked about. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(phoneKey(text) ?? '')
}
