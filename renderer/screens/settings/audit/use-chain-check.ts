import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuditFault } from '../../../../shared/values/audit-kind.ts'
import { ApiFailure } from '../../../api/api-failure.ts'
import { call } from '../../../api/client.ts'

export type ChainState =
  | { readonly stage: 'idle' }
  | { readonly stage: 'running'; readonly done: number; readonly total: number }
  | { readonly stage: 'whole'; readonly entries: number; readonly backedUpTo: number | null }
  | { readonly stage: 'broken'; readonly seq: number; readonly fault: AuditFault }
  | { readonly stage: 'failed'; readonly error: ApiFailure }

/** Asks for one stretch of the trail after the other; stopping, or leaving the page, asks for no more. */
export function useChainCheck() {
  const [state, setState] = useState<ChainState>({ stage: 'idle' })
  const run = useRef(0)
  const stop = useCallback(() => {
    run.current += 1
    setState({ stage: 'idle' })
  }, [])
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )
  const start = async () => {
    run.current += 1
    const mine = run.current
    setState({ stage: 'running', done: 0, total: 0 })
    try {
      for (let after = 0; run.current === mine; ) {
        const found = await call('audit.check', { after })
        if (run.current !== mine) return
        const next = stateAfter(found)
        setState(next)
        if (next.stage !== 'running') return
        after = found.upTo
      }
    } catch (error) {
      if (run.current === mine && error instanceof ApiFailure) setState({ stage: 'failed', error })
    }
  }
  return { state, start: () => void start(), stop }
}

type Found = Awaited<ReturnType<typeof call<'audit.check'>>>

function stateAfter({ fault, isEnd, upTo, of, backedUpTo }: Found): ChainState {
  if (fault !== null) return { stage: 'broken', ...fault }
  if (isEnd) return { stage: 'whole', entries: upTo, backedUpTo }
  return { stage: 'running', done: upTo, total: of }
}
