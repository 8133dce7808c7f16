import type { IncomingMessage, Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

/** What the local server allows anybody before it knows them: Node's own limits are made for servers with a proxy before them. */
export const SERVER_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions

const MOST_HEADERS = 100
const MOST_CONNECTIONS = 1024
/** Connections over which no browser of ours has asked for anything yet. */
const MOST_STRANGERS = 512

/**
 * Whoever fills the server with connections and says nothing on them must not keep our own page out: the oldest of them makes room
 * for the next. Answers how to say that a connection belongs to a browser that was let in.
 */
export function guardConnections(server: Server): (socket: Socket) => void {
  server.maxHeadersCount = MOST_HEADERS
  server.maxConnections = MOST_CONNECTIONS
  const strangers = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    strangers.add(socket)
    socket.once('close', () => strangers.delete(socket))
    const [oldest] = strangers
    if (strangers.size > MOST_STRANGERS) oldest?.destroy()
  })
  return (socket) => void strangers.delete(socket)
}

/** Takes one call of a browser; false when it has had more than it may. */
export type CallRate = (browser: string) => boolean

const BURST_SECONDS = 10

/** A page that has run wild must not starve the desk: so many calls a second, and those of ten seconds at once. */
export function createCallRate(perSecond: number, clockMs: () => number = () => performance.now()): CallRate {
  const most = perSecond * BURST_SECONDS
  const left = new Map<string, { readonly calls: number; readonly atMs: number }>()
  return (browser) => {
    const atMs = clockMs()
    const before = left.get(browser)
    const calls = before === undefined ? most : Math.min(most, before.calls + ((atMs - before.atMs) / 1000) * perSecond)
    left.set(browser, { calls: calls < 1 ? calls : calls - 1, atMs })
    return calls >= 1
  }
}

/** Asks to be sent what is announced as longer than this only to be thrown away: no. */
export function announcesMore(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit
}

const MOST_UNREAD_BYTES = 64_000_000

/** Lets the rest of a refused request go by unread, or the caller would see a broken connection instead of the refusal; not for ever. */
export function letPass(request: IncomingMessage): void {
  let left = MOST_UNREAD_BYTES
  request.on('error', () => {})
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) request.destroy()
  })
  request.resume()
}
