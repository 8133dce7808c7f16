import { type ExchangeTable, fileOf } from './exchange-table.ts'
import { customers, deals, followUps, leadEvents, leads, lossRequests, visits } from './lead-tables.ts'
import {
  channelCosts,
  channels,
  doorCounts,
  gradeSlots,
  importBatches,
  market,
  staff,
  store,
  targets,
} from './showroom-tables.ts'

/** Every file, in an order in which a table comes after those it refers to. */
export const EXCHANGE_TABLES: readonly ExchangeTable[] = [
  store,
  gradeSlots,
  staff,
  channels,
  channelCosts,
  importBatches,
  customers,
  leads,
  leadEvents,
  visits,
  followUps,
  deals,
  lossRequests,
  targets,
  doorCounts,
  market,
]

export const EXCHANGE_FILES: readonly string[] = EXCHANGE_TABLES.map(fileOf)
