import { type Density, type TextSize, usePreferences } from '../stores/preferences.ts'
import { usePrinting } from '../stores/printing.ts'

type Sizes = { readonly textSize: TextSize; readonly density: Density }

const ON_PAPER: Sizes = { textSize: 'usual', density: 'comfortable' }

/** The person's choice of text size and density; a sheet of paper has its own. */
export function useSizes(): Sizes {
  const textSize = usePreferences((state) => state.textSize)
  const density = usePreferences((state) => state.density)
  const isPrinting = usePrinting(({ since }) => since !== null)
  return isPrinting ? ON_PAPER : { textSize, density }
}
