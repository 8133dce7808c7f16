import { Empty } from 'antd'
import type { ReactNode } from 'react'

type Props = {
  /** What would stand here. */
  readonly title: string
  /** How it gets here. */
  readonly hint?: string
  /** The button that does it. */
  readonly action?: ReactNode
}

/** An empty place that teaches: what belongs here, and how to fill it. */
export function EmptyHint({ title, hint, action }: Props) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{title}</div>
          {hint !== undefined && <div className="np-muted">{hint}</div>}
        </>
      }
    >
      {action}
    </Empty>
  )
}
