import { Button, Result } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { OWNER } from '../../../shared/contract/operation.ts'
import { firstDayOf, lastDayOf, type Month, monthsTouching } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useBoardPeriod } from '../../stores/board-period.ts'
import { leadsOfBatch, leftOutCount, mainCount } from './plan-view.ts'
import { useImportState } from './use-import-state.ts'

/** A register seldom covers more; of a longer one the latest months are worth a look first. */
const MONTHS_SHOWN = 3

/** The last step: it is in, and this is where it shows. */
export function ImportDone({ plan, batchId }: { readonly plan: ImportPlan; readonly batchId: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const navigate = useNavigate()
  const { can } = useSession()
  const chooseDays = useBoardPeriod((period) => period.chooseDays)
  const [, go] = useImportState()
  const months = plan.from === null || plan.to === null ? [] : monthsTouching(plan.from, plan.to).slice(-MONTHS_SHOWN)
  const counts = {
    customers: format.count(plan.newCustomers),
    leads: format.count(plan.newLeads),
    deals: format.count(plan.deals),
    out: format.count(leftOutCount(plan)),
  }

  const openBoard = (month: Month) => {
    chooseDays(firstDayOf(month), lastDayOf(month))
    void navigate('/board')
  }

  return (
    <section className="im-card im-done">
      <Result
        status="success"
        title={t(`imports.done.title.${plan.kind}`, { rows: format.count(mainCount(plan)) })}
        subTitle={
          <>
            {t('imports.done.text', counts)}
            {plan.newPeople.length > 0 && (
              <div>{t('imports.done.people', { rows: format.count(plan.newPeople.length) })}</div>
            )}
          </>
        }
        extra={[
          ...months.map((month, index) => (
            <Button key={month} type={index === 0 ? 'primary' : 'default'} onClick={() => openBoard(month)}>
              {t('imports.done.board', { month: format.month(month) })}
            </Button>
          )),
          <Button key="leads" onClick={() => void navigate(leadsOfBatch(batchId))}>
            {t('imports.done.leads')}
          </Button>,
          plan.newPeople.length > 0 && can(OWNER) ? (
            <Button key="people" onClick={() => void navigate('/settings/people')}>
              {t('imports.done.settings')}
            </Button>
          ) : null,
          <Button key="more" onClick={() => go({ step: 'file' })}>
            {t('imports.done.more')}
          </Button>,
        ]}
      />
    </section>
  )
}
