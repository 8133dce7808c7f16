import type { FormInstance } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type DraftContent, draftable } from '../../../shared/values/draft-content.ts'
import type { zh } from '../../i18n/zh.ts'
import { dropDraft, findDraft, keepDraft, onDiscarded } from '../../stores/drafts.ts'
import { changedFrom, isEmpty, layOver, partsOf, standing, toContent, without } from './draft-values.ts'

/** Every form that is kept has a name here, in the words of the dictionary. */
export type DraftForm = keyof (typeof zh)['drafts']['form']

export type DraftOptions<V extends object> = {
  readonly form: DraftForm
  /** What it is about: a lead's id, a month. Empty where it is about nothing yet. */
  readonly subject: string
  /** How the form stands before anybody types; only what differs is kept. */
  readonly initial: Partial<V>
  /** It changes what is on file: what others have changed since is never typed over without being asked. */
  readonly isEdit?: boolean
  readonly leaveOut?: readonly (keyof V & string)[]
  /** Whom it is about, in words: known beforehand, or as far as it has been typed. */
  readonly about?: string | ((values: Partial<V>) => string | undefined)
  /** Where to go on with it, below `#`; without one it is not listed among what was not finished. */
  readonly path?: string
  /** More than fields hangs on what comes back. */
  readonly onRestored?: (values: Partial<V>) => void
  readonly onDiscarded?: () => void
}

/** Where values are typed: a form, or state of its own. */
export type DraftSurface<V extends object> = {
  readonly read: () => Partial<V>
  readonly write: (values: Partial<V>) => void
  readonly reset: () => void
}

export type Draft = {
  /** What came back when the form opened, until it is saved, discarded or settled. */
  readonly restored: Restored | null
  /** Something was typed. */
  readonly keep: () => void
  /** It is saved: nothing is left to be kept. */
  readonly done: () => void
  /** Back to how the form stands on file. */
  readonly discard: () => void
  /** Lays over it what others have changed meanwhile. */
  readonly applyStale: () => void
}

export type Restored = {
  readonly savedAt: number
  readonly hasFresh: boolean
  /** Not laid over the form: the same fields have been changed since. */
  readonly stale: DraftContent
  readonly staleBase: DraftContent
}

type FormOptions<V extends object> = DraftOptions<V> & {
  /** The form is laid out anew whenever `initial` changes; any other stays as it was when it opened. */
  readonly follows?: boolean
}

/** What was typed into a form and not saved comes back when the form opens again: hand `keep` to its onValuesChange. */
export function useDraft<V extends object>(form: FormInstance<V>, options: FormOptions<V>): Draft {
  const [opened, setOpened] = useState(options.initial)
  const read = () => form.getFieldsValue(true) as Partial<V>
  const surface: DraftSurface<V> = {
    read,
    write: (values) => form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0]),
    reset: () => {
      form.resetFields()
      setOpened(options.initial)
    },
  }
  const draft = useDraftOn(surface, { ...options, initial: options.follows === true ? options.initial : opened })
  const done = () => {
    draft.done()
    // What has been saved is what the next change starts from, where the form stays open.
    if (options.isEdit === true) setOpened(read())
  }
  return { ...draft, done }
}

/** The same for values that are not an Ant Design form's. */
export function useDraftOn<V extends object>(surface: DraftSurface<V>, options: DraftOptions<V>): Draft {
  const { form, subject, isEdit = false, leaveOut = [] } = options
  const place = { form, subject }
  const initial = draftable(options.initial)
  const [restored, setRestored] = useState<Restored | null>(null)

  const write = (content: DraftContent) => {
    // It was read from the same form; a value of another form's making would be one the person sees there.
    const values = content as Partial<V>
    surface.write(values)
    options.onRestored?.(values)
  }
  const keep = (stale: Pick<Restored, 'stale' | 'staleBase'> | null) => {
    const typed = surface.read()
    const values = changedFrom(initial, without(draftable(typed), leaveOut))
    const names = Object.keys(values)
    const left = { values: without(stale?.stale ?? {}, names), base: without(stale?.staleBase ?? {}, names) }
    const all = { ...left.values, ...values }
    if (isEmpty(all)) return dropDraft(place)
    const base = isEdit ? { ...left.base, ...standing(names, initial) } : null
    const about = typeof options.about === 'function' ? options.about(typed)?.trim() : options.about
    keepDraft(place, toContent({ values: all, base, about: about || null, path: options.path ?? null }))
  }

  useLayoutEffect(() => {
    const kept = findDraft(place)
    setRestored(null)
    if (kept === null) return
    const parts = partsOf(kept.content)
    const { fresh, stale } = layOver({ ...parts, values: without(parts.values, leaveOut) }, initial)
    // Somebody has saved the same meanwhile, or the page ended between saving and forgetting.
    if (isEmpty(fresh) && isEmpty(stale)) return dropDraft(place)
    if (!isEmpty(fresh)) write(fresh)
    const staleBase = standing(Object.keys(stale), parts.base ?? {})
    setRestored({ savedAt: kept.savedAt, hasFresh: !isEmpty(fresh), stale, staleBase })
  }, [form, subject])

  const end = () => {
    dropDraft(place)
    setRestored(null)
  }
  const discard = () => {
    end()
    surface.reset()
    options.onDiscarded?.()
  }
  const latest = useRef(discard)
  useEffect(() => {
    latest.current = discard
  })
  useEffect(() => onDiscarded({ form, subject }, () => latest.current()), [form, subject])
  return {
    restored,
    keep: () => keep(restored),
    done: end,
    discard,
    applyStale: () => {
      if (restored === null) return
      write(restored.stale)
      setRestored({ ...restored, hasFresh: true, stale: {}, staleBase: {} })
      keep(null)
    },
  }
}
