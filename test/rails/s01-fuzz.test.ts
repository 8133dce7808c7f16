import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { carryInProcess } from '../../electron/transports/in-process.ts'
import { operations } from '../../shared/contract/contract.ts'
import { type Answer, FAILURE_CODES } from '../../shared/contract/failure.ts'
import type { Operation } from '../../shared/contract/operation.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { STAFF } from '../support/desk.ts'
import { type FuzzedDesk, fuzzedDesk } from '../support/fuzzed-desk.ts'
import { ANYTHING, CLONED, misshapen, shaped } from '../support/hostile-input.ts'
import { type LocalLine, OURS, openChannel, openLine } from '../support/local-line.ts'
import { rounds, seed, tally } from '../support/rounds.ts'

vi.setConfig({ testTimeout: rounds(180_000, 1_800_000) })

// Whatever is asked of the gate, over whichever carrier: an answer with a code of ours, and nothing of it done when it was refused.

/** Tasks that are done in a moment; the others hash secrets, copy files or work on threads: only what they refuse is sent to them. */
const QUICK_TASKS =
  /^(?:exports\.|drafts\.|imports\.(?!read$)|session\.signOut$|setup\.(?:createStore|claimStore)$|store\.(?:markMoved|previewBackup)$)/
const PER_SHOWROOM = 1000
const WHO = [...Object.values(STAFF), null]
const ROLE_OF = {
  owner: 'owner',
  manager: 'manager',
  lin: 'salesperson',
  wang: 'salesperson',
  reception: 'reception',
} as const satisfies Record<string, Role>

type Call = { readonly op: string; readonly input: unknown; readonly who: string | null }

function callsOf(desk: FuzzedDesk, count: number, from: number, odd: fc.Arbitrary<unknown>): Call[] {
  const all = [...operations].map(([op, operation]) => callOf(op, operation, desk, odd))
  const strange = fc.tuple(fc.constantFrom('toString', '__proto__', '', 'leads', 'leads.', 'leads.get.x', '../x'), odd)
  const stranger = strange.map(([op, input]) => ({ op, input, who: STAFF.owner as string }))
  return fc.sample(fc.oneof(...all, stranger), {
    numRuns: count,
    seed: from,
  })
}

/** One call of an operation: mostly by somebody who may make it. */
function callOf(op: string, { kind, input, access }: Operation, desk: FuzzedDesk, odd: fc.Arbitrary<unknown>) {
  const whole = shaped(input, desk.plausible)
  const broken = misshapen(whole, odd)
  const isSlow = kind === 'task' && !QUICK_TASKS.test(op)
  const sent = isSlow
    ? broken.filter((value) => !input.safeParse(value ?? {}).success)
    : fc.oneof({ weight: 3, arbitrary: whole }, { weight: 2, arbitrary: broken })
  const may = Object.values(STAFF).filter((id) => access.roles === 'anyone' || access.roles.includes(ROLE_OF[id]))
  const who = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...may) },
    { weight: 1, arbitrary: fc.constantFrom(...WHO) },
  )
  return fc.record({ op: fc.constant(op), input: sent, who })
}

