import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../../shared/contract/contract.ts'
import { call } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { useExportWords } from './use-export-words.ts'

type Props = {
  readonly list: Pick<InputOf<'leads.list'>, 'filter' | 'sort'>
  readonly isEmpty: boolean
}

/** The leads of a filter as a file, all of them; a salesperson's holds their own. */
export function LeadsExport({ list, isEmpty }: Props) {
  const { t } = useTranslation()
  const { me } = useSession()
  const words = useExportWords('leads')
  return (
    <ExportMenu
      isEmpty={isEmpty}
      note={me.role === 'salesperson' ? t('exports.ownLeads') : undefined}
      make={(format) => call('exports.leads', { ...list, format, words: words(t('exports.title.leads')) })}
    />
  )
}
