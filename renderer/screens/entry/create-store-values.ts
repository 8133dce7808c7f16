import type { TFunction } from 'i18next'
import type { InputOf } from '../../../shared/contract/contract.ts'
import type { ChannelGroup } from '../../../shared/values/vocabulary.ts'

type NewRole = InputOf<'setup.createStore'>['people'][number]['role']
export const NEW_ROLES = ['salesperson', 'reception', 'manager'] as const satisfies readonly NewRole[]

export type PersonValues = { name?: string; role: NewRole; pin?: string }

/** The form as it is being typed. */
export type CreateStoreValues = {
  storeName?: string
  timeZone: string
  openWeekdays: number[]
  owner?: { name?: string; password?: string; repeat?: string }
  people: PersonValues[]
  channels: { name?: string; group: ChannelGroup }[]
}

export const STEPS = ['showroom', 'owner', 'people'] as const
export type Step = (typeof STEPS)[number]

/** The step on which a field stands, by the first part of its path. */
export function stepOf(path: string): Step {
  const field = path.split('.')[0]
  if (field === 'owner') return 'owner'
  return field === 'people' || field === 'channels' ? 'people' : 'showroom'
}

export function firstValues(t: TFunction): CreateStoreValues {
  const channel = (
    key: 'walkIn' | 'oldCustomer' | 'staffReferral' | 'website' | 'shortVideo' | 'exhibition' | 'invitation',
    group: ChannelGroup,
  ) => ({
    name: t(`setup.defaultChannels.${key}`),
    group,
  })
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    openWeekdays: [1, 2, 3, 4, 5, 6, 7],
    people: [{ role: 'salesperson' }],
    channels: [
      channel('walkIn', 'walk_in'),
      channel('oldCustomer', 'referral'),
      channel('staffReferral', 'referral'),
      channel('website', 'outbound'),
      channel('shortVideo', 'outbound'),
      channel('exhibition', 'outbound'),
      channel('invitation', 'outbound'),
    ],
  }
}

/** A row in which nothing was typed is not a person. */
export function isBlank(person: PersonValues | undefined): boolean {
  return (person?.name ?? '').trim() === '' && (person?.pin ?? '') === ''
}

export function toInput(values: CreateStoreValues): InputOf<'setup.createStore'> {
  return {
    storeName: values.storeName ?? '',
    timeZone: values.timeZone,
    openWeekdays: values.openWeekdays,
    owner: { name: values.owner?.name ?? '', password: values.owner?.password ?? '' },
    people: values.people
      .filter((person) => !isBlank(person))
      .map(({ name = '', role, pin = '' }) => ({ name, role, pin })),
    channels: values.channels
      .filter(({ name = '' }) => name.trim() !== '')
      .map(({ name = '', group }) => ({ name, group })),
  }
}
