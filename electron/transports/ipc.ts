import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { type Answer, request as requestSchema } from '../../shared/contract/failure.ts'
import type { Desk } from '../api/desk.ts'
import { dispatch } from '../api/dispatch.ts'

/** The one channel between the page and the main side. */
export const CALL_CHANNEL = 'ninepoint:call'

/** The origin of our own page inside Electron; nothing else may call. */
export const PAGE_ORIGIN = 'app://bundle'

/** Electron's carrier: one channel, only for the top frame of our own page. The session belongs to the window. */
export function carryOverIpc(ipcMain: Pick<IpcMain, 'handle'>, desk: Desk): void {
  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown): Promise<Answer> => {
    const parsed = requestSchema.safeParse(message)
    if (!isOurPage(event)) return refusal('forbidden')
    if (!parsed.success) return refusal('invalid_input')
    return dispatch(desk, `window-${event.sender.id}`, parsed.data)
  })
}

function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null) return false
  return frame.url === PAGE_ORIGIN || frame.url.startsWith(`${PAGE_ORIGIN}/`)
}

function refusal(code: 'forbidden' | 'invalid_input'): Answer {
  return { id: '', ok: false, failure: { code, fields: [], params: {} } }
}
