import { type ThemeConfig, theme } from 'antd'
import type { Language } from '../i18n/i18n.ts'
import type { Density, TextSize } from '../stores/preferences.ts'

/** Quotation marks and dashes are one character in both scripts: the first font of the list decides whether they are full-width. */
const FONTS: Record<Language, string> = {
  zh: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', -apple-system, 'Segoe UI', sans-serif",
  en: "-apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
}

/** Ours beyond Ant Design's tokens, as CSS variables on <html>. Text pairs keep at least 4.5 : 1, measured by axe. */
const LIGHT = {
  '--np-primary': '#0f5f7a',
  '--np-layout': '#f3f5f6',
  '--np-container': '#ffffff',
  '--np-fill': '#e9edef',
  '--np-line': '#dfe4e7',
  '--np-text': '#1c2529',
  '--np-text-quiet': '#566168',
  '--np-nav': '#123744',
  '--np-nav-text': '#c3d3da',
  '--np-grade-a': '#0f5f7a',
  '--np-grade-a-text': '#ffffff',
  '--np-grade-b': '#35778f',
  '--np-grade-b-text': '#ffffff',
  '--np-grade-c': '#d9ebf1',
  '--np-grade-line': '#7b878e',
  '--np-light-red': '#b3261e',
  '--np-light-amber': '#8a5300',
  '--np-light-green': '#1f6b3a',
}
export type PaletteName = keyof typeof LIGHT

const DARK: Record<PaletteName, string> = {
  '--np-primary': '#66b6cd',
  '--np-layout': '#0e1214',
  '--np-container': '#171c1f',
  '--np-fill': '#262d31',
  '--np-line': '#2c3438',
  '--np-text': '#e4e9eb',
  '--np-text-quiet': '#a3afb5',
  '--np-nav': '#0b2a35',
  '--np-nav-text': '#b4c7cf',
  '--np-grade-a': '#66b6cd',
  '--np-grade-a-text': '#06212a',
  '--np-grade-b': '#2d6d84',
  '--np-grade-b-text': '#ffffff',
  '--np-grade-c': '#17323c',
  '--np-grade-line': '#8b979d',
  '--np-light-red': '#ff8a80',
  '--np-light-amber': '#f0b45a',
  '--np-light-green': '#7fcf98',
}

export function paletteOf(isDark: boolean): Readonly<Record<PaletteName, string>> {
  return isDark ? DARK : LIGHT
}

/** Derived from such dark colours the grounds of notices come out muddy; these are the same hues, light. */
const LIGHT_GROUNDS = {
  colorPrimaryBg: '#e6f1f5',
  colorPrimaryBgHover: '#d8e9f0',
  controlItemBgActive: '#e6f1f5',
  controlItemBgActiveHover: '#d8e9f0',
  colorInfoBg: '#eef5f8',
  colorInfoBorder: '#b8d3dd',
  colorErrorBg: '#fdf0ef',
  colorErrorBorder: '#eebbb7',
  colorWarningBg: '#fdf6e8',
  colorWarningBorder: '#e6cf9f',
  colorSuccessBg: '#eef7f0',
  colorSuccessBorder: '#b5d6c0',
}

/** What is chosen, in a table or a menu: dark enough that links and lights on it keep their contrast. */
const DARK_GROUNDS = {
  controlItemBgActive: '#142a33',
  controlItemBgActiveHover: '#152d37',
  // Dialogs and menus: the grey of the cards, a step lighter, not Ant Design's own.
  colorBgElevated: '#1f2629',
}

/** The text of a table in CSS pixels, and how tall a button is beside it. */
const SIZES: Record<TextSize, { readonly text: number; readonly control: number }> = {
  small: { text: 13, control: 32 },
  usual: { text: 14, control: 32 },
  large: { text: 16, control: 36 },
  largest: { text: 18, control: 40 },
}
const SMALLEST_TEXT = 12

