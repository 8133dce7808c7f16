import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { Channel } from '../../../shared/contract/plan.ts'
import { type Field, type Sheet, tabulate } from '../../../shared/domain/export/sheet.ts'
import { firstDayOf, lastDayOf, type Month } from '../../../shared/values/business-date.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import type { DoorDay } from './door-month-view.ts'

type MonthProps = { readonly about: string; readonly title: string; readonly month: string; readonly sheet: Sheet }

function MonthExport({ about, title, month, sheet }: MonthProps) {
  const days = { from: firstDayOf(month as Month), to: lastDayOf(month as Month) }
  return (
    <TableExport
      about={about}
      title={title}
      period={days}
      tables={[{ name: title, sheet: () => sheet }]}
      isEmpty={sheet.rows.length === 0}
    />
  )
}

type Cost = Channel & { readonly costFen: number | null }

/** A month's sources and what each cost, as they stand on screen. */
export function CostExport({ month, rows }: { readonly month: string; readonly rows: readonly Cost[] }) {
  const { t } = useTranslation()
  const title = t('exports.title.channels')
  const fields: readonly Field<Cost>[] = [
    { header: t('setup.channelName'), kind: 'text', of: ({ name }) => name },
    { header: t('setup.channelGroup'), kind: 'text', of: ({ group }) => t(`codes.channelGroup.${group}`) },
    { header: t('exports.settings.cost'), kind: 'money', of: ({ costFen }) => costFen },
  ]
  return <MonthExport about="settings.channels" title={title} month={month} sheet={tabulate(title, fields, rows)} />
}

type Targets = OutputOf<'targets.get'>

/** A month's target: the store's first, then everyone's share. */
export function TargetExport({ month, targets }: { readonly month: string; readonly targets: Targets }) {
  const { t } = useTranslation()
  const title = t('exports.title.targets')
  const store = { staffId: '', name: t('exports.wholeStore'), deals: targets.deals }
  const fields: readonly Field<typeof store>[] = [
    { header: t('setup.targets.person'), kind: 'text', of: ({ name }) => name },
    { header: t('setup.targets.deals'), kind: 'count', of: ({ deals }) => deals },
  ]
  const isEmpty = targets.people.length === 0 && targets.deals === null
  const rows = isEmpty ? [] : [store, ...targets.people]
  return <MonthExport about="settings.targets" title={title} month={month} sheet={tabulate(title, fields, rows)} />
}

/** A month's days: counted at the door, logged. */
export function DoorExport({ month, days }: { readonly month: string; readonly days: readonly DoorDay[] }) {
  const { t } = useTranslation()
  const title = t('exports.title.doorCounts')
  const fields: readonly Field<DoorDay>[] = [
    { header: t('exports.column.records.date'), kind: 'date', of: ({ date }) => date },
    { header: t('exports.settings.counted'), kind: 'count', of: ({ counted }) => counted },
    { header: t('exports.settings.logged'), kind: 'count', of: ({ logged }) => logged },
  ]
  return <MonthExport about="settings.doorCounts" title={title} month={month} sheet={tabulate(title, fields, days)} />
}
