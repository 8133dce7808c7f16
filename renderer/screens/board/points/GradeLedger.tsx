import { useTranslation } from 'react-i18next'
import type { CustomerTypes } from '../../../../shared/domain/control-points/customer-types.ts'
import { BUCKETS, type Bucket, OPEN_BUCKETS, type OpenBucket } from '../../../../shared/values/grade.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName } from '../blocks/FigureName.tsx'

/** Opening + moves in - moves out = closing, per grade, with where they came from and went to (domain.md 4, flows). */
export function GradeLedger({ figures }: { readonly figures: CustomerTypes }) {
  const { t } = useTranslation()
  return (
    <section className="bd-scroll" aria-label={t('board.section.ledger')} tabIndex={0}>
      <table className="bd-table">
        <thead>
          <tr>
            <th>{t('board.column.grade')}</th>
            <th className="bd-right">
              <FigureName of="customerTypes.opening" />
            </th>
            <th colSpan={2}>
              {t('board.formulas.plus')} <FigureName of="customerTypes.movesIn" />
            </th>
            <th colSpan={2}>
              {t('board.formulas.minus')} <FigureName of="customerTypes.movesOut" />
            </th>
            <th className="bd-right bd-nowrap">
              {t('board.formulas.equals')} <FigureName of="customerTypes.closing" />
            </th>
          </tr>
        </thead>
        <tbody>
          {OPEN_BUCKETS.map((bucket) => (
            <LedgerRow key={bucket} bucket={bucket} figures={figures} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LedgerRow({ bucket, figures }: { readonly bucket: OpenBucket; readonly figures: CustomerTypes }) {
  const { opening, closing, movesIn, movesOut } = figures
  const [entered, left] = [movesIn[bucket] ?? 0, movesOut[bucket] ?? 0]
  return (
    <tr>
      <td>
        <GradeTag bucket={bucket} />
      </td>
      <td className="bd-right">
        <CountLink figure="customerTypes.opening" param={bucket} value={opening[bucket]} />
      </td>
      <td className="bd-right">
        <strong>
          <CountLink figure="customerTypes.movesIn" param={bucket} value={entered} />
        </strong>
      </td>
      <td>
        <Parts moves={figures.moves} bucket={bucket} side="in" />
      </td>
      <td className="bd-right">
        <strong>
          <CountLink figure="customerTypes.movesOut" param={bucket} value={left} />
        </strong>
      </td>
      <td>
        <Parts moves={figures.moves} bucket={bucket} side="out" />
      </td>
      <td className="bd-right bd-nowrap">
        <strong>
          <CountLink figure="customerTypes.closing" param={bucket} value={closing[bucket]} />
        </strong>
        <Balance off={closing[bucket] - (opening[bucket] + entered - left)} />
      </td>
    </tr>
  )
}

/** A check where the row adds up; the difference, which must never be seen, where it does not. */
function Balance({ off }: { readonly off: number }) {
  const { t } = useTranslation()
  if (off !== 0) return <span className="bd-loss"> {t('charts.customerTypes.unbalanced', { count: off })}</span>
  return (
    <span className="bd-balances" role="img" title={t('board.balances')} aria-label={t('board.balances')}>
      {' '}
      ✓
    </span>
  )
}

type PartsProps = {
  readonly moves: CustomerTypes['moves']
  readonly bucket: OpenBucket
  readonly side: 'in' | 'out'
}

/** The single moves a sum is made of: from where, or to where. */
function Parts({ moves, bucket, side }: PartsProps) {
  const { t } = useTranslation()
  const grades = useGradeLabels()
  const nameOf = (other: Bucket) =>
    other === 'none' ? t('board.created') : (grades[other] ?? t(`codes.bucket.${other}`))
  const parts = BUCKETS.map((other) => ({ other, key: side === 'in' ? `${other}>${bucket}` : `${bucket}>${other}` }))
  return (
    <span className="bd-parts">
      {parts
        .filter(({ key }) => (moves[key] ?? 0) > 0)
        .map(({ other, key }) => (
          <span key={key} className="bd-part">
            {side === 'out' && '→ '}
            {nameOf(other)}
            {side === 'in' && ' →'} <CountLink figure="customerTypes.moves" param={key} value={moves[key] ?? 0} />
          </span>
        ))}
    </span>
  )
}
