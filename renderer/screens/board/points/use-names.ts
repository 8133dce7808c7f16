import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenBucket } from '../../../../shared/values/grade.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'

/** A person of the page by id; the id itself for somebody it does not know. */
export function usePersonName(people: readonly { readonly staffId: string; readonly name: string }[]) {
  const names = useMemo(() => new Map(people.map(({ staffId, name }) => [staffId, name])), [people])
  return useCallback((staffId: string): string => names.get(staffId) ?? staffId, [names])
}

/** A级, in the letters of the store's own scheme; 未定级. */
export function useBucketName(): (bucket: OpenBucket) => string {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  return useCallback(
    (bucket) =>
      bucket === 'ungraded' ? t('codes.bucket.ungraded') : t('common.grade', { label: labels[bucket] ?? bucket }),
    [t, labels],
  )
}
