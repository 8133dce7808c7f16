import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/use-formats.ts'

export type Bar = { readonly key: string; readonly name: ReactNode; readonly count: number; readonly link: ReactNode }

/** Counts as bars, the longest first, each with its share of them all. */
export function ReasonBars({ bars }: { readonly bars: readonly Bar[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const sorted = [...bars].sort((a, b) => b.count - a.count)
  const [longest, total] = [sorted[0]?.count ?? 0, bars.reduce((sum, { count }) => sum + count, 0)]
  if (total === 0) return <p className="np-muted">{t('common.none')}</p>
  return (
    <table className="bd-table bd-bars">
      <tbody>
        {sorted.map(({ key, name, count, link }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="bd-right">{link}</td>
            <td className="bd-right np-muted np-num">{format.ratio(count / total, 0)}</td>
            <td className="bd-bar-cell">
              <div className="bd-bar" style={{ width: `${(count / longest) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
