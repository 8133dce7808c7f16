import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { windowKind } from './windows/window-kind.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ninepoint '))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** `npm start` itself, without a display; answers its output once an address is printed. */
async function start(...args: string[]) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const program = [
    'electron/launch/node24.mjs',
    'electron/launch/start.ts',
    '--data',
    join(folder, '展厅 数据'),
    ...args,
  ]
  const child = spawn(process.execPath, program, { cwd: root, env })
  running.add(child)
  let output = ''
  const address = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+\/open\?key=\S+/.exec(output)
      if (match !== null) found(match[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => failed(new Error(`ended with ${code}: ${output}`)))
  })
  const stop = () =>
    new Promise<number | null>((ended) => {
      child.removeAllListeners('exit')
      child.on('exit', (code) => ended(code))
      child.kill('SIGTERM')
    })
  return { address, output: () => output, stop }
}

/**
 * About the address and the process of `npm start` without Electron: there is nothing of it in a desktop window. On Linux, where a
 * missing display keeps Electron away and SIGTERM asks for an end.
 */
describe.skipIf(windowKind() !== 'browser' || process.platform !== 'linux')('the program in a browser', () => {
  it('starts without a display, says so in one line, twice at once, and stops in order', async () => {
    const one = await start('--demo')
    expect(
      one
        .output()
        .split('\n')
        .filter((line) => line.includes('没有图形界面')),
    ).toHaveLength(1)
    const opened = await fetch(one.address)
    expect(opened.status).toBe(200)
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await fetch(new URL('/', one.address), { headers: { cookie } })
    expect(await page.text()).toContain('<div id="root">')
    const status = await fetch(new URL('/rpc/session.status', one.address), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-ninepoint': '1' },
      body: JSON.stringify({ id: '1', op: 'session.status', input: {} }),
    })
    expect(await status.json()).toMatchObject({ ok: true, value: { isDemo: true, stage: 'sign_in' } })

    const two = await start()
    expect(new URL(two.address).port).not.toBe(new URL(one.address).port)
    for (const program of [two, one]) expect([await program.stop(), program.output()]).toEqual([0, expect.any(String)])
    const left = readdirSync(join(folder, '展厅 数据'))
    expect(left.filter((name) => name.endsWith('-wal'))).toEqual([])
    // A program that was only looked at has made no showroom of its own.
    expect(existsSync(join(folder, '展厅 数据', 'showroom.db'))).toBe(false)
  })
})
