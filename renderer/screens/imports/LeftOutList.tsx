import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPlan, LeftOutRow } from '../../../shared/contract/imports.ts'
import { LEFT_OUT_CODES } from '../../../shared/domain/import/fields.ts'
import { CountText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import type { FileDraft } from '../../stores/import-draft.ts'
import { LeftOutExport } from './LeftOutExport.tsx'
import { leftOutCount } from './plan-view.ts'

type Props = { readonly plan: ImportPlan; readonly draft: FileDraft }

const PAGE = 10

/** What stays out: line, reason, text; all of it as a file to mend. */
export function LeftOutList({ plan, draft }: Props) {
  const { t } = useTranslation()
  const total = leftOutCount(plan)
  const shown = plan.leftOutRows
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>
          {t('imports.preview.leftOut')} <CountText value={total} />
        </h2>
        <span className="np-muted">
          {total === 0 ? t('imports.preview.leftOutNone') : t('imports.preview.downloadHint')}
        </span>
        {total > 0 && (
          <span className="im-head-end">
            <LeftOutExport draft={draft} total={total} />
          </span>
        )}
      </div>
      {total > 0 && (
        <>
          <ReasonCounts plan={plan} />
          <Table<LeftOutRow>
            size="small"
            rowKey="line"
            dataSource={shown}
            pagination={shown.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
            columns={[
              {
                title: t('imports.preview.lineColumn'),
                dataIndex: 'line',
                width: 80,
                align: 'right',
                className: 'np-num',
              },
              { title: t('imports.preview.reason'), width: 300, render: (_, { code }) => t(`imports.leftOut.${code}`) },
              {
                title: t('imports.preview.text'),
                ellipsis: true,
                render: (_, { cells }) => cells.filter((cell) => cell.trim() !== '').join(' · '),
              },
            ]}
          />
          {shown.length < total && <p className="np-muted">{t('imports.preview.more', { count: shown.length })}</p>}
        </>
      )}
    </section>
  )
}

/** Why, and how many rows each. */
function ReasonCounts({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const format = useFormats()
  const codes = LEFT_OUT_CODES.filter((code) => (plan.leftOut[code] ?? 0) > 0)
  if (codes.length < 2) return null
  return (
    <ul className="im-reasons">
      {codes.map((code) => (
        <li key={code}>
          {t('common.pair', { name: t(`imports.leftOut.${code}`), value: format.count(plan.leftOut[code] ?? 0) })}
        </li>
      ))}
    </ul>
  )
}
