import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { OpenDrafts } from '../../components/drafts/OpenDrafts.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../components/ui/GoButton.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

/** The front desk: who came today, who is here to receive them. */
export function ReceptionDayPage() {
  const { t } = useTranslation()
  const format = useFormats()
  const navigate = useNavigate()
  const { today, people } = useSession()
  const day = useRead('visits.day', { date: today }, { everyMs: 60_000 })
  return (
    <Page>
      <PageHeader
        title={t('today.reception.title')}
        note={format.weekdayFullDate(today)}
        actions={
          <Button type="primary" onClick={() => void navigate('/visits')}>
            {t('visits.log')}
          </Button>
        }
      />
      <OpenDrafts />
      <Loaded read={day}>
        {({ visits }) => (
          <div className="td-pair">
            <DayVisits visits={visits.filter(({ voidReason }) => voidReason === null)} />
            <section className="fl-card" aria-labelledby="td-shift">
              <h2 id="td-shift">{t('today.reception.onShift')}</h2>
              <ul className="td-rows">
                {people.map(({ id, name, role }) => (
                  <li key={id}>
                    <span className="td-row-text">
                      {name} <span className="np-muted">{t(`codes.role.${role}`)}</span>
                    </span>
                    <span className="np-muted">{t('today.reception.received', { count: receivedBy(id, visits) })}</span>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function receivedBy(staffId: string, visits: readonly VisitRow[]): number {
  return visits.filter((visit) => visit.receivedBy === staffId && visit.voidReason === null).length
}

function DayVisits({ visits }: { readonly visits: readonly VisitRow[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <section className="fl-card" aria-labelledby="td-visits">
      <div className="fl-card-head">
        <h2 id="td-visits">
          {t('today.reception.visits')} <span className="np-num">{visits.length}</span>
        </h2>
        <Link to="/visits">{t('today.reception.all')}</Link>
      </div>
      {visits.length === 0 && (
        <EmptyHint
          title={t('visits.list.empty')}
          hint={t('visits.list.emptyHint')}
          action={<GoButton to="/visits?open=visit">{t('visits.log')}</GoButton>}
        />
      )}
      <ul className="td-rows td-rows-all">
        {visits.map((visit) => (
          <li key={visit.id}>
            <span className="td-row-text">
              <span className="np-num">{format.clock(visit.arrivedAt)}</span>{' '}
              {visit.customerName ?? t('visits.list.anonymous')}{' '}
              {visit.phone !== null && (
                <span className="np-muted">
                  <PhoneText value={visit.phone} />
                </span>
              )}
            </span>
            <span className="np-muted">{visit.receivedByName ?? t('visits.form.receivedByNone')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