const TELLS =
  /node_modules|better-sqlite|SQLITE_|\bat \S+ \(|\.ts:\d+|\/tmp\/|\/home\/|\bSELECT\b.*\bFROM\b|no such (?:table|column)/
const CODES: ReadonlySet<string> = new Set(FAILURE_CODES)

/** What is wrong with an answer; its own failure text is all that a refusal says. */
function faultsOf(answer: Answer): string[] {
  if (answer.ok) return []
  const { code, params } = answer.failure
  const said = JSON.stringify(answer.failure.fields.map((field) => field.code)) + JSON.stringify({ ...params, code })
  return [
    ...(CODES.has(code) ? [] : [`unknown code ${code}`]),
    ...(code === 'internal' ? ['internal'] : []),
    ...(TELLS.test(said) ? [`tells ${said}`] : []),
  ]
}

type Carry = (desk: FuzzedDesk, call: Call) => Promise<Answer>

/** Runs so many calls, a fresh showroom every thousand; answers what went wrong, and how many were done and refused. */
async function fuzz(count: number, odd: fc.Arbitrary<unknown>, open: (desk: FuzzedDesk) => Promise<Carry>) {
  const outcome = { done: 0, refused: 0, faults: [] as string[], operations: new Set<string>() }
  for (let from = 0; from < count; from += PER_SHOWROOM) {
    const desk = await fuzzedDesk()
    const carry = await open(desk)
    for (const call of callsOf(desk, Math.min(PER_SHOWROOM, count - from), seed + from, odd)) {
      let answer: Answer | undefined
      const left = await desk.watch(async () => {
        answer = await carry(desk, { ...call, input: desk.asSent(call.input) })
        if (answer.ok) desk.learn(answer.undoId)
        return answer.ok
      })
      outcome[answer?.ok === true ? 'done' : 'refused'] += 1
      if (answer?.ok === true) outcome.operations.add(call.op)
      const faults = [
        ...(answer === undefined ? ['no answer'] : faultsOf(answer)),
        ...left.map((table) => `left in ${table}`),
      ]
      const why = faults.length === 0 ? '' : causeOf(desk)
      outcome.faults.push(...faults.map((fault) => `${call.op} ${fault}: by ${call.who} ${brief(call.input)} ${why}`))
    }
  }
  return outcome
}

/** The first lines of what stands in the log. */
function causeOf({ errors }: FuzzedDesk): string {
  const { err } = JSON.parse(errors.at(-1) ?? '{"err":""}') as { err: string }
  return err.slice(0, 300)
}

/** One of each operation. */
function firstOf(faults: readonly string[]): string[] {
  return [...new Map(faults.map((fault) => [fault.slice(0, fault.indexOf(':')), fault])).values()]
}

function brief(input: unknown): string {
  try {
    return JSON.stringify(input)?.slice(0, 300) ?? 'undefined'
  } catch {
    return String(input)
  }
}

const lines: LocalLine[] = []
afterAll(() => Promise.all(lines.map((line) => line.close())))

/** The control: a good part of the calls was really done, of most operations, or nothing but the parser was tried. */
function expectReached(
  outcome: { readonly done: number; readonly operations: ReadonlySet<string> },
  count: number,
): void {
  expect(outcome.done / count).toBeGreaterThan(0.2)
  expect(outcome.operations.size / operations.size).toBeGreaterThan(0.6)
}

describe('S1 no call crashes the desk, tells of its inside, or leaves something behind when it is refused', () => {
  it('of a program beside the gate', async () => {
    const count = rounds(3000, 30_000)
    const outcome = await fuzz(count, ANYTHING, async ({ desk }) => {
      const carry = carryInProcess(desk, 'fuzz')
      return async (_, { op, input, who }) => {
        signIn(desk, 'fuzz', who)
        return carry({ id: 'f', op, input })
      }
    })
    expect(firstOf(outcome.faults), `seed ${seed}`).toEqual([])
    expect(outcome.done + outcome.refused, 'calls').toBe(count)
    expectReached(outcome, count)
  })

  it('of a window, whose messages are more than JSON', async () => {
    const count = rounds(7000, 70_000)
    const outcome = await fuzz(count, fc.oneof(ANYTHING, CLONED), async ({ desk }) => {
      const invoke = openChannel(desk)
      return (_, { op, input, who }) => {
        signIn(desk, 'window-1', who)
        return invoke(1, op === '' ? input : { id: 'f', op, input })
      }
    })
    expect(firstOf(outcome.faults), `seed ${seed}`).toEqual([])
    expect(outcome.done + outcome.refused, 'calls').toBe(count)
    expectReached(outcome, count)
  })

  it('of a browser', async () => {
    const count = rounds(10_000, 100_000)
    const statuses = new Map<number, number>()
    const outcome = await fuzz(count, ANYTHING, async ({ desk }) => {
      const line = await openLine(desk, { callsPerSecond: 1e9 })
      lines.push(line)
      const { cookie, token } = await line.newBrowser()
      return async (_, { op, input, who }) => {
        signIn(desk, token, who)
        const body = JSON.stringify({ id: 'f', op, input })
        const path = `/rpc/${encodeURIComponent(op)}`
        const reply = await line.send({ method: 'POST', path, headers: { ...OURS, cookie }, body })
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
        return JSON.parse(reply.body) as Answer
      }
    })
    expect(firstOf(outcome.faults), `seed ${seed}`).toEqual([])
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([])
    expect(outcome.done + outcome.refused, 'calls').toBe(count)
    expectReached(outcome, count)
  })
})

function signIn(desk: FuzzedDesk['desk'], client: string, who: string | null): void {
  if (who === null) desk.sessions.close(client)
  else desk.sessions.open(client, who, desk.clock())
}

/** Bytes that are no request, or two requests in one, or one that two readers would read differently. */
function rawRequests(line: LocalLine, cookie: string): readonly string[] {
  const host = `Host: 127.0.0.1:${line.port}`
  const ours = `${host}\r\nCookie: ${cookie}\r\nX-Ninepoint: 1\r\nContent-Type: application/json`
  const act = JSON.stringify({ id: 's', op: 'doorCounts.save', input: { date: '2026-05-18', count: 7 } })
  // Whoever smuggles does not have the cookie: it is in the request around it.
  const hidden = `POST /rpc/doorCounts.save HTTP/1.1\r\n${host}\r\nX-Ninepoint: 1\r\nContent-Type: application/json\r\nContent-Length: ${act.length}\r\n\r\n${act}`
  const call = (headers: string, body: string) =>
    `POST /rpc/session.touch HTTP/1.1\r\n${ours}\r\n${headers}\r\n\r\n${body}`
  return [
    call('Content-Length: 5\r\nTransfer-Encoding: chunked', `0\r\n\r\n${hidden}`),
    call('Transfer-Encoding: chunked\r\nContent-Length: 5', `0\r\n\r\n${hidden}`),
    call('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', `0\r\n\r\n${hidden}`),
    call('Transfer-Encoding: xchunked', hidden),
    call('Transfer-Encoding : chunked', `0\r\n\r\n${hidden}`),
    call('Transfer-Encoding:\x0bchunked', `0\r\n\r\n${hidden}`),
    call('Content-Length: 0\r\nContent-Length: 400', hidden),
    call('Content-Length: 0, 400', hidden),
    call('Content-Length: +0', hidden),
    call('Content-Length: -1', hidden),
    call('Content-Length: 0x10', hidden),
    call('Content-Length: 99999999999999999999', 'x'),
    call('Content-Length:', hidden),
    call('Content-Length: 2\r\nExpect: 100-continue', '{}'),
    call('Content-Length: 2\r\nExpect: 200-please', '{}'),
    call('Transfer-Encoding: chunked', 'ffffffffffffffff\r\n'),
    call('Transfer-Encoding: chunked', '-1\r\n\r\n'),
    call('Transfer-Encoding: chunked', '5;a="\r\n\r\n"\r\nhello\r\n0\r\nX: y\r\n\r\n'),
    call('Transfer-Encoding: chunked', '2\n{}\n0\n\n'),
    call('X-A: b\r\n folded: c\r\nContent-Length: 2', '{}'),
    call('X-A: b\rX-C: d\r\nContent-Length: 2', '{}'),
    call('X-A: b\0c\r\nContent-Length: 2', '{}'),
    call('Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 2', '{}'),
    call('Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 2', '{}'),
    call('Content-Encoding: gzip\r\nContent-Length: 4', '\x1f\x8b\x08\x00'),
    call(`Content-Length: ${act.length}\r\nX-HTTP-Method-Override: GET`, act),
    `GET / HTTP/1.1\r\n${ours}\r\n${ours}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\n${ours}\r\n\r\n`,
    `GET http://127.0.0.1:${line.port}/ HTTP/1.1\r\n${ours}\r\n\r\n`,
    `GET http://evil.example/ HTTP/1.1\r\n${ours}\r\n\r\n`,
    `CONNECT evil.example:80 HTTP/1.1\r\n${ours}\r\n\r\n`,
    `TRACE / HTTP/1.1\r\n${ours}\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\n${ours}\r\n\r\n`,
    `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    'GET /\r\n\r\n',
    `GET / HTTP/1.0\r\n\r\n`,
    `GET / HTTP/9.9\r\n${ours}\r\n\r\n`,
    `GET ${'/a'.repeat(20_000)} HTTP/1.1\r\n${ours}\r\n\r\n`,
    `GET /%00%ff%zz HTTP/1.1\r\n${ours}\r\n\r\n`,
    `GET //evil.example/ HTTP/1.1\r\n${ours}\r\n\r\n`,
    `GET / HTTP/1.1\n${host}\n\n`,
    `G\0T / HTTP/1.1\r\n${ours}\r\n\r\n`,
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    '\r\n\r\n\r\n',
    '\0'.repeat(100),
    'A'.repeat(100_000),
  ]
}

/** What comes back for bytes after which nothing more is said, until the server hangs up. */
function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(Buffer.from(bytes, 'latin1')))
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
    })
    // Hanging up in the middle of it is an answer too.
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
  })
}

