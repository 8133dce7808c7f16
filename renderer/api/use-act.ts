import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import type { ApiFailure } from './api-failure.ts'
import { call } from './client.ts'

/** These answer a status, which enterStatus takes over; asking everything again would ask in the name of who has just left. */
function changesWhoIsHere(op: OperationName): boolean {
  return op.startsWith('session.') || op.startsWith('setup.')
}

/**
 * Does something: `const log = useAct('followUps.log')`, then `log.mutate(input, { onSuccess })`. Afterwards every read is asked
 * again: data is local and cheap, and no list of what depends on what can be wrong.
 */
export function useAct<N extends OperationName>(op: N): UseMutationResult<OutputOf<N>, ApiFailure, InputOf<N>> {
  const queries = useQueryClient()
  return useMutation<OutputOf<N>, ApiFailure, InputOf<N>>({
    mutationFn: (input) => call(op, input),
    onSuccess: () => {
      if (!changesWhoIsHere(op)) void queries.invalidateQueries()
    },
  })
}
