import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import type { DayItem } from '../../../shared/contract/follow-ups.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { type SectionKey, sectionsOf } from './day-view.ts'

type Row = DayItem & { readonly section: SectionKey }

/** A person's list of contacts as a file, in the order it is worked. */
export function PersonDayExport({ day }: { readonly day: OutputOf<'followUps.today'> }) {
  const { t } = useTranslation()
  const grades = useGradeLabels()
  const rows = sectionsOf(day).flatMap(({ key, items }) => items.map((item): Row => ({ ...item, section: key })))
  const fields: readonly Field<Row>[] = [
    { header: t('exports.today.section'), kind: 'text', of: ({ section }) => t(`today.section.${section}`) },
    { header: t('exports.column.leads.name'), kind: 'text', of: ({ customerName }) => customerName },
    { header: t('exports.column.leads.phone'), kind: 'phone', of: ({ phone }) => phone },
    { header: t('exports.column.leads.wechat'), kind: 'text', of: ({ wechat }) => wechat },
    { header: t('exports.column.leads.model'), kind: 'text', of: ({ model }) => model },
    {
      header: t('exports.column.leads.grade'),
      kind: 'text',
      of: ({ grade }) => (grade === null ? null : (grades[grade] ?? grade)),
    },
    { header: t('exports.column.leads.nextOn'), kind: 'date', of: ({ dueOn }) => dueOn },
    { header: t('exports.today.firstDue'), kind: 'date', of: ({ firstDueOn }) => firstDueOn },
    { header: t('exports.column.leads.lastDone'), kind: 'date', of: ({ lastDoneOn }) => lastDoneOn },
    { header: t('exports.today.lastNote'), kind: 'text', of: ({ lastNote }) => lastNote },
    { header: t('exports.column.leads.date'), kind: 'date', of: ({ createdOn }) => createdOn },
  ]
  const title = t('exports.title.today')
  return (
    <TableExport
      about="today.person"
      title={title}
      tables={[{ name: title, sheet: () => tabulate(title, fields, rows) }]}
      isEmpty={rows.length === 0}
    />
  )
}
