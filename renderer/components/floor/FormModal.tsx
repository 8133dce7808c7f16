import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../api/api-failure.ts'
import { FailureNotice } from '../ui/FailureNotice.tsx'

type Props = {
  readonly title: string
  readonly okText?: string
  readonly isPending: boolean
  readonly failure: ApiFailure | null
  readonly onOk: () => void
  readonly onClose: () => void
  readonly width?: number
  readonly children: ReactNode
}

/** A short form that is mounted while it is open. No scroll lock: only <main> scrolls, and a lock would need forbidden styles. */
export function FormModal({ title, okText, isPending, failure, onOk, onClose, width = 480, children }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={title}
      width={width}
      scrollLock={false}
      okText={okText ?? t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
      mask={{ closable: false }}
      onOk={onOk}
      onCancel={onClose}
    >
      <FailureNotice error={failure} />
      {children}
    </Modal>
  )
}
