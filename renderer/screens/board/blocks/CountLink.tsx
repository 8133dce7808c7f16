import { useTranslation } from 'react-i18next'
import type { FigureKey } from '../../../../shared/domain/breakdowns.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Why } from '../why-unknown.ts'
import { useOpenRecords } from './records-context.ts'
import { Unknown } from './Unknown.tsx'

type Props = {
  readonly figure: FigureKey
  readonly value: number | null
  readonly param?: string
  /** Whose figure it is where that is not the page's own scope. */
  readonly staffId?: string | undefined
  readonly why?: Why
}

/** A count that opens the records behind it. Nothing to open behind a 0; what is not known is a dash and says why. */
export function CountLink({ figure, value, param, staffId, why }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const open = useOpenRecords()
  if (value === null) return <Unknown why={why} />
  const count = format.count(value)
  if (value === 0) return <span className="np-num np-muted">{count}</span>
  return (
    <button
      type="button"
      className="bd-count np-num"
      aria-label={t('board.open', { name: t(`figures.${figure}.name`), count })}
      onClick={() => open({ figure, param: param ?? null, staffId })}
    >
      {count}
    </button>
  )
}
