import { useTranslation } from 'react-i18next'
import { workload } from '../../../../shared/domain/screening/workload.ts'
import type { Grade } from '../../../../shared/values/grade.ts'
import { useRead } from '../../../api/use-read.ts'
import { useCadence } from '../../../components/floor/use-cadence.ts'
import { useFormats } from '../../../i18n/use-formats.ts'

type Stock = Readonly<Record<Grade, number>>

/** Contacts owed a day by the stock as it is and as it would be, against what the team can do. */
export function WorkloadChange({ before, after }: { readonly before: Stock; readonly after: Stock }) {
  const { t } = useTranslation()
  const format = useFormats()
  const cadence = useCadence()
  const capacity = useRead('rules.stock', {}).data?.dailyCapacity ?? null
  if (cadence === null) return null
  const then = workload(after, cadence.cadenceDays)
  const texts = { before: format.decimal(workload(before, cadence.cadenceDays)), after: format.decimal(then) }
  const isOver = capacity !== null && then > capacity
  return (
    <dl>
      <dt>{t('rules.preview.workload')}</dt>
      <dd className="np-num">
        {texts.before === texts.after
          ? t('rules.preview.same', { before: texts.before })
          : t('rules.preview.change', texts)}{' '}
        {capacity !== null && (
          <span className={isOver ? 'rules-over' : 'np-muted'}>
            {t(isOver ? 'rules.preview.over' : 'rules.preview.capacity', { capacity })}
          </span>
        )}
      </dd>
    </dl>
  )
}
