import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../shared/contract/operation.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { useSession } from '../../api/session.ts'

/** Whether the store has nothing yet that a figure could come from. */
export function isEmptyBoard({ visitorRecording, leadAllocation, followUpAudit, targetProgress }: Report): boolean {
  const counts = [visitorRecording.visits, leadAllocation.open, leadAllocation.created, followUpAudit.done]
  return counts.every((count) => count === 0) && targetProgress.actual === 0
}

/** What to enter first, so that the tiles come to life. */
export function FirstSteps() {
  const { t } = useTranslation()
  const { can } = useSession()
  return (
    <section className="bd-steps" aria-label={t('board.empty.title')}>
      <h2>{t('board.empty.title')}</h2>
      <ol>
        <li>
          {t('board.empty.visits')} <Link to="/visits">{t('board.empty.visitsAction')}</Link>
        </li>
        {can(MANAGERS) && (
          <li>
            {t('board.empty.imports')} <Link to="/import">{t('board.empty.importsAction')}</Link>
          </li>
        )}
        <li>
          {t('board.empty.leads')} <Link to="/leads">{t('board.empty.leadsAction')}</Link>
        </li>
        {can(MANAGERS) && (
          <li>
            {t('board.empty.settings')} <Link to="/settings">{t('board.empty.settingsAction')}</Link>
          </li>
        )}
      </ol>
    </section>
  )
}
