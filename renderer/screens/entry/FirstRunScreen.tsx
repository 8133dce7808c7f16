import { CompassOutlined, ShopOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { CreateStoreForm } from './CreateStoreForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** The very first screen: set up the own showroom, or look around first. */
export function FirstRunScreen() {
  const { t } = useTranslation()
  const [isCreating, setCreating] = useState(false)
  const demo = useAct('setup.openDemo')
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
          onClick={() => demo.mutate({}, { onSuccess: enterStatus })}
        >
          <CompassOutlined aria-hidden />
          <strong>{t('setup.welcome.demo')}</strong>
          <span className="np-muted" aria-live="polite">
            {demo.isPending ? t('setup.welcome.demoLoading') : t('setup.welcome.demoHint')}
          </span>
        </button>
      </div>
    </EntryFrame>
  )
}
