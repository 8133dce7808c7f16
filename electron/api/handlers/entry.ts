import type { HandlersOf } from '../context.ts'
import { readStatus, recover, signIn, signOut } from '../services/session.ts'
import { claimStore, createStore, leaveDemo, openDemo } from '../services/setup.ts'
import { readDamage, rescueStore } from '../services/store-file/replace.ts'
import { readLock, unlockStore } from '../services/store-key/unlock.ts'

export const sessionHandlers: HandlersOf<'session'> = {
  'session.status': readStatus,
  'session.signIn': signIn,
  'session.signOut': signOut,
  'session.touch': () => ({ done: true }),
  'session.recover': recover,
}

export const setupHandlers: HandlersOf<'setup'> = {
  'setup.createStore': createStore,
  'setup.claimStore': claimStore,
  'setup.openDemo': openDemo,
  'setup.leaveDemo': leaveDemo,
  'setup.damage': readDamage,
  'setup.rescue': rescueStore,
  'setup.lock': readLock,
  'setup.unlock': unlockStore,
}
