import { LockOutlined, UnlockOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { NewCodeModal } from './NewCodeModal.tsx'

type Protection = OutputOf<'store.protection'>

/** While backups are being encrypted one sees how many are left. */
const WHILE_ENCRYPTING_MS = 3000

/** Whether the data can be read by whoever gets hold of them, where the key is, and the paper for the day it is lost. */
export function ProtectionCard() {
  const { t } = useTranslation()
  const [isWatching, setWatching] = useState(false)
  const read = useRead('store.protection', {}, isWatching ? { everyMs: WHILE_ENCRYPTING_MS } : {})
  const left = read.data?.plainBackups ?? 0
  if (left > 0 !== isWatching) setWatching(left > 0)
  return (
    <section className="settings-section">
      <h2>{t('protection.title')}</h2>
      <Loaded read={read}>{(data) => (data.isEncrypted ? <Encrypted protection={data} /> : <Plain />)}</Loaded>
    </section>
  )
}

function Encrypted({ protection: { keptBy, hasMyPaper, papers, plainBackups } }: { readonly protection: Protection }) {
  const { t } = useTranslation()
  const format = useFormats()
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <p>
        <LockOutlined aria-hidden /> {t('protection.encrypted')}
      </p>
      {keptBy === 'system' ? (
        <p>{t('protection.keptBySystem')}</p>
      ) : (
        <Alert type="warning" showIcon title={t('protection.keptByFile')} className="settings-warning" />
      )}
      {papers === 0 ? (
        <Alert type="error" showIcon title={t('protection.noPaper')} className="settings-warning" />
      ) : (
        <p>
          {t('protection.papers', { people: papers })} {!hasMyPaper && t('protection.notMine')}
        </p>
      )}
      {plainBackups > 0 && <p>{t('protection.plainBackups', { left: format.count(plainBackups) })}</p>}
      <Button type={papers === 0 ? 'primary' : 'default'} onClick={() => setMaking(true)}>
        {t('protection.newCode')}
      </Button>
      {isMaking && <NewCodeModal op="store.newRecoveryCode" onClose={() => setMaking(false)} />}
    </>
  )
}

function Plain() {
  const { t } = useTranslation()
  const [isEncrypting, setEncrypting] = useState(false)
  return (
    <>
      <Alert
        type="warning"
        showIcon
        icon={<UnlockOutlined aria-hidden />}
        title={t('protection.plain')}
        description={t('protection.plainHint')}
        className="settings-warning"
      />
      <Button type="primary" onClick={() => setEncrypting(true)}>
        {t('protection.encrypt')}
      </Button>
      {isEncrypting && <NewCodeModal op="store.encrypt" onClose={() => setEncrypting(false)} />}
    </>
  )
}
