import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LookSwitches } from '../../app/LookSwitches.tsx'
import './entry.css'

type Props = {
  readonly title: string
  /** Beside the switches: leaving the demo. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** The page before anybody is signed in: a card in the middle, language and appearance above. */
export function EntryFrame({ title, aside, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className="entry">
      <title>{`${title} · ${t('common.appName')}`}</title>
      <header className="entry-bar np-no-print">
        <span className="entry-mark">{t('common.appName')}</span>
        {aside}
        <LookSwitches />
      </header>
      <main className="entry-body">
        <div className="entry-card">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
