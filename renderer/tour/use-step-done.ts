import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { TourStep } from './tour-steps.ts'
import { isOnScreen } from './use-sight.ts'

const LOOK_EVERY_MS = 100

/** Calls `onDone` once the person has done what the step asks for, whichever way they did it. */
export function useStepDone(step: TourStep, onDone: () => void): void {
  const queries = useQueryClient()
  const { pathname } = useLocation()
  const done = useRef(onDone)
  done.current = onDone
  // Where the last step ended may be where this one leads: only a way from its own screen counts.
  const stoodAt = useRef<TourStep | null>(null)

  useEffect(() => {
    const { by } = step.done
    if (by === 'next') return
    if (by === 'place') {
      if (step.stand.isHere.test(pathname)) stoodAt.current = step
      else if (stoodAt.current === step && step.done.path.test(pathname)) done.current()
      return
    }
    if (by === 'act') {
      const { ops } = step.done
      return queries.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        if (ops.some((op) => op === event.mutation.options.mutationKey?.[0])) done.current()
      })
    }
    const { of } = step.done
    let wasThere = false
    const timer = setInterval(() => {
      const isThere = step.stand.isHere.test(pathname) && isOnScreen(of)
      const isDone = by === 'sight' ? isThere : wasThere && !isThere
      wasThere ||= isThere
      if (isDone) done.current()
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [step, pathname, queries])
}
