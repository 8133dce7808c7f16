import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
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

/** Reads through the query cache: `useRead('leads.get', { leadId })`. Every successful act makes all reads ask again. */
export function useRead<N extends OperationName>(
  op: N,
  input: InputOf<N>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<N>, ApiFailure> {
  return useQuery<OutputOf<N>, ApiFailure, OutputOf<N>, readonly unknown[]>({
    queryKey: [op, input],
    queryFn: () => call(op, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  })
}
