import { type DraftContent, draftable } from '../../shared/values/draft-content.ts'

const KEY = 'ninepoint.setup-draft'

/** The set-up as far as it was filled in; passwords and PINs are never kept and have to be typed anew. */
export type SetupDraft = { readonly step: string; readonly values: DraftContent }

/** There is no store yet to keep it in: this window's memory outlives a reload or a crash of the page, and nothing more. */
export function keepSetup(step: string, values: object): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ step, values: draftable(values) }))
  } catch {
    // A full or forbidden storage costs only what a reload would have brought back.
  }
}

export function dropSetup(): void {
  sessionStorage.removeItem(KEY)
}

/** Null when nothing was filled in. */
export function readSetup(): SetupDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { step?: unknown; values?: unknown } | null
    if (kept === null || typeof kept.values !== 'object' || kept.values === null) return null
    return { step: String(kept.step), values: draftable(kept.values) }
  } catch {
    return null
  }
}
