import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMainInvokeEvent } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../electron/api/dispatch.ts'
import { type LocalServer, serveLocally } from '../../electron/transports/http.ts'
import { carryInProcess } from '../../electron/transports/in-process.ts'
import { CALL_CHANNEL, carryOverIpc } from '../../electron/transports/ipc.ts'
import type { Answer, Request } from '../../shared/contract/failure.ts'
import type { ShellAct } from '../../shared/shell/shell-messages.ts'
import { STAFF, testDesk } from '../support/desk.ts'

type Carry = (request: Request) => Promise<Answer>
type Reply = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string }

const { desk, db } = testDesk()
const folder = mkdtempSync(join(tmpdir(), 'ninepoint-page-'))
let local: LocalServer
let cookie = ''
const acts: ShellAct[] = []
let invoke: (event: IpcMainInvokeEvent, message: unknown) => Promise<Answer>

beforeAll(async () => {
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'page/index.html'), '<script nonce="__NONCE__"></script>')
  writeFileSync(join(folder, 'page/assets/a.js'), '1')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  local = await serveLocally({ desk, pageFolder: join(folder, 'page'), port: 0 })
  const opened = await send('GET', new URL(local.newAddress()).pathname + new URL(local.newAddress()).search, {})
  cookie = String((opened.headers['set-cookie'] as string[])[0]).split(';')[0] ?? ''
  const ipcMain: Parameters<typeof carryOverIpc>[0] = {
    handle: (channel, listener) => channel === CALL_CHANNEL && (invoke = listener),
  }
  carryOverIpc(ipcMain, {
    call: (clientId, request) => dispatch(desk, clientId, request),
    act: async (act) => void acts.push(act),
  })
})
afterAll(async () => {
  await local.close()
  rmSync(folder, { recursive: true, force: true })
})

function send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(local.origin)
    const host = { host: `127.0.0.1:${port}` }
    const out = httpRequest({ host: '127.0.0.1', port, method, path, headers: { ...host, ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    out.on('error', reject)
    out.end(body)
  })
}

const OURS = { 'content-type': 'application/json', 'x-ninepoint': '1' }
const overHttp: Carry = async (request) =>
  JSON.parse((await send('POST', `/rpc/${request.op}`, { ...OURS, cookie }, JSON.stringify(request))).body) as Answer

const ourFrame = { url: 'app://bundle/#/today', parent: null }
const eventFrom = (senderFrame: unknown) => ({ sender: { id: 7 }, senderFrame }) as unknown as IpcMainInvokeEvent

const carriers: [name: string, client: () => string, carry: () => Carry][] = [
  ['in process', () => 'process', () => carryInProcess(desk, 'process')],
  ['HTTP', () => cookie.split('=')[1] ?? '', () => overHttp],
  ['Electron’s channel', () => 'window-7', () => (request) => invoke(eventFrom(ourFrame), request)],
]

describe.each(carriers)('over %s', (_name, client, carry) => {
  it('answers who is there, before and after signing in', async () => {
    expect(await carry()({ id: '1', op: 'session.status', input: {} })).toMatchObject({
      id: '1',
      ok: true,
      value: { stage: 'sign_in', storeName: '城东展厅' },
    })
    desk.sessions.open(client(), STAFF.manager, desk.clock())
    expect(await carry()({ id: '2', op: 'session.status', input: {} })).toMatchObject({
      value: { stage: 'signed_in', me: { name: '许经理' } },
    })
  })

  it('reads, writes and refuses with the same answers', async () => {
    const call = carry()
    desk.sessions.open(client(), STAFF.manager, desk.clock())
    const costs = [{ channelId: 'walk-in', costFen: 123_450 }]
    expect(await call({ id: 'a', op: 'channels.saveCosts', input: { month: '2026-05', costs } })).toMatchObject({
      id: 'a',
      ok: true,
      value: { done: true },
    })
    expect(await call({ id: 'b', op: 'channels.costs', input: { month: '2026-05' } })).toMatchObject({
      value: { costs: [{ id: 'walk-in', costFen: 123_450 }, {}, {}] },
    })
    expect(await call({ id: 'c', op: 'channels.costs', input: { month: '2026-13' } })).toEqual({
      id: 'c',
      ok: false,
      failure: { code: 'invalid_input', fields: [{ path: 'month', code: 'not_a_month' }], params: {} },
    })
    expect(await call({ id: 'd', op: 'people.save', input: {} })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await call({ id: 'e', op: 'toString', input: {} })).toMatchObject({ failure: { code: 'unknown_operation' } })
    expect(await call({ id: 'f', op: 'leads.get', input: { leadId: 'none' } })).toMatchObject({
      failure: { code: 'not_found' },
    })
    desk.sessions.close(client())
    expect(await call({ id: 'g', op: 'channels.list', input: {} })).toMatchObject({
      failure: { code: 'not_signed_in' },
    })
  })
})

