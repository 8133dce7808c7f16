import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import { useInstantCell } from '../../components/export/use-instant-cell.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useCodeWord } from '../../i18n/use-code-word.ts'

type Props = {
  readonly period: { readonly from: string; readonly to: string }
  readonly items: readonly ReviewItem[]
}

/** The queue under its filter as a file. */
export function ReviewExport({ period, items }: Props) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const moment = useInstantCell()
  const grades = useGradeLabels()
  const known = (list: 'method' | 'outcome' | 'review', code: string | null) =>
    code === null ? null : word(list, code)
  const fields: readonly Field<ReviewItem>[] = [
    { header: t('exports.review.doneAt'), kind: 'dateTime', of: ({ doneAt }) => moment(doneAt) },
    { header: t('exports.review.loggedAt'), kind: 'dateTime', of: ({ loggedAt }) => moment(loggedAt) },
    { header: t('exports.review.due'), kind: 'date', of: ({ dueOn }) => dueOn },
    { header: t('exports.column.records.person'), kind: 'text', of: ({ staffName }) => staffName },
    { header: t('exports.column.records.name'), kind: 'text', of: ({ customerName }) => customerName },
    { header: t('exports.column.records.phone'), kind: 'phone', of: ({ phone }) => phone },
    {
      header: t('exports.column.leads.grade'),
      kind: 'text',
      of: ({ grade }) => (grade === null ? null : (grades[grade] ?? grade)),
    },
    { header: t('exports.review.method'), kind: 'text', of: ({ method }) => known('method', method) },
    { header: t('exports.review.outcome'), kind: 'text', of: ({ outcome }) => known('outcome', outcome) },
    { header: t('exports.column.records.note'), kind: 'text', of: ({ note }) => note },
    {
      header: t('review.questions'),
      kind: 'text',
      of: ({ suspicions }) => suspicions.map((one) => t(`records.suspicion.${one}`)).join(' '),
    },
    { header: t('exports.review.verdict'), kind: 'text', of: ({ review }) => known('review', review) },
    { header: t('exports.review.verdictBy'), kind: 'text', of: ({ reviewedByName }) => reviewedByName },
    { header: t('exports.review.verdictNote'), kind: 'text', of: ({ reviewNote }) => reviewNote },
  ]
  const title = t('exports.title.review')
  return (
    <TableExport
      about="review"
      title={title}
      period={period}
      tables={[{ name: title, sheet: () => tabulate(title, fields, items) }]}
      isEmpty={items.length === 0}
    />
  )
}
