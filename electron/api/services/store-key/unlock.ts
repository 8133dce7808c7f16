import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import type { AnswerOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import type { Status } from '../../../../shared/contract/session.ts'
import type { Instant } from '../../../../shared/values/business-date.ts'
import type { OpenContext } from '../../context.ts'
import type { Desk } from '../../desk.ts'
import { openWithCode } from '../../key-paper.ts'
import type { LostKey } from '../../store-lock.ts'
import { countUnlockTry, forgetUnlockTries } from '../../unlock-tries.ts'
import { readStatus } from '../session.ts'

export function readLock({ desk }: OpenContext): AnswerOf<'setup.lock'> {
  const lock = desk.lock()
  return { isLocked: lock !== null, file: lock?.file ?? '', hasPaper: lock?.hasPaper ?? false }
}

/** The key the code leads to is kept at this PC anew; then the store is opened, or it shows what else is wrong with it. */
export async function unlockStore(
  context: OpenContext,
  { recoveryCode }: { readonly recoveryCode: string },
): Promise<Status> {
  const { desk, now } = context
  if (desk.lock() === null) throw new Refusal('already_set_up')
  await takeLostKeys(desk, now, recoveryCode)
  desk.tryAgain()
  // It has opened the key of an older backup and not this store's.
  if (desk.lock() !== null) throw new Refusal('recovery_code_wrong')
  const store = desk.store()
  if (store !== null) appendAudit(store.db, { at: now, staffId: null, operation: 'setup.unlock', subject: null })
  return readStatus(context)
}

/** Every lost key of the store that this code opens; refused with `recovery_code_wrong` when it opens none. */
export async function takeLostKeys(desk: Desk, now: Instant, code: string): Promise<void> {
  const lost = desk.lostKeys()
  countUnlockTry(desk.folder, now)
  const opened = new Map<string, Buffer>()
  for (const { keyId, paper } of lost) {
    const key = opened.has(keyId) ? null : await openWithCode(paper, keyId, code)
    if (key !== null) opened.set(keyId, key)
  }
  if (opened.size === 0) throw new Refusal('recovery_code_wrong')
  forgetUnlockTries(desk.folder)
  for (const [keyId, key] of opened) await desk.keys.add(key, newestPapers(lost, keyId))
}

/** Of each person the one that was found first: in the key's own file, else in the newest backup. */
function newestPapers(lost: readonly LostKey[], keyId: string): LostKey['paper'][] {
  const papers = lost.filter((one) => one.keyId === keyId).map(({ paper }) => paper)
  return papers.filter((paper, n) => papers.findIndex(({ staffId }) => staffId === paper.staffId) === n)
}
