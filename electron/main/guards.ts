import type { Session, WebContents } from 'electron'
import { PAGE_ORIGIN } from '../transports/ipc.ts'

/** Our page and nothing beside it: `app://bundle.evil`, a user name in front or another port are somewhere else. */
export function isOurPage(address: string): boolean {
  return address === PAGE_ORIGIN || address.startsWith(`${PAGE_ORIGIN}/`)
}

/** The window shows our page and stays there; it opens no other, embeds none, and asks the system for nothing. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; url: string }) => {
    if (!isOurPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Camera, microphone, place, notifications of the page: all refused. Nothing leaves this PC, whatever a page would ask for. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOurRequest(details.url) }))
}

/** The page with its parts, what it carries or makes itself (data:, blob:), and the developer tools where they are open. */
function isOurRequest(address: string): boolean {
  return isOurPage(address) || address.startsWith(`blob:${PAGE_ORIGIN}/`) || /^(?:data|devtools):/.test(address)
}
