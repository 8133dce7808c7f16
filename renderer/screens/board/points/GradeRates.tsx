import { useTranslation } from 'react-i18next'
import type { CustomerTypes } from '../../../../shared/domain/control-points/customer-types.ts'
import { GRADES, OPEN_BUCKETS, type OpenBucket } from '../../../../shared/values/grade.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName, type NamedFigure } from '../blocks/FigureName.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { Unknown } from '../blocks/Unknown.tsx'

const COLUMNS: readonly NamedFigure[] = [
  'customerTypes.mix',
  'customerTypes.captureMix',
  'customerTypes.cohortByOrigin',
  'customerTypes.ownedByGrade',
  'customerTypes.workedByGrade',
  'customerTypes.wonByGrade',
  'customerTypes.closingRate',
  'customerTypes.yield',
  'customerTypes.salesByOrigin',
]

/** Mix, closing rate, yield and sales of every grade, with the counts they are made of. */
export function GradeRates({ figures }: { readonly figures: CustomerTypes }) {
  const { t } = useTranslation()
  return (
    <section className="bd-scroll" aria-label={t('board.section.rates')} tabIndex={0}>
      <table className="bd-table">
        <thead>
          <tr>
            <th>{t('board.column.grade')}</th>
            {COLUMNS.map((of) => (
              <th key={of} className="bd-right">
                <FigureName of={of} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OPEN_BUCKETS.map((bucket) => (
            <GradeRow key={bucket} bucket={bucket} figures={figures} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GradeRow({ bucket, figures }: { readonly bucket: OpenBucket; readonly figures: CustomerTypes }) {
  const owned = figures.ownedByGrade[bucket]
  const worked = figures.workedByGrade[bucket]
  const won = figures.wonByGrade[bucket]
  const isGrade = (GRADES as readonly string[]).includes(bucket)
  return (
    <tr>
      <td>
        <GradeTag bucket={bucket} />
      </td>
      <td className="bd-right">{isMixed(bucket) ? <Percent value={figures.mix[bucket]} /> : <Unknown />}</td>
      <td className="bd-right">{isMixed(bucket) ? <Percent value={figures.captureMix[bucket]} /> : <Unknown />}</td>
      <td className="bd-right">
        <CountLink figure="customerTypes.cohortByOrigin" param={bucket} value={figures.cohortByOrigin[bucket]} />
      </td>
      <td className="bd-right">
        <CountLink figure="customerTypes.ownedByGrade" param={bucket} value={owned} />
      </td>
      <td className="bd-right">
        <CountLink figure="customerTypes.workedByGrade" param={bucket} value={worked} />
      </td>
      <td className="bd-right">
        <CountLink figure="customerTypes.wonByGrade" param={bucket} value={won} />
      </td>
      <td className="bd-right">{isGrade ? <Rate hits={won} trials={worked} why="noneWorked" /> : <Unknown />}</td>
      <td className="bd-right">{isGrade ? <Rate hits={won} trials={owned} why="noneOfGrade" /> : <Unknown />}</td>
      <td className="bd-right">
        <CountLink figure="customerTypes.salesByOrigin" param={bucket} value={figures.salesByOrigin[bucket]} />
      </td>
    </tr>
  )
}

function isMixed(bucket: OpenBucket): bucket is 'A' | 'B' | 'C' {
  return bucket === 'A' || bucket === 'B' || bucket === 'C'
}
