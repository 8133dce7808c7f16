/** Shorter ones can be tried out by whoever finds the file: nothing makes them wait there. */
export const PACK_PASSWORD_LENGTH = 10
const FEWEST_DIFFERENT = 5
/** Ten digits are a phone number. */
const DIGITS_ONLY_LENGTH = 16

/** Whether a password is worth anything for a file that leaves the house. */
export function isGoodPackPassword(password: string): boolean {
  const typed = password.normalize('NFKC')
  if (typed.length < PACK_PASSWORD_LENGTH || new Set(typed).size < FEWEST_DIFFERENT) return false
  return !/^\d+$/.test(typed) || typed.length >= DIGITS_ONLY_LENGTH
}
