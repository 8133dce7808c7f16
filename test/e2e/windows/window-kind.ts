/**
 * Where the journeys take place; NINEPOINT_WINDOW says which. `browser`: the gate behind HTTP, in Chromium. `stand-in`: the built main
 * and preload under a stand-in of Electron's calls, around Chromium. `electron`: Electron itself, with the program of this
 * folder or the packaged one that NINEPOINT_PROGRAM names.
 */
export const WINDOW_KINDS = ['browser', 'stand-in', 'electron'] as const
export type WindowKind = (typeof WINDOW_KINDS)[number]

export function windowKind(): WindowKind {
  const wished = process.env['NINEPOINT_WINDOW'] ?? 'browser'
  const kind = WINDOW_KINDS.find((one) => one === wished)
  if (kind === undefined) throw new Error(`NINEPOINT_WINDOW=${wished}: one of ${WINDOW_KINDS.join(', ')}`)
  return kind
}
