import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { progressOf } from './day-view.ts'

export function DayProgress({ day }: { readonly day: OutputOf<'followUps.today'> }) {
  const { t } = useTranslation()
  const { done, remaining, share } = progressOf(day)
  return (
    <span className="td-progress">
      <span data-testid="done-today">{t('today.done', { count: done })}</span>
      {remaining + day.dueDone > 0 && (
        <span style={{ width: '8.75rem' }}>
          <Progress
            percent={Math.round(share * 100)}
            showInfo={false}
            size="small"
            strokeColor="var(--np-primary)"
            aria-label={t('today.progress')}
          />
        </span>
      )}
      <span data-testid="remaining-today">{t('today.remaining', { count: remaining })}</span>
    </span>
  )
}
