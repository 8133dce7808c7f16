import { CompassOutlined, LaptopOutlined, ShopOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../../api/session.ts'
import { hearShell } from '../../api/shell.ts'
import { useAct } from '../../api/use-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../stores/entry.ts'
import { useTour } from '../../stores/tour.ts'
import { BringInScreen } from './BringInScreen.tsx'
import { CreateStoreForm } from './CreateStoreForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** The very first screen: set up the own showroom, bring it from another PC, or look around first. */
export function FirstRunScreen() {
  const { t } = useTranslation()
  const { isCreating, setCreating } = useEntry()
  const [isBringing, setBringing] = useState(false)
  const demo = useAct('setup.openDemo')
  useEffect(() => hearShell((ask) => ask.kind === 'store_file' && setBringing(true)), [])
  if (isBringing) return <BringInScreen onBack={() => setBringing(false)} />
  if (isCreating) return <CreateStoreForm onBack={() => setCreating(false)} />
  return (
    <EntryFrame title={t('setup.welcome.title')}>
      <p className="entry-lead">{t('setup.welcome.text')}</p>
      <FailureNotice error={demo.error} />
      <div className="entry-choices">
        <button type="button" className="entry-choice" disabled={demo.isPending} onClick={() => setCreating(true)}>
          <ShopOutlined aria-hidden />
          <strong>{t('setup.welcome.create')}</strong>
          <span className="np-muted">{t('setup.welcome.createHint')}</span>
        </button>
        <button
          type="button"
          className="entry-choice"
          disabled={demo.isPending}
          onClick={() => {
            useTour.getState().setHasOwnStore(false)
            demo.mutate({}, { onSuccess: enterStatus })
          }}
        >
          <CompassOutlined aria-hidden />
          <strong>{t('setup.welcome.demo')}</strong>
          <span className="np-muted" aria-live="polite">
            {demo.isPending ? t('setup.welcome.demoLoading') : t('setup.welcome.demoHint')}
          </span>
        </button>
        <button
          type="button"
          className="entry-choice entry-choice-wide"
          disabled={demo.isPending}
          onClick={() => setBringing(true)}
        >
          <LaptopOutlined aria-hidden />
          <strong>{t('data.bring.title')}</strong>
          <span className="np-muted">{t('data.bring.hint')}</span>
        </button>
      </div>
    </EntryFrame>
  )
}
