import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef } from 'react'
import './floor.css'

export type Choice<T> = { readonly value: T; readonly label: string; readonly hint?: string }

/** What a form needs to bring the eye here. */
type Focusable = { readonly focus: () => void; readonly nativeElement: HTMLElement | null }

type Props<T> = {
  readonly choices: readonly Choice<T>[]
  readonly ariaLabel: string
  readonly id?: string
  readonly ref?: Ref<Focusable>
  readonly value?: T | null
  readonly onChange?: (value: T | null) => void
  /** A second press takes the choice back. */
  readonly clearable?: boolean
  readonly disabled?: boolean
}

/**
 * One of a few, all in sight: real radio buttons, so that Tab enters, arrows move and Enter saves the form. The digits choose
 * directly.
 */
export function ChoiceButtons<T extends string | number>(props: Props<T>) {
  const { choices, ariaLabel, id, ref, value = null, onChange, clearable = false, disabled = false } = props
  const name = useId()
  const group = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    focus: () => group.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus(),
    nativeElement: group.current,
  }))
  const chosenAt = choices.findIndex((choice) => choice.value === value)
  const stop = Math.max(0, chosenAt)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
    const chosen = choices[Number(event.key) - 1]
    if (chosen === undefined) return
    event.preventDefault()
    onChange?.(chosen.value)
    group.current?.querySelectorAll('input')[Number(event.key) - 1]?.focus()
  }
  return (
    <div className="fl-choices" role="radiogroup" aria-label={ariaLabel} id={id} ref={group} onKeyDown={onKeyDown}>
      {choices.map((choice, at) => (
        <label key={choice.value} className="fl-choice" title={choice.hint}>
          <input
            type="radio"
            name={name}
            // One stop for Tab in the group, also while nothing is chosen, where browsers differ.
            tabIndex={at === stop ? 0 : -1}
            disabled={disabled}
            checked={choice.value === value}
            onChange={() => onChange?.(choice.value)}
            onClick={() => {
              if (clearable && choice.value === value) onChange?.(null)
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  )
}
