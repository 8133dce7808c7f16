import { App, type FormInstance } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/contract.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useAct } from '../../api/use-act.ts'
import { useSetFaults } from './use-set-faults.ts'

type Options<N extends OperationName> = {
  readonly onDone?: (value: OutputOf<N>) => void
  /** Said when it worked; false says nothing, because the screen itself shows it. */
  readonly said?: string | false
  /** Where the form keeps the fields that the gate calls otherwise: { 'owner.name': ['ownerName'] }. */
  readonly fieldOf?: (path: string) => readonly (string | number)[]
}

/**
 * A form that does one operation. Faults of fields go to their fields, the rest is `failure`, for a FailureNotice above the
 * button. What was typed stays.
 */
export function useFormAct<N extends OperationName>(form: FormInstance, op: N, options: Options<N> = {}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { mutate, isPending, error } = useAct(op)
  const setFaults = useSetFaults(form, options.fieldOf)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const submit = (input: InputOf<N>) => {
    setFailure(null)
    mutate(input, {
      onSuccess: (value) => {
        if (options.said !== false) void message.success(options.said ?? t('common.saved'))
        options.onDone?.(value)
      },
      onError: (error) => setFailure(setFaults(error) ? null : error),
    })
  }
  // `error` is the last refusal whether or not its faults found their fields.
  return { submit, isPending, failure, error }
}
