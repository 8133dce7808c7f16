import type { ReactNode } from 'react'

type Props = { readonly tone: 'red' | 'amber' | 'quiet' | 'accent'; readonly children: ReactNode }

/** A small word of state in a thin frame: filled tags of this palette fall below the contrast text needs. */
export function StateMark({ tone, children }: Props) {
  return <span className={`im-mark im-mark-${tone}`}>{children}</span>
}
