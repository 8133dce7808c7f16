import { useTranslation } from 'react-i18next'
import type { LeverBase } from '../../../shared/domain/levers/lever-base.ts'
import { type Levers, leversOf, simulate } from '../../../shared/domain/levers/simulate.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

type Props = {
  readonly base: LeverBase
  readonly levers: Levers
  readonly target: number | null
  /** Contacts a day of everybody who sells; 0 when nobody has one. */
  readonly capacity: number
}

/** What the levers give: deals against now and the target, the work it takes, and which grade brings them. */
export function SimulatedDeals({ base, levers, target, capacity }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = simulate(base, leversOf(base))
  const then = simulate(base, levers)
  const more = then.won - now.won
  return (
    <section className="bd-section" aria-labelledby="lv-deals">
      <div className="bd-section-head">
        <h2 id="lv-deals">{t('levers.deals')}</h2>
      </div>
      <p className="lv-deals" aria-live="polite">
        <strong className="np-num">{format.decimal(then.won)}</strong>
        <span>
          {t('levers.against', { now: format.decimal(now.won) })}
          {Math.abs(more) >= 0.05 && (
            <b className="np-num">
              {more > 0 ? ' +' : ' −'}
              {format.decimal(Math.abs(more))}
            </b>
          )}
        </span>
        <span className="np-muted">
          {target === null
            ? t('levers.noTarget')
            : then.won >= target - 1e-9
              ? t('levers.reached', { target: format.decimal(target) })
              : t('levers.short', { target: format.decimal(target), gap: format.decimal(target - then.won) })}
        </span>
      </p>
      <Work base={base} worked={then.worked} workedNow={now.worked} capacity={capacity} />
      <table className="bd-table">
        <thead>
          <tr>
            <th>{t('levers.column.grade')}</th>
            <th className="bd-right">{t('levers.column.captured')}</th>
            <th className="bd-right">{t('levers.column.worked')}</th>
            <th className="bd-right">{t('levers.column.C')}</th>
            <th className="bd-right">{t('levers.column.won')}</th>
            <th className="bd-right">{t('levers.column.now')}</th>
          </tr>
        </thead>
        <tbody>
          {then.grades.map(({ bucket, captured, worked, won }, i) => (
            <tr key={bucket}>
              <td>
                <GradeTag bucket={bucket} />
              </td>
              <td className="bd-right np-num">{format.decimal(captured)}</td>
              <td className="bd-right np-num">{format.decimal(worked)}</td>
              <td className="bd-right np-num">
                {base.grades[i]?.C === null
                  ? t('levers.unknownRate')
                  : format.ratio(worked === 0 ? null : won / worked)}
              </td>
              <td className="bd-right np-num">{format.decimal(won)}</td>
              <td className="bd-right np-num np-muted">{format.decimal(now.grades[i]?.won ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type WorkProps = Pick<Props, 'base' | 'capacity'> & { readonly worked: number; readonly workedNow: number }

/** More people followed up are more contacts a day, at as many contacts each as now. */
function Work({ base, worked, workedNow, capacity }: WorkProps) {
  const { t } = useTranslation()
  const format = useFormats()
  if (base.contactsPerDay === null) return null
  const contacts = base.contactsPerDay * (worked / workedNow)
  const values = { contacts: format.decimal(contacts), now: format.decimal(base.contactsPerDay) }
  return (
    <p className="lv-work">
      {t('levers.work', values)}{' '}
      {capacity === 0 ? (
        <span className="np-muted">{t('levers.noCapacity')}</span>
      ) : (
        <b>
          {contacts <= capacity
            ? t('levers.fits', { capacity: format.count(capacity) })
            : t('levers.tooMuch', { capacity: format.count(capacity) })}
        </b>
      )}
    </p>
  )
}