describe('S1 bytes that are no request, or hide a second one', () => {
  it('are refused, run nothing, and the desk goes on', async () => {
    const desk = await fuzzedDesk()
    const line = await openLine(desk.desk)
    lines.push(line)
    const { cookie, token } = await line.newBrowser()
    const requests = rawRequests(line, cookie)
    const sent = tally(requests.length)
    const faults: string[] = []
    for (const bytes of requests) {
      desk.desk.sessions.open(token, STAFF.manager, desk.now())
      const left = await desk.watch(async () => {
        const heard = await say(line.port, bytes)
        if (/HTTP\/1\.1 5/.test(heard) || TELLS.test(heard))
          faults.push(`${JSON.stringify(bytes.slice(0, 200))}: ${heard}`)
        return false
      })
      faults.push(...left.map((table) => `${JSON.stringify(bytes)} left in ${table}`))
      sent.done()
    }
    expect(faults).toEqual([])
    sent.expectAll()
    // The control: what was hidden is done when it is asked for in the open.
    const act = { id: 's', op: 'doorCounts.save', input: { date: '2026-05-18', count: 7 } }
    const headers = { ...OURS, cookie }
    const reply = await line.send({ method: 'POST', path: '/rpc/doorCounts.save', headers, body: JSON.stringify(act) })
    expect(reply.status).toBe(200)
    expect(desk.db.prepare("SELECT count FROM door_counts WHERE date = '2026-05-18'").pluck().get()).toBe(7)
  })
})
