import type { ReactNode } from 'react'

export type ChartTableContent = {
  /** The first names the rows, the others stand above numbers. */
  readonly head: readonly ReactNode[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A chart's numbers to read: for the keyboard, a screen reader and paper. Its counts are links to their records. */
export function ChartTable({ content, label }: { readonly content: ChartTableContent; readonly label: string }) {
  const { head, rows } = content
  return (
    // Wide tables scroll: the keyboard must be able to, too.
    <section className="np-chart-scroll" aria-label={label} tabIndex={0}>
      <table className="np-chart-table">
        <thead>
          <tr>
            {head.map((cell, i) => (
              // The columns of one table keep their order.
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
