import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** Shown only when the answer takes more than a quarter of a second: local answers rarely do. */
export function LoadingBlock({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className="np-late" role="status" aria-label={t('common.loading')} style={{ padding: 24 }}>
      <Skeleton active paragraph={{ rows }} />
    </div>
  )
}
