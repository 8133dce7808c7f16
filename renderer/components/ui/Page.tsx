import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiFailure } from '../../api/api-failure.ts'
import { FailureNotice } from './FailureNotice.tsx'
import { LoadingBlock } from './LoadingBlock.tsx'

/** The frame of a screen: margins and a readable width. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className="np-page">{children}</div>
}

type LoadedProps<T> = {
  readonly read: UseQueryResult<T, ApiFailure>
  readonly children: (data: T) => ReactNode
}

/** What was read, once it is there; before that nothing for a moment, then a skeleton; a refusal as a sentence with retry. */
export function Loaded<T>({ read, children }: LoadedProps<T>) {
  if (read.data !== undefined) return children(read.data)
  if (read.isError) return <FailureNotice error={read.error} onRetry={() => void read.refetch()} />
  return <LoadingBlock />
}
