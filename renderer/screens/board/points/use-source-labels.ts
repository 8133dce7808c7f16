import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceRow } from './lead-sources-view.ts'

/** Each channel with its group before it, so that the group is not told by colour alone. */
export function useSourceLabels(rows: readonly SourceRow[]): readonly string[] {
  const { t } = useTranslation()
  return useMemo(
    () =>
      rows.map(({ name, group }) => t('charts.leadSources.label', { group: t(`codes.channelGroup.${group}`), name })),
    [rows, t],
  )
}
