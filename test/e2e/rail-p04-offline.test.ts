import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { windowKind } from './windows/window-kind.ts'

// What leaves this PC while everybody works, seen where it cannot be hidden: the calls of all processes to the system's kernel, the
// browser's among them.

const folder = mkdtempSync(join(tmpdir(), 'ninepoint-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const canTrace = windowKind() === 'browser' && spawnSync('strace', ['-f', '-e', 'trace=connect', 'true']).status === 0

type Turned = { readonly process: string; readonly to: string }

/** Runs the journey under strace; answers what it says of itself, and to which addresses its processes turned. */
async function journeyWatched() {
  const trace = join(folder, 'trace')
  const calls = ['--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg']
  const journey = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'offline-journey.ts')]
  const child = spawn('strace', ['-f', '-qq', ...calls, '-o', trace, process.execPath, ...journey])
  let said = ''
  let failed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    failed += chunk.toString()
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, code === 0 ? '' : failed]).toEqual([0, ''])
  const { screens, asked } = JSON.parse(said) as { screens: number; asked: string[] }
  return { screens, asked, turned: addressesIn(readFileSync(trace, 'utf8')) }
}

/** `sin_port=htons(53), sin_addr=inet_addr("8.8.8.8")`, `inet_pton(AF_INET6, "::1", ...)`: address and port. */
function addressesIn(trace: string): Turned[] {
  const found = trace.matchAll(
    /^(\d+) .*?sin6?_port=htons\((\d+)\).*?(?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)")/gm,
  )
  return [...found].map(([, process, port, four, six]) => ({ process: process ?? '', to: `${four ?? six} ${port}` }))
}

const isHere = (to: string) => /^(?:127\.|::1 |::ffff:127\.)/.test(to)
/** Chromium asks its own kernel whether there is a way to such addresses, by a datagram socket over which nothing is sent. */
const ROUTE_LOOKUP = '2001:4860:4860::8888 443'
const BEYOND = '192.0.2.1 8080'

describe('P4 nothing leaves this PC', () => {
  it('while everybody works, but for the deliberate attempt at the end, which is seen', async ({ skip }) => {
    if (!canTrace) skip('no strace here, or another window: nobody has watched')
    const { screens, asked, turned } = await journeyWatched()
    expect(screens).toBe(8)
    // Browser and program have talked to each other, or nothing was watched.
    expect(turned.some(({ to }) => isHere(to))).toBe(true)
    const beyond = turned.filter(({ to }) => !isHere(to) && to !== ROUTE_LOOKUP)
    expect([...new Set(beyond.map(({ to }) => to))]).toEqual([BEYOND])
    expect(new Set(beyond.map(({ process }) => process)).size).toBeGreaterThanOrEqual(2)
    expect(asked).toEqual(['http://192.0.2.1:8080/'])
  })
})
