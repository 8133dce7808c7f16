import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureName, type NamedFigure } from './FigureName.tsx'

export type FigureEntry = readonly [figure: NamedFigure, value: ReactNode]

/** Every figure of a control point with its value and what it means. */
export function FigureList({ entries }: { readonly entries: readonly FigureEntry[] }) {
  const { t } = useTranslation()
  return (
    <table className="bd-table">
      <thead>
        <tr>
          <th>{t('board.column.figure')}</th>
          <th className="bd-right">{t('board.column.value')}</th>
          <th>{t('board.column.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(([figure, value]) => (
          <tr key={figure}>
            <td className="bd-nowrap">
              <FigureName of={figure} />
            </td>
            <td className="bd-right bd-nowrap">{value}</td>
            <td className="np-muted">{t(`figures.${figure}.about`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
