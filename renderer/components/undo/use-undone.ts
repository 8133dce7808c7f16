import { useEffect, useRef, useState } from 'react'
import type { CommandName } from '../../../shared/contract/contract.ts'
import { useUndo } from '../../stores/undo.ts'

/** Hears when one of these was taken back, and what it was about: for what a screen keeps beside what it reads. */
export function useUndone(operations: readonly CommandName[], hear: (id: string | null) => void): void {
  const latest = useRef({ operations, hear })
  useEffect(() => {
    latest.current = { operations, hear }
  })
  useEffect(
    () =>
      useUndo.subscribe(({ undone }, before) => {
        if (undone === null || undone === before.undone) return
        const isOne = latest.current.operations.some((operation) => operation === undone.operation)
        if (isOne) latest.current.hear(undone.id)
      }),
    [],
  )
}

/**
 * The key of a form that stays open after saving: once that was taken back, the form is laid out anew from what the store says,
 * now and whenever it says something else.
 */
export function useUndoneKey(operation: CommandName, stored: unknown): string {
  const [isUndone, setUndone] = useState(false)
  useUndone([operation], () => setUndone(true))
  return isUndone ? JSON.stringify(stored) : ''
}
