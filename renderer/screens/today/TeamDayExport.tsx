import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import { useInstantCell } from '../../components/export/use-instant-cell.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'

type Day = OutputOf<'followUps.teamDay'>
type Fields<K extends keyof Day> = readonly Field<Day[K] extends readonly (infer Row)[] ? Row : never>[]

/** The team's day as a file: a sheet for each list on the page. */
export function TeamDayExport({ day }: { readonly day: Day }) {
  const { t } = useTranslation()
  const names = {
    people: t('today.team.people'),
    unassigned: t('today.team.unassigned'),
    withoutContact: t('today.team.withoutContact'),
    losses: t('today.team.losses'),
  }
  const fields = {
    people: usePeople(),
    unassigned: useUnassigned(),
    withoutContact: useWithoutContact(),
    losses: useLosses(),
  }
  return (
    <TableExport
      about="today.team"
      title={t('exports.title.team')}
      tables={[
        { name: names.people, sheet: () => tabulate(names.people, fields.people, day.people) },
        { name: names.unassigned, sheet: () => tabulate(names.unassigned, fields.unassigned, day.unassigned) },
        {
          name: names.withoutContact,
          sheet: () => tabulate(names.withoutContact, fields.withoutContact, day.withoutContact),
        },
        { name: names.losses, sheet: () => tabulate(names.losses, fields.losses, day.lossRequests) },
      ]}
      isEmpty={[day.people, day.unassigned, day.withoutContact, day.lossRequests].every(({ length }) => length === 0)}
    />
  )
}

function usePeople(): Fields<'people'> {
  const { t } = useTranslation()
  const word = useCodeWord()
  return [
    { header: t('today.team.person'), kind: 'text', of: ({ name }) => name },
    { header: t('setup.people.role'), kind: 'text', of: ({ role }) => word('role', role) },
    { header: t('exports.today.due'), kind: 'count', of: ({ due }) => due },
    { header: t('exports.today.dueDone'), kind: 'count', of: ({ dueDone }) => dueDone },
    { header: t('today.team.done'), kind: 'count', of: ({ doneToday }) => doneToday },
    { header: t('today.team.overdue'), kind: 'count', of: ({ overdue }) => overdue },
    { header: t('today.team.untouched'), kind: 'count', of: ({ untouched }) => untouched },
    { header: t('today.team.openLeads'), kind: 'count', of: ({ openLeads }) => openLeads },
    { header: t('setup.people.capacity'), kind: 'count', of: ({ dailyCapacity }) => dailyCapacity },
  ]
}

function useUnassigned(): Fields<'unassigned'> {
  const { t } = useTranslation()
  const moment = useInstantCell()
  return [
    { header: t('exports.column.leads.name'), kind: 'text', of: ({ customerName }) => customerName },
    { header: t('exports.column.leads.model'), kind: 'text', of: ({ model }) => model },
    { header: t('exports.column.leads.channel'), kind: 'text', of: ({ channelName }) => channelName },
    { header: t('exports.today.createdAt'), kind: 'dateTime', of: ({ createdAt }) => moment(createdAt) },
    { header: t('exports.today.waiting'), kind: 'count', of: ({ waitingMinutes }) => waitingMinutes },
  ]
}

function useWithoutContact(): Fields<'withoutContact'> {
  const { t } = useTranslation()
  const word = useCodeWord()
  const moment = useInstantCell()
  return [
    { header: t('exports.column.visits.time'), kind: 'dateTime', of: ({ arrivedAt }) => moment(arrivedAt) },
    { header: t('exports.column.visits.partySize'), kind: 'count', of: ({ partySize }) => partySize },
    { header: t('exports.column.visits.channel'), kind: 'text', of: ({ channelName }) => channelName },
    { header: t('exports.column.visits.receivedBy'), kind: 'text', of: ({ receivedByName }) => receivedByName },
    {
      header: t('exports.column.visits.notCaptured'),
      kind: 'text',
      of: ({ notCapturedReason }) => (notCapturedReason === null ? null : word('notCaptured', notCapturedReason)),
    },
    { header: t('exports.column.visits.note'), kind: 'text', of: ({ note }) => note },
  ]
}

function useLosses(): Fields<'lossRequests'> {
  const { t } = useTranslation()
  const word = useCodeWord()
  const moment = useInstantCell()
  return [
    { header: t('exports.column.leads.name'), kind: 'text', of: ({ customerName }) => customerName },
    { header: t('exports.today.requestedAt'), kind: 'dateTime', of: ({ requestedAt }) => moment(requestedAt) },
    { header: t('exports.today.requestedBy'), kind: 'text', of: ({ requestedByName }) => requestedByName },
    { header: t('exports.column.leads.lossReason'), kind: 'text', of: ({ reason }) => word('lossReason', reason) },
    { header: t('exports.column.leads.competitor'), kind: 'text', of: ({ competitor }) => competitor },
    { header: t('exports.column.leads.note'), kind: 'text', of: ({ note }) => note },
  ]
}
