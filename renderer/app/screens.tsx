import type { ComponentType } from 'react'
import { EVERYONE, MANAGERS, SALES } from '../../shared/contract/operation.ts'
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
    path: 'today',
    roles: EVERYONE,
    load: async () => (await import('../screens/today/TodayScreen.tsx')).TodayScreen,
  },
  {
    path: 'visits',
    roles: EVERYONE,
    load: async () => (await import('../screens/visits/VisitsScreen.tsx')).VisitsScreen,
  },
  {
    path: 'leads',
    roles: SALES,
    load: async () => (await import('../screens/leads/LeadsScreen.tsx')).LeadsScreen,
  },
  {
    path: 'leads/:leadId',
    roles: SALES,
    load: async () => (await import('../screens/leads/LeadScreen.tsx')).LeadScreen,
  },
  {
    path: 'board',
    roles: SALES,
    load: async () => (await import('../screens/board/BoardScreen.tsx')).BoardScreen,
  },
  {
    path: 'board/:key',
    roles: SALES,
    load: async () => (await import('../screens/board/PointScreen.tsx')).PointScreen,
  },
  {
    path: 'levers',
    roles: MANAGERS,
    load: async () => (await import('../screens/levers/LeversScreen.tsx')).LeversScreen,
  },
  {
    path: 'review',
    roles: MANAGERS,
    load: async () => (await import('../screens/review/ReviewScreen.tsx')).ReviewScreen,
  },
  {
    path: 'import',
    roles: MANAGERS,
    load: async () => (await import('../screens/imports/ImportScreen.tsx')).ImportScreen,
  },
  {
    path: 'settings/:tab?',
    roles: EVERYONE,
    load: async () => (await import('../screens/settings/SettingsScreen.tsx')).SettingsScreen,
  },
]
