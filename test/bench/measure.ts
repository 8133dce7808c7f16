/** Milliseconds over many runs. */
export type Timing = {
  readonly medianMs: number
  readonly p95Ms: number
  /** The median of what the thread itself took: the same whether or not others use the machine meanwhile. */
  readonly cpuMs: number
  readonly runs: number
}
export type Compared = {
  readonly product: Timing
  /** Null where nothing raw gives the same answer. */
  readonly floor: Timing | null
  /** The median of the runs' own ratios: each product run beside the floor run next to it, so that a slow phase of the machine cancels. */
  readonly ratio: number | null
}
/** Calls one after the other: how long each was waited for, and what the thread took for one of them. */
export type Run = { readonly eachMs: readonly number[]; readonly cpuMs: number }

type Work = () => unknown
export type Budget = {
  readonly totalMs: number
  readonly leastRuns: number
  readonly mostRuns: number
  /** What the ratio is taken of: `cpu`, but `wall` for what waits for the disk. */
  readonly by: 'cpu' | 'wall'
}

export const USUAL: Budget = { totalMs: 4000, leastRuns: 7, mostRuns: 151, by: 'cpu' }
/** For what takes its time. */
export const HEAVY: Budget = { ...USUAL, totalMs: 8000, leastRuns: 5 }
/** The clock of a thread's own work may stand still for 4 ms: so much is done at a time that this no longer shows. */
const SHORTEST_RUN_MS = 40
const MOST_CALLS = 1000

/** Product and floor take turns in one process; the first turns of each warm up and are not counted. */
export async function compare(product: Work, floor: Work | null, budget: Budget = USUAL): Promise<Compared> {
  const productTimes = await repeatsOf(product)
  const floorTimes = floor === null ? 1 : await repeatsOf(floor)
  const products: Run[] = []
  const floors: Run[] = []
  const start = performance.now()
  const isOver = () => products.length >= budget.mostRuns || performance.now() - start > budget.totalMs
  while (products.length < budget.leastRuns || !isOver()) {
    products.push(await timed(product, productTimes))
    if (floor !== null) floors.push(await timed(floor, floorTimes))
  }
  const took = (run: Run | undefined) =>
    run === undefined ? Number.NaN : budget.by === 'cpu' ? run.cpuMs : median(run.eachMs)
  return {
    product: timingOf(products),
    floor: floor === null ? null : timingOf(floors),
    ratio: floor === null ? null : median(products.map((run, n) => took(run) / took(floors[n]))),
  }
}

async function timed(work: Work, times: number): Promise<Run> {
  const eachMs: number[] = []
  const cpu = process.threadCpuUsage()
  for (let n = 0; n < times; n += 1) {
    const start = performance.now()
    const answer = work()
    if (answer instanceof Promise) await answer
    eachMs.push(performance.now() - start)
  }
  const { user, system } = process.threadCpuUsage(cpu)
  return { eachMs, cpuMs: (user + system) / 1000 / times }
}

async function repeatsOf(work: Work): Promise<number> {
  const first = await timed(work, 1)
  if (median(first.eachMs) > 10 * SHORTEST_RUN_MS) return 1
  const { eachMs } = await timed(work, 3)
  return Math.min(MOST_CALLS, Math.max(1, Math.ceil(SHORTEST_RUN_MS / Math.min(...eachMs))))
}

export function timingOf(runs: readonly Run[]): Timing {
  const sorted = runs.flatMap((run) => run.eachMs).toSorted((a, b) => a - b)
  return {
    medianMs: median(sorted),
    p95Ms: sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0,
    cpuMs: median(runs.map((run) => run.cpuMs)),
    runs: sorted.length,
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
