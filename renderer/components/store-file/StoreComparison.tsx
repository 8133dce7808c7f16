import { Alert, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StorePreview } from '../../../shared/contract/store-file.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { KINDS, useStoreTexts } from './use-store-texts.ts'

type Props = { readonly preview: StorePreview; readonly kind: 'backup' | 'packed' }

/** What a store holds that may take the place of the present one, and what of the present one it has not. */
export function StoreComparison({ preview, kind }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const texts = useStoreTexts()
  const { storeName, takenAt, newestAt, counts, lost, gained, bytes } = preview
  const time = format.fullDateTime(takenAt)
  const missing = lost === null ? '' : texts.list(lost)
  const hasMore = gained !== null && KINDS.some((one) => gained[one] > 0)
  return (
    <div className="np-store-preview">
      <p>
        <strong>{storeName}</strong>{' '}
        <span className="np-muted">
          {t(kind === 'backup' ? 'data.preview.taken' : 'data.preview.packed', { time })} · {texts.size(bytes)}
          <br />
          {newestAt === null
            ? t('data.preview.noRecords')
            : t('data.preview.newest', { time: format.fullDateTime(newestAt) })}
        </span>
      </p>
      <Table
        size="small"
        rowKey="kind"
        pagination={false}
        dataSource={KINDS.map((one) => ({ kind: one }))}
        columns={[
          { title: t('data.preview.kind'), render: (_, { kind: one }) => t(`data.kinds.${one}`) },
          ...[
            { title: t('data.preview.holds'), of: counts },
            ...(lost === null ? [] : [{ title: t('data.preview.lost'), of: lost }]),
            ...(gained === null || !hasMore ? [] : [{ title: t('data.preview.gained'), of: gained }]),
          ].map(({ title, of }) => ({
            title,
            align: 'right' as const,
            render: (_: unknown, { kind: one }: { readonly kind: (typeof KINDS)[number] }) => (
              <span className="np-num">{format.count(of[one])}</span>
            ),
          })),
        ]}
      />
      {lost !== null && (
        <Alert
          showIcon
          type={missing === '' ? 'info' : 'warning'}
          title={missing === '' ? t('data.preview.losingNothing') : t('data.preview.losing', { what: missing })}
          description={t('data.preview.alsoChanges')}
          style={{ margin: '12px 0' }}
        />
      )}
    </div>
  )
}
