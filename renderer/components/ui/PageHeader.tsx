import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly title: string
  /** One quiet line beside the title: the day, the period, what the page is for. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
}

/** The head of every screen; also names the window. */
export function PageHeader({ title, note, actions }: Props) {
  const { t } = useTranslation()
  return (
    <div className="np-page-header">
      <title>{`${title} · ${t('common.appName')}`}</title>
      <h1>{title}</h1>
      {note !== undefined && <span className="np-page-header-note">{note}</span>}
      {actions !== undefined && <div className="np-page-header-actions">{actions}</div>}
    </div>
  )
}
