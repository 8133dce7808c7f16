import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly title: string
  /** Hidden, not gone: what was typed is there when it opens again. */
  readonly isHidden?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The panel beside the list. Esc closes it. */
export function VisitPanel({ title, isHidden = false, onClose, children }: Props) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Out of the fields at once, or the next key would still be typed into them.
    document.getElementById('content')?.focus()
    onClose()
  }
  return (
    <aside className="fl-card vs-panel" aria-label={title} hidden={isHidden} onKeyDown={onKeyDown}>
      <div className="fl-card-head">
        <h2>{title}</h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('common.close')}
          onClick={onClose}
        />
      </div>
      {children}
    </aside>
  )
}
