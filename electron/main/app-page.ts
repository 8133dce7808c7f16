import { PAGE_ORIGIN } from '../transports/ipc.ts'
import { readPage } from '../transports/page.ts'

/** Answers app://bundle/… with the built page; everything else is not there. */
export function pageHandler(pageFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = URL.parse(request.url)
    // For a scheme of our own URL.origin is 'null' in Node and 'app://bundle' in Electron: the host decides.
    const isOurs = url !== null && url.protocol === 'app:' && `app://${url.host}` === PAGE_ORIGIN
    const page = isOurs ? await readPage(pageFolder, url.pathname) : null
    if (page === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(page.body), { status: page.status, headers: page.headers })
  }
}
