import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { z } from 'zod'
import { backupStore } from '../../db/backup.ts'
import { listBackups } from '../../db/backup-file.ts'
import { momentOf } from '../../db/moment.ts'
import { BACKUP_HOURS, type BackupHours } from '../../shared/contract/store-file.ts'
import type { Instant } from '../../shared/values/business-date.ts'
import type { OpenStore } from './open-store.ts'
import type { WriteTurns } from './write-turns.ts'

/** Backups while the program is open, every so many hours in which something was written. */
export type BackupSchedule = {
  readonly everyHours: () => BackupHours
  /** Of this PC. */
  readonly change: (everyHours: BackupHours) => void
  /** Since when no backup has come about although one was due, or was asked for; null when the last one did. */
  readonly failedAt: () => Instant | null
  /** A backup made by somebody or something else came about, or did not. */
  readonly note: (isMade: boolean) => void
  /** Makes a backup if one is due; answers whether it made one. Never throws: what goes wrong is `failedAt`. */
  readonly tick: () => Promise<boolean>
  readonly stop: () => void
}

export type BackupScheduleOptions = {
  readonly folder: string
  readonly wallClock: () => Instant
  readonly log: Logger
  readonly writeTurns: WriteTurns
  readonly store: () => OpenStore | null
  /** How often it is looked whether one is due. */
  readonly lookEveryMs: number
}

const DEFAULT_HOURS = 2 satisfies BackupHours
const HOUR_MS = 3_600_000
/** A disk that is full now will hardly have room in a minute. */
const TRY_AGAIN_MS = 600_000

/** How it stands with the backups of this run of the program. */
type State = {
  everyHours: BackupHours
  failedAt: Instant | null
  triedAt: Instant | null
  /** What the last one of ours held. */
  held: { readonly store: OpenStore; readonly moment: string } | null
}

export function createBackupSchedule(options: BackupScheduleOptions): BackupSchedule {
  const { folder, wallClock } = options
  const state: State = { everyHours: readHours(folder), failedAt: null, triedAt: null, held: null }
  let underWay: Promise<boolean> | null = null
  const note = (isMade: boolean) => {
    state.failedAt = isMade ? null : (state.failedAt ?? wallClock())
  }
  // Like any other that is at work: the store is not replaced under it, and an import goes first.
  const look = () => options.writeTurns.share(() => makeIfDue(state, options, note))
  const tick = () => {
    underWay ??= look().finally(() => {
      underWay = null
    })
    return underWay
  }
  const timer = setInterval(() => void tick(), options.lookEveryMs)
  timer.unref()
  return {
    everyHours: () => state.everyHours,
    change: (everyHours) => {
      writeFileSync(noteOf(folder), JSON.stringify({ everyHours }))
      state.everyHours = everyHours
    },
    failedAt: () => state.failedAt,
    note,
    tick,
    stop: () => clearInterval(timer),
  }
}

async function makeIfDue(state: State, options: BackupScheduleOptions, note: BackupSchedule['note']): Promise<boolean> {
  const { wallClock, log, store } = options
  const present = store()
  if (present === null || present.isDemo || !present.db.open) return false
  const now = wallClock()
  try {
    if (!isDue(state, present, now)) return false
    const moment = momentOf(present.db)
    await backupStore(present.db, present.backupFolder, new Date(now), 'scheduled')
    state.held = { store: present, moment }
    note(true)
    return true
  } catch (error) {
    state.triedAt = now
    log.error({ err: error }, 'a backup that was due failed')
    note(false)
    return false
  }
}

function isDue({ everyHours, failedAt, triedAt, held }: State, present: OpenStore, now: Instant): boolean {
  // Either way: of a clock that was set back nobody knows how long it has been.
  const isLongAgo = (then: Instant, ms: number) => Math.abs(now - then) >= ms
  if (triedAt !== null && failedAt !== null && !isLongAgo(triedAt, TRY_AGAIN_MS)) return false
  const newest = listBackups(present.backupFolder)[0]?.manifest ?? null
  if (newest !== null && !isLongAgo(Date.parse(newest.createdAt), everyHours * HOUR_MS)) return false
  return held?.store !== present || held.moment !== momentOf(present.db)
}

// In the data folder, not in the store: it is true of this PC, and does not travel with the showroom.
const noteForm = z.object({ everyHours: z.literal(BACKUP_HOURS) })
const noteOf = (folder: string) => join(folder, 'backups.json')

function readHours(folder: string): BackupHours {
  try {
    return noteForm.parse(JSON.parse(readFileSync(noteOf(folder), 'utf8'))).everyHours
  } catch {
    return DEFAULT_HOURS
  }
}
