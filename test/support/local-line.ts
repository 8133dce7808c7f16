import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { IpcMainInvokeEvent } from 'electron'
import type { Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { type HttpOptions, serveLocally } from '../../electron/transports/http.ts'
import { CALL_CHANNEL, carryOverIpc } from '../../electron/transports/ipc.ts'
import type { Answer } from '../../shared/contract/failure.ts'

export type Reply = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string }
export type Sent = {
  readonly method?: string
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

/** The headers our own page sends with every call. */
export const OURS = { 'content-type': 'application/json', 'x-ninepoint': '1' } as const

/** The local server over a desk, with a page of one line, and raw requests to it over connections that are kept. */
export type LocalLine = {
  readonly origin: string
  readonly port: number
  readonly newAddress: () => string
  /** Lets one more browser in: its cookie, and the token by which the desk knows it. */
  readonly newBrowser: () => Promise<{ readonly cookie: string; readonly token: string }>
  readonly send: (sent: Sent) => Promise<Reply>
  /** The same over a connection of its own. */
  readonly sendAnew: (sent: Sent) => Promise<Reply>
  /** How many connections the server holds. */
  readonly connections: () => Promise<number>
  readonly close: () => Promise<void>
}

export async function openLine(desk: Desk, options: Partial<HttpOptions> = {}): Promise<LocalLine> {
  const folder = mkdtempSync(join(tmpdir(), 'ninepoint-line-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script nonce="__NONCE__"></script>')
  writeFileSync(join(folder, 'assets/a.js'), '1')
  const local = await serveLocally({ desk, pageFolder: folder, port: 0, ...options })
  const port = Number(new URL(local.origin).port)
  const agent = new Agent({ keepAlive: true })
  const send: LocalLine['send'] = (sent) => sendRaw(agent, port, sent)
  return {
    origin: local.origin,
    port,
    newAddress: local.newAddress,
    newBrowser: async () => {
      const { pathname, search } = new URL(local.newAddress())
      const { headers } = await send({ path: pathname + search })
      const cookie = String((headers['set-cookie'] as string[])[0]).split(';')[0] ?? ''
      return { cookie, token: cookie.slice(cookie.indexOf('=') + 1) }
    },
    send,
    sendAnew: (sent) => sendRaw(new Agent({ keepAlive: false }), port, sent),
    connections: () => promisify(local.server.getConnections.bind(local.server))(),
    close: async () => {
      agent.destroy()
      await local.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function sendRaw(agent: Agent, port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const all = { host: `127.0.0.1:${port}`, ...headers }
    const out = httpRequest({ host: '127.0.0.1', port, method, path, agent, headers: all }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    out.on('error', reject)
    out.end(body)
  })
}

export type Ask = (op: string, input: unknown) => Promise<Answer>

/** One way to the gate: at one window or browser a person is signed in, at another nobody. */
export type Way = { readonly name: string; readonly windowOf: (staffId: string | null) => Promise<Ask> }

/** Over the local server: a browser for each. */
export function overHttp(desk: Desk, line: LocalLine): Way {
  return {
    name: 'HTTP',
    windowOf: async (staffId) => {
      const { cookie, token } = await line.newBrowser()
      if (staffId !== null) desk.sessions.open(token, staffId, desk.clock())
      return async (op, input) => {
        const body = JSON.stringify({ id: 'test', op, input })
        const sent = { method: 'POST', path: `/rpc/${op}`, headers: { ...OURS, cookie }, body }
        return JSON.parse((await line.send(sent)).body) as Answer
      }
    },
  }
}

/** What Electron calls with a message from a window: `frame` is who says it. */
export type Invoke = (windowId: number, message: unknown, frame?: unknown) => Promise<Answer>

export function openChannel(desk: Desk): Invoke {
  let listener: ((event: IpcMainInvokeEvent, message: unknown) => Promise<Answer>) | undefined
  carryOverIpc(
    { handle: (channel, found) => void (channel === CALL_CHANNEL && (listener = found)) },
    { call: (clientId, request) => dispatch(desk, clientId, request), act: async () => null },
  )
  return (windowId, message, frame = { url: 'app://bundle/#/today', parent: null }) => {
    const event = { sender: { id: windowId }, senderFrame: frame } as unknown as IpcMainInvokeEvent
    if (listener === undefined) throw new Error('nobody listens')
    return listener(event, message)
  }
}

/** Over Electron's channel: a window for each. */
export function overChannel(desk: Desk): Way {
  const invoke = openChannel(desk)
  let windows = 0
  return {
    name: 'Electron’s channel',
    windowOf: async (staffId) => {
      const window = ++windows
      if (staffId !== null) desk.sessions.open(`window-${window}`, staffId, desk.clock())
      return (op, input) => invoke(window, { id: 'test', op, input })
    },
  }
}
