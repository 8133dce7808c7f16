import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { NOW } from './store/calendar.ts'

/** A fresh process from its start to the first board, as a manager in the morning: open, sign in, look. Run by start-line.ts. */
const [folder = '', staffId = '', secret = ''] = process.argv.slice(2)
const moments = [performance.now()]
const desk = createDesk({ folder, clock: () => NOW })
moments.push(performance.now())
const month = { from: '2026-06-01', to: '2026-06-30', asOf: null, staffId: null }
for (const [op, input] of [
  ['session.signIn', { staffId, secret }],
  ['board.show', month],
] as const) {
  const answer = await dispatch(desk, 'window', { id: op, op, input })
  if (!answer.ok) throw new Error(`${op}: ${answer.failure.code}`)
  moments.push(performance.now())
}
const [loaded = 0, opened = 0, signedIn = 0, shown = 0] = moments
process.stdout.write(
  JSON.stringify({
    loadMs: loaded,
    openMs: opened - loaded,
    signInMs: signedIn - opened,
    boardMs: shown - signedIn,
    rssMb: process.memoryUsage.rss() / 1e6,
  }),
)
// Not by way of the desk's own end, which makes a backup first.
process.exit(0)
