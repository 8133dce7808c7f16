import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'

type Props = {
  readonly to: string
  readonly isSmall?: boolean
  /** Beside another one that matters more. */
  readonly isQuiet?: boolean
  readonly children: ReactNode
}

/** The button of an empty place: where its filling begins. */
export function GoButton({ to, isSmall = false, isQuiet = false, children }: Props) {
  const navigate = useNavigate()
  return (
    <Button
      type={isQuiet ? 'default' : 'primary'}
      size={isSmall ? 'small' : 'middle'}
      onClick={() => void navigate(to)}
    >
      {children}
    </Button>
  )
}
