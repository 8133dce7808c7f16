import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-read.ts'
import { Loaded } from '../../components/ui/Page.tsx'
import { MonthPicker } from './MonthPicker.tsx'
import { TargetForm } from './TargetForm.tsx'
import { useMonth } from './use-month.ts'

/** A month's target of the showroom and of each person. */
export function TargetSettings() {
  const { t } = useTranslation()
  const { month, setMonth } = useMonth()
  const targets = useRead('targets.get', { month })
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('setup.targets.note')}</p>
      <div className="settings-bar">
        <MonthPicker month={month} onChange={setMonth} />
      </div>
      <Loaded read={targets}>{(data) => <TargetForm key={month} month={month} targets={data} />}</Loaded>
    </div>
  )
}
