import { useMemo } from 'react'
import type { Bucket } from '../../../shared/values/grade.ts'
import { useDark } from '../../app/use-dark.ts'
import { useSizes } from '../../app/use-sizes.ts'
import { paletteOf } from '../../styles/theme.ts'
import { chartTextPx } from './chart-text.ts'

type Step = { readonly ground: string; readonly ink: string }

type Shades = {
  /** For a share of 0 to 1, pale to full; each with an ink that reads on it. */
  readonly heat: readonly [Step, ...Step[]]
  readonly bucket: Readonly<Record<Bucket, string>>
  /** Kinds without an order of their own, told apart by more than hue. */
  readonly series: readonly [string, string, string, string, string]
}

const LIGHT: Shades = {
  heat: [
    { ground: '#e6f0f4', ink: '#1c2529' },
    { ground: '#c6dee7', ink: '#1c2529' },
    { ground: '#9cc7d6', ink: '#1c2529' },
    { ground: '#6ba9bf', ink: '#10181b' },
    { ground: '#2f7993', ink: '#ffffff' },
    { ground: '#0f5f7a', ink: '#ffffff' },
  ],
  bucket: {
    none: '#7b878e',
    ungraded: '#b9a77c',
    A: '#0f5f7a',
    B: '#3f8fab',
    C: '#8cc0d1',
    D: '#b8c2c8',
    dormant: '#9a93b8',
    won: '#1f6b3a',
    lost: '#b3261e',
  },
  series: ['#0f5f7a', '#c07a2c', '#6d8a3a', '#85558a', '#7b878e'],
}

const DARK: Shades = {
  heat: [
    { ground: '#1d2a30', ink: '#e4e9eb' },
    { ground: '#1f3c47', ink: '#e4e9eb' },
    { ground: '#265566', ink: '#ffffff' },
    { ground: '#2d6d84', ink: '#ffffff' },
    { ground: '#4a98b0', ink: '#06161b' },
    { ground: '#66b6cd', ink: '#06161b' },
  ],
  bucket: {
    none: '#8b979d',
    ungraded: '#8a7a4e',
    A: '#66b6cd',
    B: '#3f8aa3',
    C: '#2a5c6d',
    D: '#4f5a60',
    dormant: '#6f6a93',
    won: '#7fcf98',
    lost: '#ff8a80',
  },
  series: ['#66b6cd', '#e0a45c', '#a3c06b', '#c08fc6', '#8b979d'],
}

export type ChartColours = ReturnType<typeof coloursOf>

/** Everything a chart is drawn in, for the theme and the text size of the moment; the same object until one of them changes. */
export function useChartColours(): ChartColours {
  const isDark = useDark()
  const { textSize } = useSizes()
  return useMemo(() => coloursOf(isDark, chartTextPx(textSize)), [isDark, textSize])
}

function coloursOf(isDark: boolean, textPx: number) {
  const palette = paletteOf(isDark)
  const { heat, bucket, series } = isDark ? DARK : LIGHT
  return {
    isDark,
    textPx,
    paper: palette['--np-container'],
    fill: palette['--np-fill'],
    grid: palette['--np-line'],
    /** Axes that must be seen: whiskers, the outline of what is empty. */
    edge: palette['--np-grade-line'],
    text: palette['--np-text'],
    quiet: palette['--np-text-quiet'],
    main: palette['--np-primary'],
    red: palette['--np-light-red'],
    amber: palette['--np-light-amber'],
    green: palette['--np-light-green'],
    bucket,
    series,
    heat: (share: number): Step => heat[stepOf(share, heat.length)] ?? heat[0],
  }
}

function stepOf(share: number, steps: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(share * steps)))
}
