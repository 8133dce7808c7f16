import { hashKey, keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import type { ApiFailure } from './api-failure.ts'
import { call } from './client.ts'

type ReadOptions = {
  /** False: not asked yet. */
  readonly enabled?: boolean
  /** Show the answer to the last input until the next one is there (lists that are filtered, boards whose period moves). */
  readonly keepLast?: boolean
  readonly everyMs?: number
}

/**
 * Reads through the query cache: `useRead('leads.get', { leadId })`. Every successful act makes all reads ask again.
 *
 * An answer is drawn as a deferred value: React makes it in slices between which keys and clicks are served, where the cache's own
 * notice would draw a whole screen in one go. Another input is another question: its answer is never the one before it.
 */
export function useRead<N extends OperationName>(
  op: N,
  input: InputOf<N>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<N>, ApiFailure> {
  const key = hashKey([op, input])
  const result = useQuery<OutputOf<N>, ApiFailure, OutputOf<N>, readonly unknown[]>({
    queryKey: [op, input],
    queryFn: () => call(op, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  })
  const { data, error, status } = result
  const answer = useMemo(() => ({ key, result }), [key, data, error, status])
  const calm = useDeferredValue(answer)
  // Who is here is never drawn late: the screens of whoever has left would ask on in the name of the next.
  return calm.key === key && op !== 'session.status' ? calm.result : result
}
