import { type RefObject, useRef } from 'react'

/** A menu that was left by a key leaves the focus with its button, also for the dialog that one of its items opens. */
export function useMenuFocus(): {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onOpenChange: (isOpen: boolean) => void
} {
  const button = useRef<HTMLButtonElement>(null)
  return {
    button,
    onOpenChange: (isOpen) => {
      const isInMenu = Boolean(document.activeElement?.closest('.ant-dropdown'))
      if (!isOpen && isInMenu) button.current?.focus()
    },
  }
}
