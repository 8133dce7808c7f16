import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOrderlyEnd, type EndReason } from '../../electron/main/orderly-end.ts'
import { restartLimit } from '../../electron/main/restart-limit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An end whose backup takes as long as the test says; what it does is written down in order. */
function underWay() {
  const done: string[] = []
  const backup = Promise.withResolvers<boolean>()
  const end = createOrderlyEnd({
    onBegin: () => done.push('told'),
    close: () => {
      done.push('closing')
      return backup.promise
    },
    kill: () => done.push('killed'),
    onUnsaved: () => done.push('unsaved'),
    exit: (code) => done.push(`exit ${code}`),
  })
  const closes = async (hasBackup: boolean) => {
    backup.resolve(hasBackup)
    await vi.advanceTimersByTimeAsync(1000)
  }
  return { end, done, closes }
}

describe('the end of the program', () => {
  it.each<[EndReason, boolean, string[]]>([
    ['person', true, ['told', 'closing', 'exit 0']],
    ['person', false, ['told', 'closing', 'unsaved', 'exit 0']],
    ['system', true, ['told', 'closing', 'exit 0']],
    ['system', false, ['told', 'closing', 'exit 0']],
    ['fault', true, ['told', 'closing', 'exit 1']],
    ['fault', false, ['told', 'closing', 'unsaved', 'exit 1']],
  ])('by %s, backup %s: %j', async (reason, hasBackup, steps) => {
    const { end, done, closes } = underWay()
    end.begin(reason)
    expect(end.isUnderWay()).toBe(true)
    // The page says its last words before the store is closed.
    await vi.advanceTimersByTimeAsync(200)
    expect(done).toEqual(['told'])
    await closes(hasBackup)
    expect(done).toEqual(steps)
    end.begin('person')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(done).toEqual(steps)
  })

  it.each<[EndReason, number]>([
    ['person', 60_000],
    ['fault', 60_000],
    ['system', 4_000],
  ])('by %s waits no longer than %s ms', async (reason, limitMs) => {
    const { end, done, closes } = underWay()
    end.begin(reason)
    await vi.advanceTimersByTimeAsync(limitMs - 1)
    expect(done).toEqual(['told', 'closing'])
    await vi.advanceTimersByTimeAsync(1)
    const code = reason === 'fault' ? 1 : 0
    expect(done).toEqual(['told', 'closing', 'killed', ...(reason === 'system' ? [] : ['unsaved']), `exit ${code}`])
    await closes(true)
    expect(done.filter((step) => step.startsWith('exit'))).toHaveLength(1)
  })

  it('is hurried by a system that shuts down meanwhile, and by nothing else', async () => {
    const { end, done } = underWay()
    end.begin('person')
    end.begin('person')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(done).toEqual(['told', 'closing'])
    end.begin('system')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(done).toEqual(['told', 'closing', 'killed', 'exit 0'])
  })

  it.each([true, false])('does what is to come after the backup (%s) before it ends, once', async (hasBackup) => {
    const { end, done, closes } = underWay()
    end.begin('person', async (has) => void done.push(`after ${has}`))
    end.begin('person', async () => void done.push('never'))
    await closes(hasBackup)
    expect(done).toEqual(['told', 'closing', `after ${hasBackup}`, 'exit 0'])
  })
})

describe('starting again what broke', () => {
  it('is allowed so many times within so long, and again later', () => {
    const limit = restartLimit(3, 1000)
    expect([0, 1, 2, 3, 999].map((at) => limit.allows(at))).toEqual([true, true, true, false, false])
    expect([1000, 1001, 1001].map((at) => limit.allows(at))).toEqual([true, true, false])
    limit.forget()
    expect(limit.allows(1002)).toBe(true)
  })

  it('does not stay forbidden when the clock is set back a year', () => {
    const limit = restartLimit(1, 1000)
    expect([1e12, 1e12, 1e12 - 4e10].map((at) => limit.allows(at))).toEqual([true, false, true])
  })
})
