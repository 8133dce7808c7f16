import type { TFunction } from 'i18next'
import { type ComponentType, lazy } from 'react'
import { EVERYONE, MANAGERS, OWNER } from '../../../shared/contract/operation.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'

export const SETTINGS_GROUPS = ['device', 'business', 'rules', 'people', 'data'] as const
type SettingsGroup = (typeof SETTINGS_GROUPS)[number]

/** One page of the settings, under `#/settings/<key>`. */
type SettingsPage = {
  readonly key: string
  readonly group: SettingsGroup
  /** Who may change what stands there (domain.md 4: only owners manage people, backups and the store). */
  readonly roles: readonly Role[]
  readonly label: (t: TFunction) => string
  readonly Content: ComponentType
}

/** Every page of the settings, one entry each; its code is loaded when it is first opened. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  {
    key: 'appearance',
    group: 'device',
    roles: EVERYONE,
    label: (t) => t('device.appearance.title'),
    Content: later(async () => (await import('./device/AppearanceSettings.tsx')).AppearanceSettings),
  },
  {
    key: 'program',
    group: 'device',
    roles: EVERYONE,
    label: (t) => t('device.program.title'),
    Content: later(async () => (await import('./device/ProgramSettings.tsx')).ProgramSettings),
  },
  {
    key: 'tour',
    group: 'device',
    roles: EVERYONE,
    label: (t) => t('tour.name'),
    Content: later(async () => (await import('./device/TourSettings.tsx')).TourSettings),
  },
  {
    key: 'targets',
    group: 'business',
    roles: MANAGERS,
    label: (t) => t('setup.tab.targets'),
    Content: later(async () => (await import('./TargetSettings.tsx')).TargetSettings),
  },
  {
    key: 'channels',
    group: 'business',
    roles: MANAGERS,
    label: (t) => t('setup.tab.channels'),
    Content: later(async () => (await import('./ChannelSettings.tsx')).ChannelSettings),
  },
  {
    key: 'doorCounts',
    group: 'business',
    roles: MANAGERS,
    label: (t) => t('setup.tab.doorCounts'),
    Content: later(async () => (await import('./DoorCountSettings.tsx')).DoorCountSettings),
  },
  {
    key: 'grades',
    group: 'rules',
    roles: MANAGERS,
    label: (t) => t('setup.tab.grades'),
    Content: later(async () => (await import('./GradeSettings.tsx')).GradeSettings),
  },
  {
    key: 'rules',
    group: 'rules',
    roles: MANAGERS,
    label: (t) => t('rules.tab'),
    Content: later(async () => (await import('./rules/RuleSettings.tsx')).RuleSettings),
  },
  {
    key: 'thresholds',
    group: 'rules',
    roles: MANAGERS,
    label: (t) => t('rules.thresholds.title'),
    Content: later(async () => (await import('./rules/ThresholdSettings.tsx')).ThresholdSettings),
  },
  {
    key: 'scripts',
    group: 'rules',
    roles: MANAGERS,
    label: (t) => t('scripts.title'),
    Content: later(async () => (await import('./scripts/ScriptSettings.tsx')).ScriptSettings),
  },
  {
    key: 'people',
    group: 'people',
    roles: OWNER,
    label: (t) => t('setup.tab.people'),
    Content: later(async () => (await import('./PeopleSettings.tsx')).PeopleSettings),
  },
  {
    key: 'audit',
    group: 'people',
    roles: OWNER,
    label: (t) => t('audit.title'),
    Content: later(async () => (await import('./audit/AuditSettings.tsx')).AuditSettings),
  },
  {
    key: 'showroom',
    group: 'data',
    roles: OWNER,
    label: (t) => t('setup.tab.showroom'),
    Content: later(async () => (await import('./ShowroomSettings.tsx')).ShowroomSettings),
  },
  {
    key: 'backups',
    group: 'data',
    roles: OWNER,
    label: (t) => t('data.backups.tab'),
    Content: later(async () => (await import('./BackupSettings.tsx')).BackupSettings),
  },
  {
    key: 'move',
    group: 'data',
    roles: OWNER,
    label: (t) => t('data.move.title'),
    Content: later(async () => (await import('./data/MoveSettings.tsx')).MoveSettings),
  },
]

function later(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }))
}
