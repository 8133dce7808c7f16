import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { type LocalLine, OURS, openLine } from '../support/local-line.ts'
import { tally } from '../support/rounds.ts'

// Who may act on the local server: our own page in a browser that was let in, and nothing that another page, another program's
// page, or a name that leads here (DNS rebinding) could send.

let desk: TestDesk
let line: LocalLine
let cookie = ''
let token = ''
beforeAll(async () => {
  desk = testDesk()
  line = await openLine(desk.desk, { callsPerSecond: 100_000 })
  ;({ cookie, token } = await line.newBrowser())
})
afterAll(() => line.close())

type Change = readonly [what: string, headers: Readonly<Record<string, string | undefined>>, isOurs: boolean]

/** OWN, PORT, TOKEN stand for what is only known once the server runs; undefined leaves a header out. */
const HOSTS: readonly Change[] = [
  ['our address', {}, true],
  ['our name', { host: 'localhost:PORT' }, true],
  ['a foreign name', { host: 'evil.example' }, false],
  ['a foreign name on our port', { host: 'evil.example:PORT' }, false],
  ['a name that leads here', { host: '127.0.0.1.nip.example:PORT' }, false],
  ['a name that begins as ours', { host: 'localhost.evil.example:PORT' }, false],
  ['our name without the port', { host: 'localhost' }, false],
  ['our address on another port', { host: '127.0.0.1:1' }, false],
  ['all addresses', { host: '0.0.0.0:PORT' }, false],
  ['another form of our address', { host: '2130706433:PORT' }, false],
  ['a short form of our address', { host: '127.1:PORT' }, false],
  ['our address in the other family', { host: '[::1]:PORT' }, false],
  ['our name with a dot behind it', { host: 'localhost.:PORT' }, false],
  ['our name in capitals', { host: 'LOCALHOST:PORT' }, false],
  ['our name behind a user', { host: 'a@127.0.0.1:PORT' }, false],
  ['two names', { host: '127.0.0.1:PORT, evil.example' }, false],
  ['a port alone', { host: ':PORT' }, false],
]
const ORIGINS: readonly Change[] = [
  ['our origin', { origin: 'OWN' }, true],
  ['our origin by name', { origin: 'http://localhost:PORT' }, true],
  ['a foreign origin', { origin: 'http://evil.example' }, false],
  ['a foreign origin on our port', { origin: 'http://evil.example:PORT' }, false],
  ['our origin over another scheme', { origin: 'https://127.0.0.1:PORT' }, false],
  ['our origin on another port', { origin: 'http://127.0.0.1:1' }, false],
  ['our origin without the port', { origin: 'http://127.0.0.1' }, false],
  ['our origin with more behind it', { origin: 'OWN.evil.example' }, false],
  ['our origin with a path', { origin: 'OWN/' }, false],
  ['our origin before another', { origin: 'OWN http://evil.example' }, false],
  ['an opaque origin', { origin: 'null' }, false],
  ['an empty origin', { origin: '' }, false],
  ['a file', { origin: 'file://' }, false],
  ['the page of the desktop shell', { origin: 'app://bundle' }, false],
  ['an extension', { origin: 'chrome-extension://abcdefghijklmnop' }, false],
]
const SITES: readonly Change[] = [
  ['the same origin, says the browser', { 'sec-fetch-site': 'same-origin' }, true],
  ['another site, says the browser', { 'sec-fetch-site': 'cross-site' }, false],
  ['the same site, another port', { 'sec-fetch-site': 'same-site' }, false],
  ['typed by hand', { 'sec-fetch-site': 'none' }, false],
  ['another site, though with our origin', { 'sec-fetch-site': 'cross-site', origin: 'OWN' }, false],
  ['nothing the browser says', { 'sec-fetch-site': '' }, false],
  ['a word nobody knows', { 'sec-fetch-site': 'SAME-ORIGIN' }, false],
]
const TYPES: readonly Change[] = [
  ['JSON in a character set', { 'content-type': 'application/json; charset=utf-8' }, true],
  ['no type', { 'content-type': undefined }, false],
  ['a plain text', { 'content-type': 'text/plain' }, false],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, false],
  ['a form with files', { 'content-type': 'multipart/form-data; boundary=a' }, false],
  ['a plain text that speaks of JSON', { 'content-type': 'text/plain; application/json' }, false],
  ['two types', { 'content-type': 'text/plain, application/json' }, false],
  ['a type that begins as JSON', { 'content-type': 'application/jsonp' }, false],
  ['no header of ours', { 'x-ninepoint': undefined }, false],
  ['an empty header of ours', { 'x-ninepoint': '' }, false],
  ['another value in our header', { 'x-ninepoint': 'true' }, false],
]
const COOKIES: readonly Change[] = [
  ['our cookie among others', { cookie: 'a=b; COOKIE; c=d' }, true],
  ['no cookie', { cookie: undefined }, false],
  ['an empty cookie', { cookie: 'ninepoint-PORT=' }, false],
  ['a made-up token', { cookie: `ninepoint-PORT=${'A'.repeat(43)}` }, false],
  ['our token under another name', { cookie: 'ninepoint=TOKEN' }, false],
  ['our token under another port’s name', { cookie: 'ninepoint-1=TOKEN' }, false],
  ['our token cut short', { cookie: 'ninepoint-PORT=SHORT' }, false],
  ['our token with more behind it', { cookie: 'ninepoint-PORT=TOKENA' }, false],
  ['our token in quotes', { cookie: 'ninepoint-PORT="TOKEN"' }, false],
  ['a name of the language', { cookie: 'ninepoint-PORT=__proto__' }, false],
  ['a made-up token before ours', { cookie: 'ninepoint-PORT=x; COOKIE' }, false],
]
const CHANGES = [...HOSTS, ...ORIGINS, ...SITES, ...TYPES, ...COOKIES]

