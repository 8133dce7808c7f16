import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { openStore } from '../../db/connection.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { hashSecret } from '../../electron/api/secrets.ts'
import { type Compared, median, type Run, timingOf } from './measure.ts'
import { ms } from './table.ts'

type Steps = { loadMs: number; openMs: number; signInMs: number; boardMs: number; rssMb: number }
export type Started = { readonly wall: Compared; readonly steps: string; readonly rssMb: number }

const SECRET = '20260628'
const RUNS = 5
const PROBE = join(import.meta.dirname, 'start-probe.ts')

/** From the start of a process to the first board, beside the bare start of Node; the first start of a day apart. */
export async function measureStart(folder: string, managerId: string): Promise<Started> {
  const db = openStore(join(folder, 'showroom.db'))
  saveSecret(db, managerId, await hashSecret(SECRET), null)
  db.close()
  const probe = () => timedProcess(['--disable-warning=ExperimentalWarning', PROBE, folder, managerId, SECRET])
  // It puts the silent leads to sleep, as the first to sign in on a day does.
  const first = probe()
  const runs: (Run & { readonly steps: Steps })[] = []
  const bare: Run[] = []
  for (let n = 0; n < RUNS; n += 1) {
    const { answer, ...run } = probe()
    runs.push({ ...run, steps: JSON.parse(answer) as Steps })
    bare.push(timedProcess(['-e', '0']))
  }
  const middle = (key: keyof Steps) => median(runs.map(({ steps }) => steps[key]))
  return {
    wall: {
      product: timingOf(runs),
      floor: timingOf(bare),
      ratio: median(runs.map((run, n) => wallOf(run) / wallOf(bare[n]))),
    },
    steps:
      `load ${ms(middle('loadMs'))}, open ${ms(middle('openMs'))}, sign in ${ms(middle('signInMs'))}, ` +
      `board ${ms(middle('boardMs'))}; first start of the day ${ms(wallOf(first))}`,
    rssMb: middle('rssMb'),
  }
}

const wallOf = (run: Run | undefined) => run?.eachMs[0] ?? Number.NaN

function timedProcess(args: readonly string[]): Run & { readonly answer: string } {
  const start = performance.now()
  const answer = execFileSync(process.execPath, args, { encoding: 'utf8' })
  return { eachMs: [performance.now() - start], cpuMs: Number.NaN, answer }
}
