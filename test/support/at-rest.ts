/** For a desk that does nothing by itself: neither looks through its store nor makes backups while a test is at something else. */
export const AT_REST = { checkAfterMs: 2 ** 31 - 1, backupLookMs: 2 ** 31 - 1 } as const
