import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright'
import { type Carrier, kept, type Look, listen } from './carrier.ts'

/** How a desktop program is started; Chromium's debugging port is added. */
export type Launch = {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const STARTING_MS = 60_000
const ENDING_MS = 60_000

/**
 * A desktop program of one window, driven over Chromium's debugging port: the fuses that shut Electron are about Node's doors
 * (`--inspect`, NODE_OPTIONS), so the packaged program takes part in the journeys exactly as it ships.
 */
export async function openInShell(launch: Launch): Promise<Carrier> {
  const program = start(launch)
  try {
    const address = await program.address
    const browser = await chromium.connectOverCDP(address, { isLocal: true, timeout: STARTING_MS })
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('the program shows no window')
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: STARTING_MS }))
    await page.waitForSelector('#root > *', { timeout: STARTING_MS })
    return {
      openPage: async (look, hear) => {
        await dress(page, look)
        const stop = listen(page, hear)
        await page.reload()
        return { page, leave: () => Promise.resolve(stop()) }
      },
      stop: async () => {
        const late = setTimeout(program.kill, ENDING_MS)
        // As a person ends it: the window is closed. Its program may be gone before it can say so.
        await page.close().catch(() => undefined)
        await program.ended.finally(() => clearTimeout(late))
        await browser.close().catch(() => undefined)
      },
    }
  } catch (error) {
    program.kill()
    throw error
  }
}

/** The one window there is, in the look wished for; whoever was signed in leaves, and what the page kept is forgotten. */
async function dress(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: look.height })
  await page.evaluate(
    async ([{ key, value }, request]) => {
      const { ninepoint } = globalThis as unknown as { ninepoint: { call: (request: unknown) => Promise<unknown> } }
      await ninepoint.call(request)
      localStorage.clear()
      sessionStorage.clear()
      localStorage.setItem(key, value)
      location.hash = '#/'
    },
    [kept(look), { id: 'test', op: 'session.signOut', input: {} }] as const,
  )
}

function start({ command, args, env }: Launch) {
  // What this process was started with is not for the program: either would turn Electron into something else.
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, ...inherited } = process.env
  const child = spawn(command, [...args, '--remote-debugging-port=0'], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return { address: addressOf(child), ended: endOf(child), kill }
}

/** Chromium says on its error output where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = []
  return new Promise((found, failed) => {
    child.on('error', failed)
    child.on('exit', (code) => failed(new Error(`the program ended with ${code}: ${said.join('\n')}`)))
    if (child.stderr === null) throw new Error('nothing can be heard of the program')
    createInterface(child.stderr).on('line', (line) => {
      said.push(line)
      const address = /^DevTools listening on (ws:\/\/\S+)$/.exec(line)?.[1]
      if (address !== undefined) found(address)
    })
  })
}

/** Resolves when the program has ended by itself and well; one that does not end is a fault. */
function endOf(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`the program ended with ${code ?? signal}`))
    })
  })
  ended.catch(() => undefined)
  return ended
}
