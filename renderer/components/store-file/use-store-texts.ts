import { useTranslation } from 'react-i18next'
import type { StoreCounts } from '../../../shared/contract/store-file.ts'
import { useFormats } from '../../i18n/use-formats.ts'

const MEGABYTE = 1_000_000
const GIGABYTE = 1_000_000_000

export const KINDS = [
  'people',
  'customers',
  'leads',
  'visits',
  'followUps',
  'deals',
] as const satisfies readonly (keyof StoreCounts)[]

/** Sizes and counts of a store in words. */
export function useStoreTexts() {
  const { t } = useTranslation()
  const format = useFormats()
  return {
    size: (bytes: number) =>
      bytes < GIGABYTE
        ? t('data.size.megabytes', { size: format.decimal(bytes / MEGABYTE) })
        : t('data.size.gigabytes', { size: format.decimal(bytes / GIGABYTE) }),
    /** Only what there is some of; empty when there is nothing. */
    list: (counts: StoreCounts) =>
      KINDS.filter((kind) => counts[kind] > 0)
        .map((kind) => t('data.preview.part', { kind: t(`data.kinds.${kind}`), count: format.count(counts[kind]) }))
        .join(t('data.preview.joint')),
  }
}
