import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

/**
 * A link that opens something on a screen: `?open=order`, `?open=capture:ID`. `open` answers false for what is not its own, or
 * cannot be opened yet; what has been opened is taken out of the address, so that going back does not open it again.
 */
export function useOpenRequest(open: (what: string, subject: string) => boolean): void {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('open')
  useEffect(() => {
    if (asked === null) return
    const at = asked.indexOf(':')
    const [what, subject] = at < 0 ? [asked, ''] : [asked.slice(0, at), asked.slice(at + 1)]
    if (!open(what, subject)) return
    const left = new URLSearchParams(search)
    left.delete('open')
    setSearch(left, { replace: true })
  })
}
