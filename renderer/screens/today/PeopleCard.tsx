import { Progress, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonDay } from '../../../shared/contract/follow-ups.ts'
import { OWNER } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../components/ui/GoButton.tsx'
import { CountText } from '../../components/ui/Values.tsx'
import { dutyShare, isOverCapacity } from './day-view.ts'

/** Per person: what was due, what is done, what is left lying. */
export function PeopleCard({ people }: { readonly people: readonly PersonDay[] }) {
  const { t } = useTranslation()
  const isOwner = useSession().can(OWNER)
  const mostLeads = Math.max(1, ...people.map(({ openLeads }) => openLeads))
  const columns: TableColumnsType<PersonDay> = [
    {
      title: t('today.team.person'),
      render: (_, person) => (
        <Link
          to={`/today?staff=${encodeURIComponent(person.staffId)}`}
          aria-label={t('today.team.dayOf', { name: person.name })}
        >
          {person.name}
        </Link>
      ),
    },
    { title: t('today.team.capacity'), render: (_, person) => <Capacity person={person} /> },
    {
      title: t('today.team.done'),
      align: 'right',
      width: 80,
      render: (_, { doneToday }) => <CountText value={doneToday} />,
    },
    {
      title: t('today.team.progress'),
      width: 150,
      className: 'td-bar',
      render: (_, person) => <Duty person={person} />,
    },
    {
      title: t('today.team.overdue'),
      align: 'right',
      width: 80,
      render: (_, { overdue }) => <Alarm count={overdue} />,
    },
    {
      title: t('today.team.untouched'),
      align: 'right',
      width: 130,
      render: (_, { untouched }) => <Alarm count={untouched} />,
    },
    {
      title: t('today.team.openLeads'),
      width: 150,
      className: 'td-bar',
      render: (_, { openLeads }) => (
        <Progress
          percent={(openLeads / mostLeads) * 100}
          size="small"
          status="normal"
          strokeColor="var(--np-grade-b)"
          format={() => <CountText value={openLeads} />}
          aria-label={t('today.team.openLeads')}
        />
      ),
    },
  ]
  return (
    <section className="fl-card" aria-labelledby="td-people">
      <h2 id="td-people">{t('today.team.people')}</h2>
      {people.length === 0 ? (
        <EmptyHint
          title={t('today.team.noPeople')}
          hint={t(isOwner ? 'today.team.addPeopleHint' : 'today.team.noPeopleHint')}
          action={isOwner && <GoButton to="/settings/people">{t('setup.addPerson')}</GoButton>}
        />
      ) : (
        <Table<PersonDay>
          size="small"
          rowKey="staffId"
          aria-labelledby="td-people"
          columns={columns}
          dataSource={[...people]}
          pagination={false}
          scroll={{ x: 'max-content' }}
        />
      )}
    </section>
  )
}

function Capacity({ person }: { readonly person: PersonDay }) {
  const { t } = useTranslation()
  return (
    <span className="np-num">
      {person.due} / {person.dailyCapacity ?? '–'}{' '}
      {isOverCapacity(person) && <span className="fl-mark">{t('today.team.overCapacity')}</span>}
    </span>
  )
}

function Duty({ person }: { readonly person: PersonDay }) {
  const { t } = useTranslation()
  const share = dutyShare(person)
  if (share === null) return <span className="np-muted">–</span>
  const isDone = share === 1
  return (
    <Progress
      percent={Math.round(share * 100)}
      size="small"
      status="normal"
      strokeColor={isDone ? 'var(--np-light-green)' : 'var(--np-primary)'}
      format={(percent) => <span className="np-num">{percent}%</span>}
      aria-label={t('today.team.progress')}
    />
  )
}

function Alarm({ count }: { readonly count: number }) {
  return <span className={count > 0 ? 'np-num fl-red' : 'np-num np-muted'}>{count}</span>
}
