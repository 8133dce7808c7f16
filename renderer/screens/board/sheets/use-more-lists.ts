import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../../shared/contract/board.ts'
import type { ControlPointKey } from '../../../../shared/domain/control-points/keys.ts'
import { call } from '../../../api/client.ts'
import type { ExportList } from '../../../components/export/ExportMenu.tsx'
import { useExportWords } from '../../../components/export/use-export-words.ts'

const ON_VISITS: readonly ControlPointKey[] = ['infoCapture', 'visitorRecording', 'leadSources']
const ON_DEALS: readonly ControlPointKey[] = ['sellingSkill', 'targetProgress']

/** The register or the orders of the period, on the pages that are about them: files the importer reads again. */
export function useMoreLists(key: ControlPointKey, { from, to, staffId }: Scope): readonly ExportList[] {
  const { t } = useTranslation()
  const visitWords = useExportWords('visits')
  const dealWords = useExportWords('deals')
  if (ON_VISITS.includes(key)) {
    const name = t('exports.title.visits')
    return [{ name, make: (format) => call('exports.visits', { from, to, format, words: visitWords(name) }) }]
  }
  if (!ON_DEALS.includes(key)) return []
  const name = t('exports.title.deals')
  return [{ name, make: (format) => call('exports.deals', { from, to, staffId, format, words: dealWords(name) }) }]
}
