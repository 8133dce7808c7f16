import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../shared/contract/setup.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'

/** Who works here as a file: no PIN, no password, not even whether there is one. */
export function PeopleExport({ people }: { readonly people: readonly StaffRow[] }) {
  const { t } = useTranslation()
  const fields: readonly Field<StaffRow>[] = [
    { header: t('setup.people.name'), kind: 'text', of: ({ name }) => name },
    { header: t('setup.people.role'), kind: 'text', of: ({ role }) => t(`codes.role.${role}`) },
    { header: t('setup.people.capacity'), kind: 'count', of: ({ dailyCapacity }) => dailyCapacity },
    {
      header: t('setup.people.status'),
      kind: 'text',
      of: ({ active }) => t(active ? 'setup.people.active' : 'setup.people.inactive'),
    },
  ]
  const title = t('exports.title.people')
  return (
    <TableExport
      about="settings.people"
      title={title}
      tables={[{ name: title, sheet: () => tabulate(title, fields, people) }]}
      isEmpty={people.length === 0}
    />
  )
}
