import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createCallRate, SERVER_LIMITS } from '../../electron/transports/http-limits.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { type LocalLine, OURS, openLine } from '../support/local-line.ts'
import { isLong, rounds, tally } from '../support/rounds.ts'

vi.setConfig({ testTimeout: rounds(180_000, 1_800_000) })

// Whoever talks slowly, without end, or not at all keeps nobody else waiting, and the desk's memory is its own.

let desk: TestDesk
let line: LocalLine
let cookie = ''
const attackers: Socket[] = []
beforeAll(async () => {
  desk = testDesk()
  line = await openLine(desk.desk, { callsPerSecond: 100_000 })
  const browser = await line.newBrowser()
  cookie = browser.cookie
  desk.desk.sessions.open(browser.token, STAFF.manager, desk.now())
})
afterAll(async () => {
  for (const socket of attackers.splice(0)) socket.destroy()
  await line.close()
})

/** Waits for whichever comes first. */
function first(socket: Socket, ...events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const happened = () => {
      for (const event of events) socket.off(event, happened)
      resolve()
    }
    for (const event of events) socket.on(event, happened)
  })
}

/** A connection of somebody who means no good, open once this is answered; what it hears is kept. */
async function attacker(): Promise<{ readonly socket: Socket; readonly heard: () => string }> {
  const socket = connect(line.port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard = (heard + chunk.toString('latin1')).slice(0, 2000)
  })
  socket.on('error', () => {})
  attackers.push(socket)
  await first(socket, 'connect', 'close')
  return { socket, heard: () => heard }
}

const many = (count: number) => Promise.all(Array.from({ length: count }, attacker))
const heads = (more = '') => `POST /rpc/channels.list HTTP/1.1\r\nHost: 127.0.0.1:${line.port}\r\n${more}`
const ourHeads = (more = '') =>
  heads(`Cookie: ${cookie}\r\nX-Ninepoint: 1\r\nContent-Type: application/json\r\n${more}`)

const body = JSON.stringify({ id: '1', op: 'channels.list', input: {} })
const asked = () => ({ method: 'POST', path: '/rpc/channels.list', headers: { ...OURS, cookie }, body })

/** A page at work meanwhile: over the connection it has, and over new ones. Every call of it must be answered. */
async function expectServed(calls: number): Promise<void> {
  const served = tally(2 * calls)
  for (let n = 0; n < calls; n += 1) {
    for (const send of [line.send, line.sendAnew]) {
      expect((await send(asked())).status).toBe(200)
      served.done()
    }
  }
  served.expectAll()
}

const bytesHeld = () => process.memoryUsage().external + process.memoryUsage().heapUsed

