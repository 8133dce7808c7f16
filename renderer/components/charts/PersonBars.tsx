import './setup/bar.ts'
import type { ChartData, ChartOptions } from 'chart.js'
import type { AnnotationOptions } from 'chartjs-plugin-annotation'
import { type ReactNode, useMemo } from 'react'
import { ChartFigure } from './ChartFigure.tsx'
import type { LegendEntry } from './ChartLegend.tsx'
import type { ChartTableContent } from './ChartTable.tsx'
import type { MarkTip } from './chart-mark.ts'
import { hatch } from './hatch.ts'
import { type ChartColours, useChartColours } from './use-chart-colours.ts'

/** What bars are made of, from left to right; hatched is what is not there any more, or not yet. */
export type BarPart = {
  readonly key: string
  readonly colour: string
  readonly shape: 'box' | 'hatch'
}

export type BarMark<Ref> = { readonly value: number; readonly tip: MarkTip; readonly ref: Ref | null }

export type BarRow<Ref> = {
  readonly key: string
  /** Beside the axis, a line each: a name, and what is known of the person. */
  readonly label: readonly string[]
  /** Written past the bar's end. */
  readonly text: string
  /** By the key of their part. */
  readonly marks: Readonly<Record<string, BarMark<Ref> | undefined>>
}

type Props<Ref> = {
  readonly note?: string
  readonly extra?: ReactNode
  readonly summary: string
  readonly parts: readonly BarPart[]
  readonly rows: readonly BarRow<Ref>[]
  /** Limits and means (lineAcross). */
  readonly lines?: AnnotationOptions<'line'>[]
  /** For what is written past the bars. */
  readonly roomPx: number
  readonly legend: readonly LegendEntry[]
  readonly table: ChartTableContent
  readonly onOpen: (ref: Ref) => void
}

const ROW_PX = 40
const AXIS_PX = 34

/** A lying bar for each person, its parts one after the other, with what it comes to written at its end. */
export function PersonBars<Ref>({ parts, rows, lines, roomPx, ...rest }: Props<Ref>) {
  const colours = useChartColours()
  const data = useMemo(() => dataOf(parts, rows, colours), [parts, rows, colours])
  const options = useMemo(() => optionsOf(rows, roomPx, lines ?? [], colours), [rows, roomPx, lines, colours])
  const markOf = (at: { readonly datasetIndex: number; readonly index: number }) =>
    rows[at.index]?.marks[parts[at.datasetIndex]?.key ?? '']
  return (
    <ChartFigure
      {...rest}
      type="bar"
      heightPx={rows.length * ROW_PX + AXIS_PX}
      data={data}
      options={options}
      tipOf={(at) => markOf(at)?.tip ?? null}
      textOf={({ datasetIndex, index }) => {
        const text = rows[index]?.text ?? ''
        if (text === '' || datasetIndex !== parts.length - 1) return null
        return { text, ink: colours.text, halo: colours.paper, at: 'right' }
      }}
      refOf={(at) => markOf(at)?.ref ?? null}
    />
  )
}

function dataOf<Ref>(
  parts: readonly BarPart[],
  rows: readonly BarRow<Ref>[],
  colours: ChartColours,
): ChartData<'bar', number[], unknown> {
  return {
    labels: rows.map(({ key }) => key),
    datasets: parts.map(({ key, colour, shape }) => ({
      data: rows.map(({ marks }) => marks[key]?.value ?? 0),
      backgroundColor: shape === 'hatch' ? hatch(colour, colours.paper) : colour,
      borderColor: colours.paper,
      borderWidth: { right: 1 },
      maxBarThickness: 20,
    })),
  }
}

function optionsOf<Ref>(
  rows: readonly BarRow<Ref>[],
  roomPx: number,
  lines: AnnotationOptions<'line'>[],
  colours: ChartColours,
): ChartOptions<'bar'> {
  const ticks = { color: colours.quiet, font: { size: colours.textPx } }
  return {
    indexAxis: 'y',
    layout: { padding: { right: roomPx } },
    scales: {
      x: {
        stacked: true,
        beginAtZero: true,
        grid: { color: colours.grid },
        border: { display: false },
        ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
      },
      y: {
        stacked: true,
        grid: { display: false },
        border: { color: colours.grid },
        // The labels of the data are keys: two people may have one name.
        ticks: { ...ticks, color: colours.text, autoSkip: false, callback: (_, i) => [...(rows[i]?.label ?? [])] },
      },
    },
    plugins: { annotation: { clip: false, annotations: lines } },
  }
}
