import type { Answer, Request } from '../../shared/contract/failure.ts'
import type { ShellAsk } from '../../shared/shell/shell-messages.ts'

/** Carries one request to the gate. Rejects only when nobody answers; a refusal is an answer. */
export type Transport = (request: Request) => Promise<Answer>

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly ninepoint?: { readonly call: Transport; readonly on: (listener: (ask: ShellAsk) => void) => void }
  }
}

/**
 * The header makes the request one that a foreign page cannot send without a preflight, which the server never grants; the cookie
 * is same-origin and strict.
 */
async function overHttp(request: Request): Promise<Answer> {
  const response = await fetch(`/rpc/${request.op}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'X-Ninepoint': '1' },
    body: JSON.stringify(request),
    // What was typed last arrives even when the page that sends it is gone.
    keepalive: request.op.startsWith('drafts.'),
  })
  return (await response.json()) as Answer
}

export const transport: Transport = (request) => (window.ninepoint?.call ?? overHttp)(request)
