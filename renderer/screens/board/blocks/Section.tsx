import { type ReactNode, useId } from 'react'

type Props = {
  readonly title: string
  readonly note?: string
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** One titled part of a control point's page. */
export function Section({ title, note, extra, children }: Props) {
  const id = useId()
  return (
    <section className="bd-section" aria-labelledby={id}>
      <div className="bd-section-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="np-muted">{note}</span>}
        {extra !== undefined && <span className="bd-section-extra">{extra}</span>}
      </div>
      {children}
    </section>
  )
}
