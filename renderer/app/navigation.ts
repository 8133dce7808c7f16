import type { Role } from '../../shared/values/vocabulary.ts'
import { SCREENS } from './screens.tsx'

export const NAVIGATION = ['today', 'visits', 'leads', 'board', 'levers', 'review', 'import', 'settings'] as const
export type NavigationKey = (typeof NAVIGATION)[number]

/** The places a role finds in the navigation: those with a screen it may open, in their fixed order. */
export function placesOf(role: Role): readonly NavigationKey[] {
  return NAVIGATION.filter((key) =>
    SCREENS.some((screen) => screen.path.split('/')[0] === key && screen.roles.includes(role)),
  )
}

/** Where a person begins. */
export function homeOf(role: Role): string {
  return `/${placesOf(role)[0] ?? ''}`
}
