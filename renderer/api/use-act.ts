import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CommandName, InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts'
import { useUndo } from '../stores/undo.ts'
import type { ApiFailure } from './api-failure.ts'
import { callForAct } from './client.ts'

/** These answer a status, which enterStatus takes over; asking everything again would ask in the name of who has just left. */
function changesWhoIsHere(op: OperationName): boolean {
  return /^(?:session\.|setup\.|store\.restore$|store\.takePacked$)/.test(op)
}

export type ActWords<N extends OperationName> = {
  /** What was done, in words of its own: on the bar that offers to undo it, where it can be undone, in a message otherwise. */
  readonly said?: string | ((value: OutputOf<N>, input: InputOf<N>) => string) | undefined
  /** In a message when it has no words of its own and nothing can be undone: what was saved is what was there. */
  readonly plainly?: string | undefined
}

/**
 * Does something: `const log = useAct('followUps.log')`, then `log.mutate(input, { onSuccess })`. Afterwards every read is asked
 * again: data is local and cheap, and no list of what depends on what can be wrong. What can be undone is offered so and thereby
 * confirmed (components/undo): nothing else needs to say that it is done.
 */
export function useAct<N extends OperationName>(
  op: N,
  words: ActWords<N> = {},
): UseMutationResult<OutputOf<N>, ApiFailure, InputOf<N>> {
  const queries = useQueryClient()
  const { t } = useTranslation()
  const { message } = App.useApp()
  const confirm = (own: string | undefined, undoId: string | undefined) => {
    // Only commands are answered with an id to undo them by.
    if (undoId !== undefined)
      return useUndo.getState().make({ undoId, said: own ?? t(`undo.said.${op as CommandName}`) })
    const said = own ?? words.plainly
    if (said !== undefined) void message.success(said)
  }
  return useMutation<OutputOf<N>, ApiFailure, InputOf<N>>({
    mutationKey: [op],
    mutationFn: async (input) => {
      const { value, undoId } = await callForAct(op, input)
      confirm(typeof words.said === 'function' ? words.said(value, input) : words.said, undoId)
      return value
    },
    onSuccess: () => {
      if (!changesWhoIsHere(op)) void queries.invalidateQueries()
    },
  })
}
