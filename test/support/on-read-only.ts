import { execFileSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { storeProblemText } from '../../electron/launch/store-problem.ts'
import { AT_REST } from './at-rest.ts'

// A store that cannot be written: the first argument is a data folder on a disk of its own, the second says since when and how. Says as
// lines of JSON what came of it (test/rails/r08-read-only.test.ts judges it).
const [folder = '', how = ''] = process.argv.slice(2)
const file = `${folder}/showroom.db`
const nowMs = Date.parse('2026-05-20T10:00:00+08:00')
// What runs beside does not keep a program from ending.
setInterval(() => undefined, 1000)

const mount = (...args: readonly string[]) => execFileSync('mount', args)
const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`])

/** Each takes away the right to write, and gives it back where somebody is to go on. */
const WAYS: Readonly<Record<string, { readonly close: () => void; readonly open?: () => void }>> = {
  file: {
    close: () => {
      mount('--bind', file, file)
      mount('-o', 'remount,ro,bind', file)
    },
  },
  filesystem: { close: () => mount('-o', 'remount,ro', folder) },
  // New files, as backups are, cannot be made any more.
  'folder meanwhile': {
    close: () => {
      mount('--bind', folder, folder)
      mount('-o', 'remount,ro,bind', folder)
    },
  },
  // Nothing can be written any more, as on a disk that the system has put out of use.
  'disk meanwhile': { close: () => limit('0'), open: () => limit('unlimited') },
}

const way = WAYS[how]
if (way === undefined) throw new Error(`no way of ${how}`)
const say = (what: string, said: string) => writeSync(1, `${JSON.stringify({ what, said })}\n`)
const isMeanwhile = how.endsWith('meanwhile')

function open(): Desk | null {
  try {
    const desk = createDesk({ folder, clock: () => nowMs, ...AT_REST })
    say('start', 'ok')
    return desk
  } catch (error) {
    say('start', storeProblemText(error).split('\n')[0] ?? '')
    return null
  }
}

async function ask(desk: Desk, op: string, input: unknown): Promise<string> {
  desk.sessions.open('window', 'owner', nowMs)
  const answer = await dispatch(desk, 'window', { id: 'test', op, input })
  return answer.ok ? 'ok' : answer.failure.code
}
const target = (deals: number) => ({ month: '2026-06', deals, potential: null, people: [] })

if (!isMeanwhile) way.close()
const desk = open()
if (desk !== null) {
  say('write before', isMeanwhile ? await ask(desk, 'targets.save', target(1)) : 'ok')
  if (isMeanwhile) way.close()
  say('read', await ask(desk, 'targets.get', { month: '2026-06' }))
  say('write', await ask(desk, 'targets.save', target(2)))
  say('backup', await ask(desk, 'store.backUp', {}))
  say('read again', await ask(desk, 'visits.day', { date: '2026-05-20' }))
  const deals = desk.store()?.db.prepare("SELECT deals FROM targets WHERE month = '2026-06'").pluck().get()
  say('stands', String(deals))
  if (way.open !== undefined) {
    way.open()
    say('write after', await ask(desk, 'targets.save', target(3)))
  }
}
process.exit(0)
