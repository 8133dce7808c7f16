import type { Handlers } from '../context.ts'
import { actHandlers } from './acts.ts'
import { auditHandlers } from './audit.ts'
import { boardHandlers } from './board.ts'
import { customerHandlers } from './customers.ts'
import { draftHandlers } from './drafts.ts'
import { sessionHandlers, setupHandlers } from './entry.ts'
import { exportHandlers } from './exports.ts'
import { followUpHandlers } from './follow-ups.ts'
import { importHandlers } from './imports.ts'
import { leadHandlers } from './leads.ts'
import { peopleHandlers } from './people.ts'
import { channelHandlers, doorCountHandlers, targetHandlers } from './plan.ts'
import { ruleHandlers, scriptHandlers, thresholdHandlers } from './rules.ts'
import { storeHandlers } from './store.ts'
import { visitHandlers } from './visits.ts'

/** Every operation of the contract with the service that answers it; one that is missing does not compile. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...setupHandlers,
  ...storeHandlers,
  ...peopleHandlers,
  ...channelHandlers,
  ...targetHandlers,
  ...doorCountHandlers,
  ...visitHandlers,
  ...leadHandlers,
  ...customerHandlers,
  ...followUpHandlers,
  ...thresholdHandlers,
  ...ruleHandlers,
  ...scriptHandlers,
  ...boardHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...draftHandlers,
  ...actHandlers,
  ...auditHandlers,
}
