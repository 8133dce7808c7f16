import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import {
  type Answer,
  type FailureCode,
  Refusal,
  type Request,
  request as requestSchema,
} from '../../shared/contract/failure.ts'
import type { ShellAct } from '../../shared/shell/shell-messages.ts'

/** The one channel from the page to the main side, and the one back. */
export const CALL_CHANNEL = 'ninepoint:call'
export const ASK_CHANNEL = 'ninepoint:ask'

/** The origin of our own page inside Electron; nothing else may call. */
export const PAGE_ORIGIN = 'app://bundle'

export type IpcOptions = {
  /** The gate, wherever it runs. */
  readonly call: (clientId: string, request: Request) => Promise<Answer>
  /** What is asked of the shell itself, under the operation `shell.act`; answers with ShellAnswers. */
  readonly act: (act: ShellAct) => Promise<unknown>
}

const fileName = z.string().min(1).max(200)

const shellAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('state'),
    state: z.strictObject({ language: z.enum(['zh', 'en']), due: z.int().min(0).nullable(), isBusy: z.boolean() }),
  }),
  z.strictObject({ kind: z.literal('print') }),
  z.strictObject({ kind: z.literal('save_pdf'), fileName }),
  z.strictObject({ kind: z.literal('facts') }),
  z.strictObject({ kind: z.literal('start_with_system'), isWanted: z.boolean() }),
  z.strictObject({ kind: z.literal('show_data') }),
  z.strictObject({ kind: z.literal('save_packed'), file: fileName }),
  z.strictObject({ kind: z.literal('choose_packed') }),
  z.strictObject({ kind: z.literal('update_from_file') }),
]) satisfies z.ZodType<ShellAct>

/** Electron's carrier: one channel, only for the top frame of our own page. The session belongs to the window. */
export function carryOverIpc(ipcMain: Pick<IpcMain, 'handle'>, { call, act }: IpcOptions): void {
  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown): Promise<Answer> => {
    const parsed = requestSchema.safeParse(message)
    if (!isOurPage(event)) return refusal('forbidden')
    if (!parsed.success) return refusal('invalid_input')
    const { id, op, input } = parsed.data
    if (op !== 'shell.act') return call(`window-${event.sender.id}`, parsed.data)
    const wanted = shellAct.safeParse(input)
    if (!wanted.success) return refusal('invalid_input', id)
    try {
      return { id, ok: true, value: (await act(wanted.data)) ?? null }
    } catch (error) {
      if (error instanceof Refusal) return { id, ok: false, failure: error.failure }
      throw error
    }
  })
}

function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null) return false
  return frame.url === PAGE_ORIGIN || frame.url.startsWith(`${PAGE_ORIGIN}/`)
}

function refusal(code: FailureCode, id = ''): Answer {
  return { id, ok: false, failure: { code, fields: [], params: {} } }
}
