import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { OpenDrafts } from '../../components/drafts/OpenDrafts.tsx'
import { FirstSteps } from '../../components/first-steps/FirstSteps.tsx'
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
      <OpenDrafts />
      <Loaded read={team}>
        {(day) => (
          <div className="td-team">
            <WhereToBegin day={day} />
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

/** On the first day only: as long as nobody has a lead and nobody came. */
function WhereToBegin({ day }: { readonly day: OutputOf<'followUps.teamDay'> }) {
  const { today } = useSession()
  const isIdle = day.people.every(({ openLeads, doneToday }) => openLeads + doneToday === 0)
  const mayBeNew = isIdle && day.unassigned.length === 0 && day.withoutContact.length === 0
  const visits = useRead('visits.day', { date: today }, { enabled: mayBeNew })
  return mayBeNew && visits.data?.visits.length === 0 ? <FirstSteps /> : null
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
