import { Radio } from 'antd'
import type { ReactNode } from 'react'

export type Choice<T> = {
  readonly value: T
  readonly label: string
  readonly hint?: ReactNode
  readonly extra?: ReactNode
}

type Props<T> = {
  readonly ariaLabel: string
  /** Null: nobody has chosen yet. */
  readonly value: T | null
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  /** As cards side by side, for the one choice that everything hangs on. */
  readonly isCards?: boolean
}

/** One of a few, each with what it means; real radio buttons. */
export function Choices<T extends string | number>({ ariaLabel, value, choices, onChange, isCards = false }: Props<T>) {
  return (
    <Radio.Group
      className={isCards ? 'im-cards' : 'im-choices'}
      aria-label={ariaLabel}
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice.value === target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {choices.map((choice) => (
        <div key={choice.value} className="im-choice">
          <Radio value={choice.value}>
            <span className="im-choice-label">{choice.label}</span>
            {choice.hint !== undefined && <span className="np-muted im-choice-hint">{choice.hint}</span>}
          </Radio>
          {choice.extra}
        </div>
      ))}
    </Radio.Group>
  )
}