describe('S10 the desk goes on answering', () => {
  it('while a thousand connections say nothing, and holds no more of them than it should', async () => {
    const count = rounds(1000, 4000)
    const opened = tally(count)
    for (let n = 0; n < count; n += 100) {
      for (const _ of await many(100)) opened.done()
      await expectServed(3)
    }
    opened.expectAll()
    expect(await line.connections()).toBeLessThan(600)
    await expectServed(20)
  })

  it('while others dribble their headers and bodies, a byte at a time', async () => {
    const slow = await many(200)
    const endless = `${heads()}X-A: ${'b'.repeat(40)}`
    const ours = ourHeads('Content-Length: 900000\r\n\r\n')
    for (let n = 0; n < endless.length; n += 1) {
      for (const [i, { socket }] of slow.entries())
        if (!socket.destroyed) socket.write((i % 2 === 0 ? endless : ours)[n] ?? ' ')
      if (n % 10 === 0) await expectServed(1)
    }
    await expectServed(20)
  })

  it('while bodies of two gigabytes are announced, by strangers and by a page run wild', async () => {
    const huge = `Content-Length: ${2 ** 31}\r\n\r\n`
    const all = await many(rounds(60, 300))
    for (const [n, { socket }] of all.entries()) socket.write(n % 2 === 0 ? heads(huge) : ourHeads(huge))
    await expectServed(20)
    for (const { socket, heard } of all) {
      if (heard() === '' && !socket.destroyed) await first(socket, 'data', 'close')
      expect(heard()).toMatch(/^HTTP\/1\.1 4(?:03|13) /)
    }
  })

  it('while a hundred megabytes trickle in without a length: refused, unread, cut off', async () => {
    const before = bytesHeld()
    let most = 0
    const { socket, heard } = await attacker()
    socket.write(ourHeads('Transfer-Encoding: chunked\r\n\r\n'))
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x20), Buffer.from('\r\n')])
    const chunks = rounds(1600, 8000)
    let sent = 0
    for (; sent < chunks && !socket.destroyed; sent += 1) {
      if (!socket.write(chunk)) await first(socket, 'drain', 'close')
      if (sent % 100 === 0) await expectServed(1)
      most = Math.max(most, bytesHeld() - before)
    }
    expect(heard()).toMatch(/^HTTP\/1\.1 413 /)
    expect(socket.destroyed).toBe(true)
    // More than the refusal needed was taken in, and far less than was sent.
    expect(sent * chunk.length).toBeGreaterThan(1_000_000)
    expect(sent).toBeLessThan(chunks)
    expect(most).toBeLessThan(64_000_000)
    await expectServed(5)
  })

  it('while requests come with ten thousand headers, or one of a megabyte', async () => {
    const tenThousand = Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${n}\r\n`).join('')
    const shapes = [tenThousand, `X-A: ${'a'.repeat(1_000_000)}\r\n`, `Cookie: ${'a=b; '.repeat(50_000)}\r\n`]
    const all = await many(60)
    for (const [n, { socket }] of all.entries()) socket.write(`${ourHeads(shapes[n % 3])}\r\n`)
    for (const { socket, heard } of all) {
      if (!socket.closed) await first(socket, 'close')
      // Node hangs up as soon as it is too much; what has not been read by then may swallow the answer.
      expect(heard()).toMatch(/^(?:HTTP\/1\.1 431 |$)/)
    }
    expect(all.some(({ heard }) => heard().startsWith('HTTP/1.1 431'))).toBe(true)
    await expectServed(20)
  })

  it('while one browser asks without end: it waits, and nobody else does', async () => {
    const limited = await openLine(desk.desk, { callsPerSecond: 0.5 })
    const [wild, calm] = [await limited.newBrowser(), await limited.newBrowser()]
    for (const { token } of [wild, calm]) desk.desk.sessions.open(token, STAFF.manager, desk.now())
    const statusOf = async (by: string) => (await limited.send({ ...asked(), headers: { ...OURS, cookie: by } })).status
    const statuses: number[] = []
    for (let n = 0; n < 40; n += 1) statuses.push(await statusOf(wild.cookie))
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    expect(statuses.filter((status) => status === 200).length).toBeLessThan(20)
    expect(await statusOf(calm.cookie)).toBe(200)
    await limited.close()
  })

  if (isLong)
    it('and lets go of those who are slow, in time', async () => {
      const { socket } = await attacker()
      socket.write(heads())
      await first(socket, 'close')
    })
})

describe('S10 the limits', () => {
  it('of a call rate: ten seconds’ worth at once, then as many as come back', () => {
    let now = 0
    const take = createCallRate(2, () => now)
    const taken = (count: number) => Array.from({ length: count }, () => take('a')).filter(Boolean).length
    expect(taken(100)).toBe(20)
    now = 1000
    expect(taken(100)).toBe(2)
    expect(take('b')).toBe(true)
    now = 3_600_000
    expect(taken(100)).toBe(20)
  })

  it('are shorter than Node’s own', () => {
    expect(SERVER_LIMITS.headersTimeout).toBeLessThanOrEqual(10_000)
    expect(SERVER_LIMITS.requestTimeout).toBeLessThanOrEqual(30_000)
    expect(SERVER_LIMITS.maxHeaderSize).toBeLessThanOrEqual(16_384)
  })
})
