import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../shared/contract/board.ts'
import { useSession } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { usePrinting } from '../../stores/printing.ts'

/** On paper only, where the inputs above the figures are not: of which days, as known when, whose. */
export function PrintScope({ scope, asOf }: { readonly scope: Scope; readonly asOf: string | undefined }) {
  const { t } = useTranslation()
  const { people } = useSession()
  const format = useFormats()
  const isPrinting = usePrinting(({ since }) => since !== null)
  if (!isPrinting) return null
  const person = people.find(({ id }) => id === scope.staffId)
  return (
    <p className="np-print-scope">
      {t('exports.printPeriod', {
        from: format.date(scope.from),
        to: format.date(scope.to),
        asOf: format.date(scope.asOf ?? asOf ?? null),
        who: person?.name ?? scope.staffId ?? t('exports.wholeStore'),
      })}
    </p>
  )
}
