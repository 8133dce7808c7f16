import type { FormInstance } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { type ActWords, useAct } from '../../api/use-act.ts'
import type { Draft } from '../drafts/use-draft.ts'
import { useSetFaults } from './use-set-faults.ts'

type Options<N extends OperationName> = {
  readonly onDone?: (value: OutputOf<N>) => void
  /** Said when it worked, if not what is always said of it; false leaves it to the bar that offers to undo it. */
  readonly said?: ActWords<N>['said'] | false
  /** Where the form keeps the fields that the gate calls otherwise: { 'owner.name': ['ownerName'] }. */
  readonly fieldOf?: (path: string) => readonly (string | number)[]
  /** What was kept of it while it was typed: forgotten when it is done. */
  readonly draft?: Draft
}

/**
 * A form that does one operation. Faults of fields go to their fields, the rest is `failure`, for a FailureNotice above the
 * button. What was typed stays.
 */
export function useFormAct<N extends OperationName>(form: FormInstance, op: N, options: Options<N> = {}) {
  const { t } = useTranslation()
  const said = options.said === false ? {} : { said: options.said, plainly: t('common.saved') }
  const { mutate, isPending, error } = useAct(op, said)
  const setFaults = useSetFaults(form, options.fieldOf)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = (input: InputOf<N>) => {
    setFailure(null)
    mutate(input, {
      onSuccess: (value) => {
        options.draft?.done()
        options.onDone?.(value)
      },
      onError: (error) => setFailure(setFaults(error) ? null : error),
    })
  }
  // `error` is the last refusal whether or not its faults found their fields.
  return { submit, isPending, failure, error }
}
