import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { ERASED_IN_BACKUPS_DAYS } from '../../../../shared/values/erased.ts'
import { useFormats } from '../../../i18n/use-formats.ts'

type Props = { readonly preview: OutputOf<'customers.erasePreview'> }

/** What an erasure takes, what it leaves, and what is out of its reach. */
export function ErasureFacts({ preview }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { holdings, backups, oldestBackupAt, setAside, packed } = preview
  const { numbers, notes, drafts, plans, openLeads, openOrders, sharedWith } = holdings
  const goes = [
    t('person.erase.number', { count: numbers }),
    t('person.erase.note', { count: notes }),
    t('person.erase.draft', { count: drafts }),
    t('person.erase.plan', { count: plans }),
  ]
  const stays = [
    t('person.erase.lead', { count: holdings.leads }),
    t('person.erase.visit', { count: holdings.visits }),
    t('person.erase.followUp', { count: holdings.followUps }),
    t('person.erase.deal', { count: holdings.deals }),
  ]
  const backupLine =
    oldestBackupAt === null
      ? t('person.erase.noBackups')
      : t('person.erase.backups', {
          count: backups,
          date: format.fullDateTime(oldestBackupAt),
          days: ERASED_IN_BACKUPS_DAYS,
        })
  return (
    <div className="ld-erase">
      {openOrders > 0 && (
        <Alert
          className="ld-erase-warning"
          type="warning"
          showIcon
          title={t('person.erase.openOrders', { count: openOrders })}
        />
      )}
      <h3>{t('person.erase.goes')}</h3>
      <div>{t('person.erase.goesText')}</div>
      <div className="np-muted">{goes.join(' · ')}</div>
      <h3>{t('person.erase.stays')}</h3>
      <div>{t('person.erase.staysText')}</div>
      <div className="np-muted">{stays.join(' · ')}</div>
      <ul>
        {openLeads > 0 && <li>{t('person.erase.openLeads', { count: openLeads })}</li>}
        {sharedWith > 0 && <li>{t('person.erase.sharedWith', { count: sharedWith })}</li>}
        <li>{t('person.erase.undo')}</li>
      </ul>
      <h3>{t('person.erase.elsewhere')}</h3>
      <ul>
        <li>
          {backupLine}
          {oldestBackupAt !== null && ` ${t('person.erase.restored')}`}
        </li>
        {setAside > 0 && <li>{t('person.erase.setAside', { count: setAside })}</li>}
        {packed > 0 && <li>{t('person.erase.packed', { count: packed })}</li>}
        <li>{t('person.erase.outside')}</li>
      </ul>
    </div>
  )
}