const filledIn = (value: string) =>
  value
    .replace('OWN', line.origin)
    .replace('PORT', String(line.port))
    .replace('COOKIE', cookie)
    .replace('TOKEN', token)
    .replace('SHORT', token.slice(0, -1))

function withChange(change: Change[1]): Record<string, string> {
  const all = Object.entries({ ...OURS, cookie, ...change })
  return Object.fromEntries(
    all.flatMap(([key, value]) => (value === undefined ? [] : [[key, filledIn(value)] as const])),
  )
}

const countOf = (date: string) => desk.db.prepare('SELECT count FROM door_counts WHERE date = ?').pluck().get(date)

describe('S5 only our own page acts on the local server', () => {
  it('whatever host, origin, site, type, header or cookie a request bears', async () => {
    expect(CHANGES.length).toBeGreaterThanOrEqual(60)
    const asked = tally(CHANGES.length)
    const wrong: string[] = []
    for (const [n, [what, change, isOurs]] of CHANGES.entries()) {
      desk.desk.sessions.open(token, STAFF.manager, desk.now())
      const date = `2026-0${1 + Math.floor(n / 25)}-${String(1 + (n % 25)).padStart(2, '0')}`
      const body = JSON.stringify({ id: '1', op: 'doorCounts.save', input: { date, count: 9 } })
      const headers = withChange(change)
      const { status } = await line.send({ method: 'POST', path: '/rpc/doorCounts.save', headers, body })
      const isDone = countOf(date) === 9
      if (isDone !== isOurs || status !== (isOurs ? 200 : 403))
        wrong.push(`${what}: ${status}${isDone ? ', done' : ''}`)
      asked.done()
    }
    expect(wrong).toEqual([])
    asked.expectAll()
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])(
    'and never by %s, of which a browser asks less',
    async (method) => {
      desk.desk.sessions.open(token, STAFF.manager, desk.now())
      const body = JSON.stringify({ id: '1', op: 'doorCounts.save', input: { date: '2026-05-19', count: 9 } })
      // Of the others no server expects a body.
      const sent = {
        method,
        path: '/rpc/doorCounts.save?x=1',
        headers: { ...OURS, cookie },
        ...(method.startsWith('P') ? { body } : {}),
      }
      const { status, headers } = await line.send(sent)
      expect([404, 405]).toContain(status)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(countOf('2026-05-19')).toBeUndefined()
    },
  )

  it('nor hands its page to a name that leads here, nor to a browser that was not let in', async () => {
    for (const host of ['evil.example', `evil.example:${line.port}`, 'localhost', ':80']) {
      expect((await line.send({ path: '/', headers: { host, cookie } })).status).toBe(403)
      expect((await line.send({ path: new URL(line.newAddress()).pathname, headers: { host } })).status).toBe(403)
    }
    expect((await line.send({ path: '/' })).status).toBe(403)
    expect((await line.send({ path: '/', headers: { cookie } })).status).toBe(200)
  })

  it('lets one browser in by an address, once, whoever comes second and however', async () => {
    const { pathname, search } = new URL(line.newAddress())
    const path = pathname + search
    const foreign = await line.send({ path, headers: { host: 'evil.example' } })
    const two = await Promise.all([line.send({ path }), line.send({ path })])
    const statuses = [
      foreign.status,
      ...two.map(({ status }) => status).toSorted((a, b) => a - b),
      (await line.send({ path })).status,
    ]
    expect(statuses).toEqual([403, 200, 403, 403])
    const given = two.flatMap(({ headers }) => (headers['set-cookie'] as string[] | undefined) ?? [])
    expect(given).toHaveLength(1)
    expect(given[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    // Nobody is signed in by it, and what it gave is nobody's name for the person signed in elsewhere.
    expect(given[0]).not.toContain(token)
  })

  it('and gives its page to no frame, no other origin’s script, and no cache', async () => {
    const { headers } = await line.send({ path: '/', headers: { cookie } })
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'")
  })
})
