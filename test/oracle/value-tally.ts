const MAPS = ['moves', 'byStaff', 'byChannel', 'openByStaff', 'doneByStaff', 'lossReasons']

/** Which values each figure has had, to see that stores made by chance move all of them. */
export class ValueTally {
  private readonly seen = new Map<string, Set<unknown>>()

  add(report: unknown): void {
    this.walk('report', report)
  }

  /** Figures with fewer than three values so far; null in place of a list or a map is no figure. */
  constantPaths(): readonly string[] {
    const paths = [...this.seen.keys()]
    const isFigure = (path: string) => !paths.some((other) => other.startsWith(`${path}.`))
    return paths.filter((path) => isFigure(path) && (this.seen.get(path)?.size ?? 0) < 3)
  }

  private walk(path: string, value: unknown): void {
    if (value === null || typeof value !== 'object') {
      const values = this.seen.get(path) ?? new Set()
      this.seen.set(path, values.add(value))
      return
    }
    const isMap = MAPS.includes(path.split('.').at(-1) ?? '')
    for (const [key, one] of Object.entries(value)) this.walk(isMap ? `${path}.*` : `${path}.${key}`, one)
  }
}
