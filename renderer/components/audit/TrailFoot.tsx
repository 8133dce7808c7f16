import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { PAGE_ROWS, type Trail } from './use-trail.ts'

export function TrailFoot({ trail }: { readonly trail: Trail }) {
  const { t } = useTranslation()
  if (trail.entries.length === 0) return null
  return (
    <div className="audit-foot">
      {trail.more === null ? (
        t('audit.all')
      ) : (
        <Button loading={trail.isLoading} onClick={trail.more}>
          {t('audit.more', { count: PAGE_ROWS })}
        </Button>
      )}
    </div>
  )
}
