/** What a file may hold. More than any register, little enough to be looked through in seconds. */
export const MOST_ROWS = 200_000
export const MOST_COLUMNS = 1000
export const MOST_BYTES = 30 * 1024 * 1024
