import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Answer, type FailureCode, request as requestSchema } from '../../shared/contract/failure.ts'
import type { Desk } from '../api/desk.ts'
import { dispatch } from '../api/dispatch.ts'
import {
  announcesMore,
  type CallRate,
  createCallRate,
  guardConnections,
  letPass,
  SERVER_LIMITS,
} from './http-limits.ts'
import { contentSecurityPolicy, readPage, SAFE_HEADERS } from './page.ts'

/**
 * The same program for a browser on this PC: the page, and one address per operation. Binds 127.0.0.1 only. A browser gets in
 * through a one-time address, which hands it a cookie; the person still signs in. The cookie alone is not enough to act: the
 * request must come from our own page (host, origin, our header), which a foreign page cannot imitate.
 */
export type LocalServer = {
  readonly server: Server
  readonly origin: string
  /** An address that lets one browser in, once. */
  readonly newAddress: () => string
  readonly close: () => Promise<void>
}

export type HttpOptions = {
  readonly desk: Desk
  readonly pageFolder: string
  readonly port: number
  /** Told when an address was used, so that the next one can be shown. */
  readonly onAddressUsed?: () => void
  /** How many calls one browser has a second; more than a page of ours ever makes. */
  readonly callsPerSecond?: number
}

/** One a port: browsers do not tell the ports of a host apart, and a second program would let the first one's people out. */
const cookieOf = (port: number) => `ninepoint-${port}`
const CALLS_PER_SECOND = 60
const MAX_BODY_BYTES = 1_000_000
/** A register comes as base64 inside the request; a table that is to become a file as its cells. */
const MAX_BYTES_OF: Partial<Record<string, number>> = { 'imports.read': 45_000_000, 'exports.table': 12_000_000 }

const STATUS_OF: Partial<Record<FailureCode, number>> = {
  invalid_input: 400,
  not_signed_in: 401,
  wrong_secret: 401,
  forbidden: 403,
  not_yours: 403,
  not_found: 404,
  unknown_operation: 404,
  file_too_large: 413,
  too_many_tries: 429,
  internal: 500,
}

type State = HttpOptions & {
  readonly keys: Set<string>
  readonly browsers: Set<string>
  readonly takeCall: CallRate
  known: (socket: Socket) => void
  hosts: readonly string[]
  cookie: string
}

export async function serveLocally(options: HttpOptions): Promise<LocalServer> {
  const takeCall = createCallRate(options.callsPerSecond ?? CALLS_PER_SECOND)
  const state: State = {
    ...options,
    keys: new Set(),
    browsers: new Set(),
    takeCall,
    known: () => {},
    hosts: [],
    cookie: '',
  }
  const server = createServer(SERVER_LIMITS, (request, response) => {
    answer(state, request, response).catch((error: unknown) => {
      options.desk.log.error({ err: error }, 'the local server failed')
      if (!response.headersSent) refuse(response, 500, 'internal')
    })
  })
  state.known = guardConnections(server)
  const port = await listen(server, options.port)
  const origin = `http://127.0.0.1:${port}`
  state.cookie = cookieOf(port)
  state.hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  return {
    server,
    origin,
    newAddress: () => {
      const key = randomBytes(24).toString('base64url')
      state.keys.add(key)
      return `${origin}/open?key=${key}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The wished-for port, or any free one when another program (or this one, started twice) has it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(listen(server, 0))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!state.hosts.includes(request.headers.host ?? '')) return refuse(response, 403, 'forbidden')
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1')
  if (url === null) return refuse(response, 404, 'not_found')
  if (request.method === 'GET' && url.pathname === '/open') return letIn(state, request, response, url)
  const browser = browserOf(state, request)
  if (browser === null)
    return url.pathname.startsWith('/rpc/') ? refuse(response, 403, 'forbidden') : turnAway(response)
  state.known(request.socket)
  if (request.method === 'POST' && url.pathname.startsWith('/rpc/')) {
    return call(state, browser, url.pathname.slice('/rpc/'.length), request, response)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'unknown_operation')
  const page = await readPage(state.pageFolder, url.pathname)
  response.writeHead(page.status, page.headers).end(request.method === 'HEAD' ? undefined : page.body)
}

function browserOf(state: State, request: IncomingMessage): string | null {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const token = cookies.find((cookie) => cookie.startsWith(`${state.cookie}=`))?.slice(state.cookie.length + 1)
  return token !== undefined && state.browsers.has(token) ? token : null
}

function letIn(state: State, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const isKnown = browserOf(state, request) !== null
  if (!state.keys.delete(url.searchParams.get('key') ?? '') && !isKnown) return turnAway(response)
  const headers: Record<string, string> = {
    ...SAFE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  }
  if (!isKnown) {
    const token = randomBytes(32).toString('base64url')
    state.browsers.add(token)
    headers['set-cookie'] = `${state.cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`
  }
  // A page of its own that goes on by itself: a redirect out of a strange page would leave a strict cookie behind.
  const body =
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><link rel="icon" href="data:,"><title>九控</title>'
  response.writeHead(200, headers).end(body)
  state.onAddressUsed?.()
}

/** For whoever types the address without the key: what to do, in both languages, before any dictionary is loaded. */
function turnAway(response: ServerResponse): void {
  const headers = { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  const policy = { 'content-security-policy': contentSecurityPolicy('none') }
  response
    .writeHead(403, { ...headers, ...policy })
    .end(
      '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>九控 Ninepoint</title>' +
        '<h1>请用启动窗口里的一次性地址打开</h1><p>这个地址已经用过，或者不完整。启动九控的窗口里有最新的地址。</p>' +
        '<p lang="en">Please open the one-time address shown in the window where Ninepoint was started. This one has been used or is incomplete.</p></html>',
    )
}

async function call(
  state: State,
  browser: string,
  op: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!comesFromOurPage(state, request)) return refuse(response, 403, 'forbidden')
  if (!state.takeCall(browser)) {
    refuse(response, 429, 'too_many_tries')
    return letPass(request)
  }
  const limit = MAX_BYTES_OF[op] ?? MAX_BODY_BYTES
  const body = announcesMore(request, limit) ? null : await readBody(request, limit)
  if (body === undefined) return
  if (body === null) {
    refuse(response, 413, 'file_too_large')
    return letPass(request)
  }
  const parsed = requestSchema.safeParse(parseJson(body))
  if (!parsed.success || parsed.data.op !== op) return refuse(response, 400, 'invalid_input')
  reply(response, await dispatch(state.desk, browser, parsed.data))
}

function comesFromOurPage(state: State, request: IncomingMessage): boolean {
  const { origin, 'x-ninepoint': ours, 'content-type': type, 'sec-fetch-site': site } = request.headers
  if (ours !== '1' || type?.split(';')[0]?.trim() !== 'application/json') return false
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || state.hosts.some((host) => origin === `http://${host}`)
}

/** The text of a request; null when it is longer than allowed, with the rest still to come; undefined when the caller has gone away. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length
      if (size > limit) return null
      chunks.push(chunk as Buffer)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: number, code: FailureCode): void {
  send(response, status, { id: '', ok: false, failure: { code, fields: [], params: {} } })
}

function reply(response: ServerResponse, value: Answer): void {
  send(response, value.ok ? 200 : (STATUS_OF[value.failure.code] ?? 409), value)
}

function send(response: ServerResponse, status: number, value: Answer): void {
  response
    .writeHead(status, {
      ...SAFE_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(value))
}
