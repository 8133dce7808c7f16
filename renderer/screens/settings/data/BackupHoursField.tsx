import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BACKUP_HOURS } from '../../../../shared/contract/store-file.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'

/** How often backups are made while the program is open; kept at once, as it is a matter of this PC. */
export function BackupHoursField() {
  const { t } = useTranslation()
  const place = useRead('store.place', {})
  const schedule = useAct('store.scheduleBackups')
  const id = useId()
  return (
    <>
      <div className="settings-bar">
        <label htmlFor={id}>{t('data.backups.every')}</label>
        <Select
          id={id}
          value={schedule.variables?.everyHours ?? place.data?.backupEveryHours ?? null}
          loading={schedule.isPending}
          options={BACKUP_HOURS.map((hours) => ({ value: hours, label: t('data.backups.everyHours', { hours }) }))}
          onChange={(everyHours) => schedule.mutate({ everyHours })}
        />
        <span className="np-muted">{t('data.backups.everyHint')}</span>
      </div>
      <FailureNotice error={schedule.error} />
    </>
  )
}
