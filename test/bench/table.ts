import type { Compared } from './measure.ts'

/** Milliseconds in as many digits as mean something. */
export function ms(value: number): string {
  if (Number.isNaN(value)) return ''
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`
  return `${value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0)} ms`
}

/** How East Asian characters count in a column: each is two wide. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(width(title), ...rows.map((row) => width(row[n] ?? ''))))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) => {
        const blanks = ' '.repeat((widths[n] ?? 0) - width(cell))
        return n === 0 ? cell + blanks : blanks + cell
      })
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((count) => '-'.repeat(count)).join('  '), ...rows.map(line)].join('\n')
}

export const CELL_HEADS = ['', 'CPU', 'raw', 'ratio'] as const

/** Waited [p95], of that the thread's own work, the floor's own work, and the ratio. */
export function cellsOf(compared: Compared | undefined): readonly string[] {
  if (compared === undefined) return CELL_HEADS.map(() => '')
  const { product, floor, ratio } = compared
  return [
    `${ms(product.medianMs)} [${ms(product.p95Ms)}]`,
    ms(product.cpuMs),
    floor === null ? '' : ms(floor.cpuMs),
    ratio === null ? '' : `x${ratio.toFixed(1)}`,
  ]
}

export function growthOf(from: Compared | undefined, to: Compared | undefined): string {
  if (from === undefined || to === undefined) return ''
  const byCpu = to.product.cpuMs / from.product.cpuMs
  return `x${(Number.isNaN(byCpu) ? to.product.medianMs / from.product.medianMs : byCpu).toFixed(1)}`
}
