import type { BreakdownCell, BreakdownKey } from '../../../../shared/domain/breakdowns.ts'

export const CAPTURE_KEYS = [
  'infoCapture.byReceiverHour.N',
  'infoCapture.byReceiverHour.captured',
  'infoCapture.byReceiver.N',
  'infoCapture.byReceiver.captured',
  'infoCapture.byHour.N',
  'infoCapture.byHour.captured',
] as const satisfies readonly BreakdownKey[]

type Cells = Readonly<Partial<Record<BreakdownKey, readonly BreakdownCell[]>>>

/** First visits of one receiver, hour or both, and how many of them left a contact; `param` opens either. */
export type Captures = { readonly param: string; readonly trials: number; readonly hits: number }

/** One receiver ('' for nobody) or hour ('09'; '' for not known). */
export type CaptureGroup = Captures & { readonly key: string }

export type CaptureMap = {
  /** From the first hour anybody came to the last, without a gap; at the end '' if the hour of some is not known. */
  readonly hours: readonly string[]
  /** Who received most stands first. */
  readonly receivers: readonly string[]
  readonly cells: readonly (Captures & { readonly hour: string; readonly receiver: string })[]
}

export function captureMap(cells: Cells): CaptureMap {
  const taken = capturedIn(cells['infoCapture.byReceiverHour.captured'])
  return {
    hours: captureByHour(cells).map(({ key }) => key),
    receivers: captureByReceiver(cells).map(({ key }) => key),
    cells: (cells['infoCapture.byReceiverHour.N'] ?? []).map(({ by: [hour = '', receiver = ''], param, count }) => ({
      hour,
      receiver,
      param,
      trials: count,
      hits: taken.get(param) ?? 0,
    })),
  }
}

/** Who received most first. */
export function captureByReceiver(cells: Cells): readonly CaptureGroup[] {
  const groups = groupsOf(cells['infoCapture.byReceiver.N'], cells['infoCapture.byReceiver.captured'])
  return groups.toSorted((a, b) => b.trials - a.trials || (a.key < b.key ? -1 : 1))
}

/** In the order of the day, also the hours between in which nobody came; visits without an hour stand last. */
export function captureByHour(cells: Cells): readonly CaptureGroup[] {
  const groups = groupsOf(cells['infoCapture.byHour.N'], cells['infoCapture.byHour.captured'])
  const known = new Map(groups.map((group) => [group.key, group]))
  return hoursOf([...known.keys()]).map((hour) => known.get(hour) ?? { key: hour, param: hour, trials: 0, hits: 0 })
}

function groupsOf(
  came: readonly BreakdownCell[] = [],
  captured: readonly BreakdownCell[] | undefined,
): readonly CaptureGroup[] {
  const taken = capturedIn(captured)
  return came.map(({ by: [key = ''], param, count }) => ({ key, param, trials: count, hits: taken.get(param) ?? 0 }))
}

function capturedIn(cells: readonly BreakdownCell[] = []): ReadonlyMap<string, number> {
  return new Map(cells.map(({ param, count }) => [param, count]))
}

/** Every hour between the first and the last. */
function hoursOf(keys: readonly string[]): readonly string[] {
  const known = keys.filter((key) => key !== '').map(Number)
  const first = Math.min(...known)
  const between = known.length === 0 ? [] : Array.from({ length: Math.max(...known) - first + 1 }, (_, i) => first + i)
  const hours = between.map((hour) => String(hour).padStart(2, '0'))
  return keys.includes('') ? [...hours, ''] : hours
}
