import { fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const MAIN = resolve(import.meta.dirname, '../../dist/main/electron.js')
const HOOKS = pathToFileURL(join(import.meta.dirname, 'stand-in-hooks.mjs')).href
const NODE_ARGUMENTS = ['--disable-warning=ExperimentalWarning', '--import', HOOKS]

/** What makes Node the program under the stand-in. */
export function standInArguments(): string[] {
  return [...NODE_ARGUMENTS, MAIN]
}

export type RunningShell = {
  /** Resolves when the window shows the page; rejects when the program ended before. */
  readonly loaded: Promise<void>
  readonly ended: Promise<{ readonly code: number | null; readonly log: readonly Noted[] }>
  readonly ask: <T>(name: string, input?: unknown) => Promise<T>
  readonly kill: () => void
  readonly signal: (signal: NodeJS.Signals) => void
}
export type Noted = { readonly call: string; readonly args: unknown }

export type ShellOptions = {
  readonly second?: boolean
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another build of the main process. */
  readonly main?: string
}

/** The real main of the built program under the stand-in, in a process of its own. */
export function runShell(folder: string, options: ShellOptions = {}): RunningShell {
  const second: Readonly<Record<string, string>> = options.second === true ? { STAND_IN_SECOND: '1' } : {}
  const child = fork(options.main ?? MAIN, [...(options.args ?? [])], {
    execArgv: NODE_ARGUMENTS,
    // Nothing of this machine's own autostart is touched.
    env: {
      ...process.env,
      XDG_CONFIG_HOME: join(folder, 'config'),
      STAND_IN_FOLDER: folder,
      ...second,
      ...options.env,
    },
    serialization: 'advanced',
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const loaded = Promise.withResolvers<void>()
  loaded.promise.catch(() => undefined)
  let log: readonly Noted[] = []
  let asked = 0
  child.on(
    'message',
    (message: { kind: string; n?: number; value?: unknown; error?: string; log?: readonly Noted[] }) => {
      if (message.kind === 'loaded') loaded.resolve()
      if (message.kind === 'log') log = message.log ?? []
      if (message.kind !== 'answer') return
      const call = waiting.get(message.n ?? 0)
      if (message.error === undefined) call?.resolve(message.value)
      else call?.reject(new Error(message.error))
    },
  )
  const ended = new Promise<{ code: number | null; log: readonly Noted[] }>((done) => {
    child.on('exit', (code) => {
      loaded.reject(new Error('the shell ended'))
      for (const call of waiting.values()) call.reject(new Error('the shell ended'))
      done({ code, log })
    })
  })
  return {
    loaded: loaded.promise,
    ended,
    ask: <T>(name: string, input: unknown = null) => {
      asked += 1
      const answer = Promise.withResolvers<unknown>()
      waiting.set(asked, answer)
      child.send({ n: asked, name, input })
      return answer.promise as Promise<T>
    },
    kill: () => child.kill('SIGKILL'),
    signal: (signal) => child.kill(signal),
  }
}
