/** One thing drawn: a bar, a cell, a point, a flow. */
export type Mark = { readonly datasetIndex: number; readonly index: number }

/** What a mark says when pointed at; with its unit, and its interval where it has one. */
export type MarkTip = { readonly title: string; readonly lines: readonly string[] }

/** What stands written on a mark: in a cell's middle, or past a bar's end. */
export type MarkText = {
  readonly text: string
  readonly ink: string
  readonly at: 'middle' | 'above' | 'right'
  /** The ground's colour, laid around the letters where lines cross them. */
  readonly halo?: string
}
