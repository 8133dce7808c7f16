import type { Fault, FaultCode } from '../../shared/messages/fault.ts'

/** interchange.md: all errors are listed, up to 100. */
const LIMIT = 100

export type Place = { readonly line: number; readonly column: string; readonly value: string }

/** The place of what is wrong with a file as a whole. */
export const WHOLE_FILE: Place = { line: 0, column: '', value: '' }

/** Faults in the order they are found, handed out in the order of the files and their lines. */
export type FaultList = {
  readonly add: (file: string, place: Place, code: FaultCode, params?: Fault['params']) => void
  readonly isEmpty: () => boolean
  readonly isFull: () => boolean
  readonly inOrder: () => readonly Fault[]
}

export function faultList(fileOrder: readonly string[]): FaultList {
  const faults: Fault[] = []
  const rank = (fault: Fault) => fileOrder.indexOf(fault.file)
  return {
    add: (file, place, code, params = {}) => {
      if (faults.length < LIMIT) faults.push({ file, ...place, code, params })
    },
    isEmpty: () => faults.length === 0,
    isFull: () => faults.length >= LIMIT,
    inOrder: () => faults.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line),
  }
}
