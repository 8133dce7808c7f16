import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { firstDayOf, lastDayOf, type Month, monthsTouching } from '../../../shared/values/business-date.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useBoardPeriod } from '../../stores/board-period.ts'
import { useImportState } from './use-import-state.ts'

/** A register seldom covers more; of a longer one the latest months are worth a look first. */
const MONTHS_SHOWN = 3

/** The last step: it is in, and this is where it shows. */
export function ImportDone({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  const navigate = useNavigate()
  const chooseDays = useBoardPeriod((period) => period.chooseDays)
  const [, go] = useImportState()
  const months = plan.from === null || plan.to === null ? [] : monthsTouching(plan.from, plan.to).slice(-MONTHS_SHOWN)
  const out = Object.values(plan.leftOut).reduce((sum, count) => sum + count, 0)

  const openBoard = (month: Month) => {
    chooseDays(firstDayOf(month), lastDayOf(month))
    void navigate('/board')
  }

  return (
    <section className="im-card">
      <Result
        status="success"
        title={t('imports.done.title', { count: plan.visits })}
        subTitle={t('imports.done.text', { leads: plan.newLeads, out })}
        extra={[
          ...months.map((month, index) => (
            <Button key={month} type={index === 0 ? 'primary' : 'default'} onClick={() => openBoard(month)}>
              {t('imports.done.board', { month: format.month(month) })}
            </Button>
          )),
          <Button key="leads" onClick={() => void navigate('/leads')}>
            {t('imports.done.leads')}
          </Button>,
          <Button key="more" onClick={() => go({ step: 'file' })}>
            {t('imports.done.more')}
          </Button>,
        ]}
      />
    </section>
  )
}