/** What all else is measured in: 1rem. Our own style sheets write 14 pixels as 0.875rem. */
export function remOf(textSize: TextSize): number {
  return (16 * SIZES[textSize].text) / SIZES.usual.text
}

type Derive = Exclude<NonNullable<ThemeConfig['algorithm']>, readonly unknown[]>

/** Ant Design steps sizes in even pixels: 10 for the small print of 13, and the same for 16 and 18. */
const evenSteps: Derive = (seed, derived) => {
  const map = derived ?? theme.defaultAlgorithm(seed)
  return {
    ...map,
    fontSizeSM: Math.max(SMALLEST_TEXT, Math.round((seed.fontSize * 12) / 14)),
    fontSizeLG: Math.round((seed.fontSize * 16) / 14),
  }
}

/** Less air, the same text: Ant Design's own compact look makes the text smaller too, which is another choice here. */
const lessAir: Derive = (seed, derived) => {
  const map = derived ?? theme.defaultAlgorithm(seed)
  const text = Object.entries(map).filter(([name]) => /^(font|lineHeight)/.test(name))
  return { ...theme.compactAlgorithm(seed, map), ...Object.fromEntries(text) }
}

export type Look = {
  readonly isDark: boolean
  readonly language: Language
  readonly textSize: TextSize
  readonly density: Density
}

/** Ant Design dressed in the palette: one accent, dense enough for a desk, no shadows where a line does. */
export function themeOf({ isDark, language, textSize, density }: Look): ThemeConfig {
  const palette = paletteOf(isDark)
  const isCompact = density === 'compact'
  return {
    // The styles come as one file with the page (main.tsx): made at run time they cost every first look at a component its share.
    zeroRuntime: true,
    algorithm: [isDark ? theme.darkAlgorithm : theme.defaultAlgorithm, evenSteps, ...(isCompact ? [lessAir] : [])],
    token: {
      fontSize: SIZES[textSize].text,
      controlHeight: SIZES[textSize].control,
      colorPrimary: palette['--np-primary'],
      colorInfo: palette['--np-primary'],
      colorLink: palette['--np-primary'],
      // Derived, it would be too pale for text on white, and too dim on black.
      colorLinkHover: isDark ? '#8fcde0' : '#0a4a60',
      colorError: isDark ? '#ff7b72' : '#b3261e',
      colorWarning: isDark ? '#f0b45a' : '#8a5300',
      colorSuccess: isDark ? '#7fcf98' : '#1f6b3a',
      ...(isDark ? DARK_GROUNDS : LIGHT_GROUNDS),
      colorBgLayout: palette['--np-layout'],
      colorBgContainer: palette['--np-container'],
      colorText: palette['--np-text'],
      colorTextSecondary: palette['--np-text-quiet'],
      colorTextTertiary: palette['--np-text-quiet'],
      colorTextPlaceholder: isDark ? '#919da3' : '#6a757b',
      colorTextDescription: palette['--np-text-quiet'],
      fontFamily: FONTS[language],
      borderRadius: 6,
    },
    components: {
      Button: {
        iconGap: 8,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        primaryColor: isDark ? '#06212a' : '#ffffff',
        dangerColor: isDark ? '#2a0705' : '#ffffff',
      },
      Segmented: { trackBg: palette['--np-fill'], ...(isDark ? { itemSelectedBg: '#3b474d' } : {}) },
      Table: {
        cellPaddingBlock: isCompact ? 8 : 16,
        cellPaddingBlockMD: isCompact ? 6 : 10,
        cellPaddingBlockSM: isCompact ? 4 : 8,
        // Compact is about height: text needs its distance from the edge all the same.
        cellPaddingInlineMD: 8,
        cellPaddingInlineSM: 8,
        headerBg: palette['--np-fill'],
        headerSplitColor: 'transparent',
      },
      Form: {
        labelColor: palette['--np-text-quiet'],
        itemMarginBottom: isCompact ? 12 : 18,
        verticalLabelPadding: '0 0 4px',
      },
    },
  }
}
