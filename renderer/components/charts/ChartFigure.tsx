import './chart-figure.css'
import './setup/annotation.ts'
import './paper-size.ts'
import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button, theme } from 'antd'
import {
  type ChartData,
  Chart as ChartJs,
  type ChartOptions,
  type ChartType,
  type DefaultDataPoint,
  type Plugin,
} from 'chart.js'
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Chart } from 'react-chartjs-2'
import { useTranslation } from 'react-i18next'
import { ChartLegend, type LegendEntry } from './ChartLegend.tsx'
import { ChartTable, type ChartTableContent } from './ChartTable.tsx'
import type { Mark, MarkText, MarkTip } from './chart-mark.ts'
import { chartOptions } from './chart-options.ts'
import { markTexts } from './mark-texts.ts'
import { useChartColours } from './use-chart-colours.ts'
import { useMarkClick } from './use-mark-click.ts'
import { useTurn } from './use-turn.ts'

type Props<T extends ChartType, Ref> = {
  /** Where the section's own title does not say it. */
  readonly title?: string
  readonly note?: string
  /** The picture in one sentence, with its numbers. */
  readonly summary: string
  readonly heightPx: number
  readonly type: T
  readonly data: ChartData<T, DefaultDataPoint<T>, unknown>
  readonly options: ChartOptions<T>
  /** Fixed when the chart is made: what they draw must not change. */
  readonly plugins?: readonly Plugin<T>[]
  readonly legend?: readonly LegendEntry[]
  readonly extra?: ReactNode
  readonly tipOf: (mark: Mark) => MarkTip | null
  readonly textOf?: (mark: Mark) => MarkText | null
  /** The records behind a mark; null where there are none. */
  readonly refOf: (mark: Mark) => Ref | null
  readonly onOpen: (ref: Ref) => void
  readonly table: ChartTableContent
}

/**
 * A chart as every page shows it: the picture, its legend, and the same numbers as a table at the press of a button.
 *
 * How to make one:
 * 1. Import the setup of your type: `import '../../../components/charts/setup/bar.ts'` (bar, line, matrix, sankey, error-bars;
 *    several for a mixed chart). Only then does the page load it.
 * 2. Read the cells: `useRead('board.breakdown', { ...scope, figures: ['infoCapture.x'] })` and shape them in a pure
 *    `<name>-view.ts` with a test: rows, columns and the `param` of each mark. Numbers come from the cells, never computed anew.
 * 3. `data` and `options` by useMemo (an update redraws), colours from `useChartColours()`; `hatch(colour, ground)` for what
 *    is uncertain. Do not set animation, legend, tooltip looks, onClick: they are set here. No pixel widths.
 * 4. `tipOf(mark)` says what is pointed at: a title, and lines with units. Null: no tooltip.
 * 5. `refOf(mark)` is the RecordsRef behind a mark ({ figure, param }), null where there is none; `onOpen={useOpenRecords()}`.
 *    With `interaction: { mode: 'index', intersect: false }` a click beside a thin bar counts as one on it.
 * 6. `table`: head and rows with `<CountLink figure param value />` in the cells: how keyboard and screen reader open records.
 * 7. Rates: `sampleRate(hits, trials)` (null is unknown: a gap); bars with whiskers are type 'barWithErrorBars' with
 *    `{ x | y, xMin, xMax }`; `isSmall` is hatched, and its interval stands in tip and table.
 * 8. Categories carry a word or a letter beside their colour (`textOf`, axis labels, legend shapes).
 */
export function ChartFigure<T extends ChartType, Ref>(props: Props<T, Ref>) {
  const { title, note, summary, legend, extra, table, heightPx } = props
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="np-chart">
      <figcaption className="np-chart-head">
        {title !== undefined && <strong>{title}</strong>}
        {note !== undefined && <span className="np-muted">{note}</span>}
        <span className="np-chart-extra">
          {extra}
          <Button
            size="small"
            type="text"
            className="np-no-print"
            icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'charts.asPicture' : 'charts.asTable')}
          </Button>
        </span>
      </figcaption>
      {asTable ? (
        <ChartTable content={table} label={title ?? summary} />
      ) : (
        <>
          <div className="np-chart-canvas" style={{ height: `${heightPx / 16}rem` }}>
            <Picture {...props} />
          </div>
          {legend !== undefined && <ChartLegend entries={legend} />}
        </>
      )}
    </figure>
  )
}

function Picture<T extends ChartType, Ref>(props: Props<T, Ref>) {
  const { summary, type, data, options, plugins = [], refOf, onOpen } = props
  const colours = useChartColours()
  const { fontFamily } = theme.useToken().token
  const chart = useRef<ChartJs<T> | null>(null)
  const handlers = useMarkClick(chart, refOf, onOpen)
  // The library keeps the functions it was made with; these ask the newest ones.
  const said = useRef(props)
  // Before the chart is drawn: with a new theme it is made anew, and writes in the inks of that theme.
  useLayoutEffect(() => {
    said.current = props
  })
  // What a chart does not say of its own texts, its ticks above all, it takes from here when it is made.
  useLayoutEffect(() => {
    Object.assign(ChartJs.defaults.font, { family: fontFamily, size: colours.textPx })
  }, [fontFamily, colours.textPx])
  const dressed = useMemo(
    () => chartOptions(options, colours, fontFamily, (mark) => said.current.tipOf(mark)),
    [options, colours, fontFamily],
  )
  const texts = useMemo(() => markTexts<T>((mark) => said.current.textOf?.(mark) ?? null), [])
  if (!useTurn()) return null
  return (
    <Chart
      key={`${colours.isDark} ${colours.textPx}`}
      ref={(made) => {
        chart.current = made ?? null
      }}
      role="img"
      aria-label={summary}
      type={type}
      data={data}
      options={dressed}
      plugins={[texts, ...plugins]}
      {...handlers}
    />
  )
}
