export type LegendEntry = {
  readonly name: string
  readonly colour: string
  /** Told apart by shape as well: filled, hatched, an outline, a line, a broken line, a point, a whisker, a cell's corner, ring or frame. */
  readonly shape: 'box' | 'hatch' | 'outline' | 'line' | 'dash' | 'point' | 'whisker' | 'corner' | 'ring' | 'frame'
}

/** What the colours and shapes of a chart stand for. */
export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="np-legend">
      {entries.map((entry) => (
        <li key={entry.name}>
          <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
            <Shape {...entry} />
          </svg>
          {entry.name}
        </li>
      ))}
    </ul>
  )
}

function Shape({ shape, colour }: LegendEntry) {
  switch (shape) {
    case 'box':
      return <rect x="2" y="0" width="14" height="12" rx="2" fill={colour} />
    case 'outline':
      return <rect x="2.5" y="0.5" width="13" height="11" rx="2" fill="none" stroke={colour} strokeDasharray="3 2" />
    case 'hatch':
      return (
        <>
          <rect x="2.5" y="0.5" width="13" height="11" fill="none" stroke={colour} />
          <path d="M3 9 9 1M6 11 13 2M11 11 15 5" stroke={colour} strokeWidth="1.5" />
        </>
      )
    case 'line':
      return <path d="M0 6H18" stroke={colour} strokeWidth="2.5" />
    case 'dash':
      return <path d="M0 6H18" stroke={colour} strokeWidth="2" strokeDasharray="4 3" />
    case 'whisker':
      return <path d="M9 0V12M5 0.75H13M5 11.25H13" stroke={colour} strokeWidth="1.5" />
    case 'frame':
      return <rect x="2.5" y="0.5" width="13" height="11" rx="2" fill="none" stroke={colour} />
    case 'corner':
      return <path d="M7 0H16V9Z" fill={colour} />
    case 'ring':
      return <circle cx="9" cy="6" r="4" fill="none" stroke={colour} strokeWidth="2" />
    case 'point':
      return <circle cx="9" cy="6" r="4.5" fill={colour} />
  }
}
