import { useTranslation } from 'react-i18next'
import { useGradeLabels } from './use-grade-labels.ts'

/** A grade (its letter in the store's own scheme) or bucket. Null is ungraded. */
export function GradeTag({ bucket }: { readonly bucket: string | null }) {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const key = bucket ?? 'ungraded'
  const label = labels[key]
  return (
    <span className={`np-grade np-grade-${key}`} title={label === undefined ? undefined : t('common.grade', { label })}>
      {label ?? t(`codes.bucket.${key as 'ungraded'}`)}
    </span>
  )
}
