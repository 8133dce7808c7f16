import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { useStoreTexts } from '../../components/store-file/use-store-texts.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { BringInScreen } from './BringInScreen.tsx'
import { CreateStoreForm } from './CreateStoreForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** The data file is damaged or gone: never a silent new start, but the newest backup that holds. */
export function DamagedScreen() {
  const { t } = useTranslation()
  const damage = useRead('setup.damage', {})
  const [instead, setInstead] = useState<'bring' | 'create' | null>(null)
  const goBack = () => setInstead(null)
  if (instead === 'bring') return <BringInScreen onBack={goBack} />
  if (instead === 'create') return <CreateStoreForm onBack={goBack} />
  return (
    <EntryFrame title={t('data.damaged.title')}>
      <Loaded read={damage}>{(data) => <Damage damage={data} onInstead={setInstead} />}</Loaded>
    </EntryFrame>
  )
}

type DamageProps = {
  readonly damage: OutputOf<'setup.damage'>
  readonly onInstead: (instead: 'bring' | 'create') => void
}

function Damage({ damage: { problem, file, newest }, onInstead }: DamageProps) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const rescue = useAct('setup.rescue')
  const send = () =>
    rescue.mutate(
      {},
      {
        onSuccess: ({ status, keptAs }) => {
          const kept = keptAs === null ? null : t('data.damaged.kept', { file: keptAs })
          notification.success({
            title: t('data.damaged.done'),
            ...(kept === null ? {} : { description: <span className="np-store-path">{kept}</span> }),
            duration: 0,
          })
          enterStatus(status)
        },
      },
    )
  return (
    <>
      <p>{t(problem === 'missing' ? 'data.damaged.missing' : 'data.damaged.damaged')}</p>
      <p className="np-muted">
        {t('data.damaged.file')} <code className="np-store-path">{file}</code>
      </p>
      {newest === null ? <p>{t('data.damaged.none')}</p> : <NewestBackup newest={newest} />}
      <FailureNotice error={rescue.error} />
      <div className="np-store-acts">
        {newest !== null && (
          <Button type="primary" size="large" loading={rescue.isPending} onClick={send}>
            {t('data.damaged.rescue')}
          </Button>
        )}
        <Button size="large" disabled={rescue.isPending} onClick={() => onInstead('bring')}>
          {t('data.bring.title')}
        </Button>
        {problem === 'missing' && (
          <Button size="large" disabled={rescue.isPending} onClick={() => onInstead('create')}>
            {t('data.damaged.startNew')}
          </Button>
        )}
      </div>
      {newest !== null && problem === 'damaged' && <p className="np-muted">{t('data.damaged.rescueHint')}</p>}
    </>
  )
}

function NewestBackup({ newest }: { readonly newest: NonNullable<OutputOf<'setup.damage'>['newest']> }) {
  const { t } = useTranslation()
  const format = useFormats()
  const texts = useStoreTexts()
  const { takenAt, newestAt, counts } = newest
  return (
    <p>
      <strong>{t('data.damaged.newest', { time: format.fullDateTime(takenAt) })}</strong>
      <br />
      {texts.list(counts)}
      {newestAt !== null && (
        <>
          <br />
          <span className="np-muted">{t('data.preview.newest', { time: format.fullDateTime(newestAt) })}</span>
        </>
      )}
    </p>
  )
}
