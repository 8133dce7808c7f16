// The coded words of interchange.md, each list once: schemas, SQL checks and dictionaries all answer to these.
export const ROLES = ['salesperson', 'reception', 'manager', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const CHANNEL_GROUPS = ['walk_in', 'referral', 'outbound'] as const
export type ChannelGroup = (typeof CHANNEL_GROUPS)[number]

export const VISIT_KINDS = ['showroom', 'phone'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

export const VISIT_PURPOSES = ['purchase', 'other'] as const
export type VisitPurpose = (typeof VISIT_PURPOSES)[number]

export const FOLLOW_UP_METHODS = ['call', 'wechat', 'sms', 'showroom', 'test_drive', 'home_visit'] as const
export type FollowUpMethod = (typeof FOLLOW_UP_METHODS)[number]

export const FOLLOW_UP_OUTCOMES = ['reached', 'not_reached', 'appointment', 'refused'] as const
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number]

export const REVIEWS = ['approved', 'rejected'] as const
export type Review = (typeof REVIEWS)[number]

/** What the program offers when a visitor leaves no contact; an import may bring others, which are kept as they are. */
export const NOT_CAPTURED_REASONS = [
  'just_looking',
  'in_a_hurry',
  'refused',
  'not_asked',
  'companion',
  'other',
] as const

/** What the program offers when a lead is lost; an import may bring others, which are kept as they are. */
export const LOSS_REASONS = [
  'price',
  'competitor',
  'no_stock',
  'finance_refused',
  'bought_elsewhere',
  'no_longer_buying',
  'unreachable',
  'other',
] as const

/** What a script is for, in the order of a customer's way (domain.md 6). */
export const SCRIPT_PURPOSES = [
  'first_call',
  'need',
  'invitation',
  'confirm_visit',
  'after_test_drive',
  'price',
  'competitor',
  'waiting',
  'closing',
  'win_back',
  'referral',
  'other',
] as const
export type ScriptPurpose = (typeof SCRIPT_PURPOSES)[number]
