import { Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useReturnFocus } from '../keys/use-return-focus.ts'
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
  useReturnFocus()
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
      <FormBody onSave={onOk}>
        <FailureNotice error={failure} />
        {children}
      </FormBody>
    </Modal>
  )
}

const FIELD = 'input:not([type="hidden"], [tabindex="-1"], :disabled), textarea'

/** Begins at its first field, unless one has asked for the focus itself; Ctrl+Enter saves from anywhere in it. */
function FormBody({ onSave, children }: { readonly onSave: () => void; readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (body.current?.contains(document.activeElement) === false)
      body.current.querySelector<HTMLElement>(FIELD)?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    onSave()
  }
  return (
    <div ref={body} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
