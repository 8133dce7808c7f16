import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { usePrinting } from '../stores/printing.ts'

/**
 * Lays the page out for paper while it is printed, however printing was asked for: light colours, the width of a sheet (print.css
 * hangs on the class). The browser takes its picture as soon as the event is over, so everything is drawn anew within it.
 */
export function usePaper(): void {
  useEffect(() => {
    const root = document.documentElement
    const before = () => {
      root.classList.add('np-paper')
      flushSync(() => usePrinting.setState({ since: Date.now() }))
    }
    const after = () => {
      usePrinting.setState({ since: null })
      root.classList.remove('np-paper')
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}
