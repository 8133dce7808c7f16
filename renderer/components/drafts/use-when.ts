import { useSession } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** An instant in the words of a short remark: the time of day where it was today, the day with it before. */
export function useWhen(): (instant: number) => string {
  const format = useFormats()
  const { today } = useSession()
  return (instant) => (format.dayOf(instant) === today ? format.clock(instant) : format.dateTime(instant))
}
