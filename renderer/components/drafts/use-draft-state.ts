import { useRef, useState } from 'react'
import { type Draft, type DraftOptions, useDraftOn } from './use-draft.ts'

type Options<V extends object> = Omit<DraftOptions<V>, 'initial' | 'onRestored' | 'onDiscarded'> & {
  readonly initial: V
}

type DraftState<V extends object> = {
  readonly values: V
  /** What was typed of it, and not saved yet. */
  readonly said: Partial<V>
  readonly say: (change: Partial<V>) => void
  readonly draft: Draft
}

/**
 * Values that are typed without an Ant Design form, kept until they are saved. What nobody has typed follows `initial`, also when
 * that changes.
 */
export function useDraftState<V extends object>(options: Options<V>): DraftState<V> {
  const [said, setSaid] = useState<Partial<V>>({})
  // Keeping reads what was said in this very moment, before the screen knows.
  const latest = useRef(said)
  const put = (next: Partial<V>) => {
    latest.current = next
    setSaid(next)
  }
  const surface = {
    read: () => ({ ...options.initial, ...latest.current }),
    write: (values: Partial<V>) => put({ ...latest.current, ...values }),
    reset: () => put({}),
  }
  const draft = useDraftOn<V>(surface, options)
  const say = (change: Partial<V>) => {
    surface.write(change)
    draft.keep()
  }
  const done = () => {
    put({})
    draft.done()
  }
  return { values: { ...options.initial, ...said }, said, say, draft: { ...draft, done } }
}
