import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { LossRequestsCard } from './LossRequestsCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { TeamDayExport } from './TeamDayExport.tsx'
import { UnassignedCard } from './UnassignedCard.tsx'
import { WithoutContactCard } from './WithoutContactCard.tsx'

/** The manager's six o'clock: was the day worked, and what has nobody taken up. */
export function TeamDayPage() {
  const { t } = useTranslation()
  const format = useFormats()
  const { today } = useSession()
  const team = useRead('followUps.teamDay', {}, { everyMs: 60_000 })
  return (
    <Page>
      <PageHeader
        title={t('today.team.title')}
        note={format.weekdayFullDate(today)}
        actions={team.data === undefined ? undefined : <TeamDayExport day={team.data} />}
      />
      <Loaded read={team}>
        {(day) => (
          <div className="td-team">
            <PeopleCard people={day.people} />
            <div className="td-pair">
              <div className="td-team">
                <UnassignedCard leads={day.unassigned} />
                <WithoutContactCard visits={day.withoutContact} />
              </div>
              <div className="td-team">
                <LossRequestsCard requests={day.lossRequests} />
                <ReviewCard day={day} />
              </div>
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function ReviewCard({ day }: { readonly day: OutputOf<'followUps.teamDay'> }) {
  const { t } = useTranslation()
  return (
    <section className="fl-card" aria-labelledby="td-review">
      <div className="fl-card-head">
        <h2 id="td-review">{t('today.team.review')}</h2>
        <Link to="/review">{t('today.team.reviewOpen')}</Link>
      </div>
      {day.toReview === 0
        ? t('today.team.reviewNone')
        : t('today.team.reviewCount', { count: day.toReview, suspect: day.suspect })}
    </section>
  )
}
