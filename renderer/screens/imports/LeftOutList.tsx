import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FileReading, ImportPlan, LeftOutRow } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { CountText } from '../../components/ui/Values.tsx'
import { useSaveLeftOut } from './use-save-left-out.ts'

type Props = { readonly plan: ImportPlan; readonly reading: FileReading; readonly mapping: Mapping }

const PAGE = 10

/** What stays out: line, reason, text; all of it as a file to mend. */
export function LeftOutList({ plan, reading, mapping }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveLeftOut(reading, mapping)
  const total = Object.values(plan.leftOut).reduce((sum, count) => sum + count, 0)
  const shown = plan.leftOutRows
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>
          {t('imports.preview.leftOut')} <CountText value={total} />
        </h2>
        {total === 0 && <span className="np-muted">{t('imports.preview.leftOutNone')}</span>}
        {shown.length < total && <span className="np-muted">{t('imports.preview.more', { count: shown.length })}</span>}
        {total > 0 && (
          <Button
            className="im-head-end"
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => void save().catch(() => message.error(t('failure.internal')))}
          >
            {t('imports.preview.download')}
          </Button>
        )}
      </div>
      {total > 0 && (
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
            { title: t('imports.preview.reason'), width: 260, render: (_, { code }) => t(`imports.leftOut.${code}`) },
            {
              title: t('imports.preview.text'),
              ellipsis: true,
              render: (_, { cells }) => cells.filter((cell) => cell.trim() !== '').join(' · '),
            },
          ]}
        />
      )}
    </section>
  )
}
