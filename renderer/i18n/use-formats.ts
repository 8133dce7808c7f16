import { useMemo } from 'react'
import { useStatus } from '../api/session.ts'
import { usePreferences } from '../stores/preferences.ts'
import { type Formats, formatsFor } from './formats.ts'

/** `const format = useFormats()`; then format.money(fen), format.ratio(x), format.date(day), format.clock(instant). */
export function useFormats(): Formats {
  const language = usePreferences((state) => state.language)
  const timeZone = useStatus().data?.timeZone ?? 'UTC'
  return useMemo(() => formatsFor(language, timeZone), [language, timeZone])
}
