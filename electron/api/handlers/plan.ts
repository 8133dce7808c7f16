import type { HandlersOf } from '../context.ts'
import { readChannels, readCosts, saveCosts, saveOneChannel } from '../services/channels.ts'
import { readDoorMonth, saveDoorDay } from '../services/door-counts.ts'
import { proposeTargets, readTargets, saveTargets } from '../services/targets.ts'

export const channelHandlers: HandlersOf<'channels'> = {
  'channels.list': readChannels,
  'channels.save': saveOneChannel,
  'channels.costs': readCosts,
  'channels.saveCosts': saveCosts,
}

export const targetHandlers: HandlersOf<'targets'> = {
  'targets.get': readTargets,
  'targets.propose': proposeTargets,
  'targets.save': saveTargets,
}

export const doorCountHandlers: HandlersOf<'doorCounts'> = {
  'doorCounts.month': readDoorMonth,
  'doorCounts.save': saveDoorDay,
}