describe('the local server', () => {
  it('lets the browser of a second program in beside that of the first', async () => {
    const second = await serveLocally({ desk, pageFolder: join(folder, 'page'), port: 0 })
    const { pathname, search } = new URL(second.newAddress())
    const answer = await fetch(`${second.origin}${pathname}${search}`)
    const [name] = String(answer.headers.get('set-cookie')).split('=')
    expect(name).not.toBe(cookie.split('=')[0])
    await second.close()
  })

  it.each(['//', '/%2e%2e%2fsecret.json', '/assets%2Fa.js%00', '/assets/', '/%'])(
    'answers %s with a plain "not there"',
    async (path) => {
      expect((await send('GET', path, { cookie })).status).toBe(404)
    },
  )

  // Who may ask at all is told in test/rails/s05-requests.test.ts.
  const rpc = '/rpc/session.status'
  const body = JSON.stringify({ id: '1', op: 'session.status', input: {} })

  it('refuses another operation than the address says', async () => {
    expect((await send('POST', '/rpc/channels.list', { ...OURS, cookie }, body)).status).toBe(400)
  })

  it('refuses what is too large or not JSON, and goes on', async () => {
    const large = JSON.stringify({ id: '1', op: 'session.status', input: 'x'.repeat(1_100_000) })
    expect((await send('POST', rpc, { ...OURS, cookie }, large)).status).toBe(413)
    expect((await send('POST', rpc, { ...OURS, cookie }, '{"id":')).status).toBe(400)
    expect((await send('POST', rpc, { ...OURS, cookie }, body)).status).toBe(200)
  })

  it('serves the page with a fresh nonce in page and policy', async () => {
    const [one, two] = [await send('GET', '/', { cookie }), await send('GET', '/', { cookie })]
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? 'none'
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(two.body).not.toBe(one.body)
  })

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/assets/a.js%00.json',
    '/%ff',
    '//etc/passwd',
    '/assets',
  ])('answers nothing for %s', async (path) => {
    const reply = await send('GET', path, { cookie })
    expect(reply.status).toBe(404)
    expect(reply.body).not.toContain('secret')
  })
})

describe('Electron’s channel', () => {
  const status = { id: '1', op: 'session.status', input: {} }
  it.each([
    ['no frame', null],
    ['a frame inside our page', { url: 'app://bundle/', parent: {} }],
    ['a page of the web', { url: 'https://evil.example/', parent: null }],
    ['a look-alike', { url: 'app://bundle.evil/', parent: null }],
    ['a blank page', { url: 'about:blank', parent: null }],
  ])('refuses %s', async (_who, frame) => {
    expect(await invoke(eventFrom(frame), status)).toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('refuses a message that is no request', async () => {
    expect(await invoke(eventFrom(ourFrame), 'hello')).toMatchObject({ failure: { code: 'invalid_input' } })
  })

  it('hands what is meant for the shell to the shell, and nothing else', async () => {
    const ask = (input: unknown) => invoke(eventFrom(ourFrame), { id: '1', op: 'shell.act', input })
    expect(await ask({ kind: 'print' })).toEqual({ id: '1', ok: true, value: null })
    expect(await ask({ kind: 'open', path: '/etc/passwd' })).toMatchObject({ failure: { code: 'invalid_input' } })
    expect(acts).toEqual([{ kind: 'print' }])
  })
})

describe('the gate', () => {
  it('writes one audit entry per command, and none for what it refused', async () => {
    const before = db.prepare('SELECT count(*) FROM audit_trail').pluck().get() as number
    desk.sessions.open('gate', STAFF.manager, desk.clock())
    const call = carryInProcess(desk, 'gate')
    await call({ id: '1', op: 'doorCounts.save', input: { date: '2026-05-19', count: 12 } })
    await call({ id: '2', op: 'doorCounts.save', input: { date: 'soon', count: 12 } })
    await call({ id: '3', op: 'visits.void', input: { visitId: 'none', reason: 'x' } })
    const rows = db.prepare('SELECT staff_id, operation, subject FROM audit_trail WHERE seq > ?').all(before)
    expect(rows).toEqual([{ staff_id: STAFF.manager, operation: 'doorCounts.save', subject: '2026-05-19' }])
    expect(() => db.exec('DELETE FROM audit_trail')).toThrow(/append-only/)
  })
})
