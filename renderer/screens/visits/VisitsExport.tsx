import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { ExportMenu } from '../../components/export/ExportMenu.tsx'
import { useExportWords } from '../../components/export/use-export-words.ts'

/** The register of one day as a file. */
export function VisitsExport({ date, isEmpty }: { readonly date: string; readonly isEmpty: boolean }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const words = useExportWords('visits')
  const title = t('exports.title.visits')
  return (
    <ExportMenu
      isEmpty={isEmpty}
      note={me.role === 'salesperson' ? t('exports.ownVisits') : undefined}
      make={(format) => call('exports.visits', { from: date, to: date, format, words: words(title) })}
    />
  )
}
