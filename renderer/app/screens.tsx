import type { ComponentType } from 'react'
import { MANAGERS } from '../../shared/contract/operation.ts'
import type { Role } from '../../shared/values/vocabulary.ts'

export type Screen = {
  /** Below `#/`; `:name` for parts, read with useParams. */
  readonly path: string
  readonly roles: readonly Role[]
  readonly load: () => Promise<ComponentType>
}

/** Every screen of the signed-in program, one entry each; its code is loaded when it is first opened. */
export const SCREENS: readonly Screen[] = [
  {
    path: 'import',
    roles: MANAGERS,
    load: async () => (await import('../screens/imports/ImportScreen.tsx')).ImportScreen,
  },
  {
    path: 'settings/:tab?',
    roles: MANAGERS,
    load: async () => (await import('../screens/settings/SettingsScreen.tsx')).SettingsScreen,
  },
]
