import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from './StateMark.tsx'

type Props = {
  readonly title: string
  /** What in the file raises it, counted. */
  readonly evidence?: ReactNode
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** One question: what is asked, why, and what can be answered. */
export function Question({ title, evidence, isOpen = false, children }: Props) {
  const { t } = useTranslation()
  return (
    <section className={isOpen ? 'im-card im-question im-open' : 'im-card im-question'}>
      <div className="im-question-head">
        <h3>{title}</h3>
        {isOpen && <StateMark tone="red">{t('imports.questions.answer')}</StateMark>}
      </div>
      {evidence !== undefined && <p className="np-muted im-evidence">{evidence}</p>}
      {children}
    </section>
  )
}
