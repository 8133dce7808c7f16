import { useTranslation } from 'react-i18next'

export type Light = 'red' | 'amber' | 'green' | 'unknown'

const SHAPES: Record<Light, string> = {
  red: 'M7 1 13.5 12.5H.5Z',
  amber: 'M7 0.5 13.5 7 7 13.5 0.5 7Z',
  green: 'M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
  unknown: 'M7 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
}

/** A light by colour, shape and word: triangle, diamond, disc, ring. */
export function LightTag({ light, wordless = false }: { readonly light: Light; readonly wordless?: boolean }) {
  const { t } = useTranslation()
  const word = t(`codes.light.${light}`)
  return (
    <span className={`np-light np-light-${light}`} title={wordless ? word : undefined}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="currentColor"
        role={wordless ? 'img' : undefined}
        aria-hidden={!wordless}
        aria-label={wordless ? word : undefined}
      >
        <path d={SHAPES[light]} fillRule="evenodd" />
      </svg>
      {!wordless && word}
    </span>
  )
}
