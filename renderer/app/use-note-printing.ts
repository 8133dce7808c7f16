import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { router } from './routes.tsx'

/** The screen as the audit trail names it, `board.followUpAudit`, and the customer it is about; a number or a name is neither. */
function screenOf(pathname: string): { readonly about: string; readonly leadId: string | null } {
  const [screen = '', part] = pathname.split('/').filter((one) => one !== '')
  if (screen === 'leads' && part !== undefined) return { about: 'leads', leadId: decodeURIComponent(part) }
  return { about: part !== undefined && /^[a-zA-Z]+$/.test(part) ? `${screen}.${part}` : screen, leadId: null }
}

/** Tells the audit trail that a page was printed, however printing was asked for. Nobody's printer waits for it. */
export function useNotePrinting(): void {
  useEffect(() => {
    const note = () => void api.exports.printed(screenOf(router.state.location.pathname)).catch(() => undefined)
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [])
}
