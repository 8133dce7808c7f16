import { useTranslation } from 'react-i18next'
import { GRADES } from '../../../../shared/values/grade.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName } from '../blocks/FigureName.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Decimal, Percent } from '../blocks/Numbers.tsx'
import type { PointData } from '../point-data.ts'

/** sum over grades of closing x yield, over what the target still wants: written out grade by grade. */
export function StockCoverage({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { customerTypes: figures, targetProgress } = data.report
  const why = targetProgress.remaining === null ? 'noTarget' : 'targetReached'
  return (
    <>
      <table className="bd-table bd-narrow">
        <thead>
          <tr>
            <th>{t('board.column.grade')}</th>
            <th className="bd-right">
              <FigureName of="customerTypes.closing" />
            </th>
            <th className="bd-right">
              {t('board.formulas.times')} <FigureName of="customerTypes.yield" />
            </th>
            <th className="bd-right">
              {t('board.formulas.equals')} {t('board.column.expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => (
            <tr key={grade}>
              <td>
                <GradeTag bucket={grade} />
              </td>
              <td className="bd-right">
                <CountLink figure="customerTypes.closing" param={grade} value={figures.closing[grade]} />
              </td>
              <td className="bd-right">
                <Percent value={figures.yield[grade]} why="noneOfGrade" />
              </td>
              <td className="bd-right">
                <Decimal value={figures.closing[grade] * (figures.yield[grade] ?? 0)} places={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Formula
        of="customerTypes.stockCoverage"
        part={{ of: 'customerTypes.stockValue', value: <Decimal value={figures.stockValue} places={2} /> }}
        whole={{
          of: 'targetProgress.remaining',
          value: <Decimal value={targetProgress.remaining} places={2} why="noTarget" />,
        }}
        result={<Percent value={figures.stockCoverage} places={0} why={why} />}
      />
    </>
  )
}
