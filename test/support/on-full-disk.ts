import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/connection.ts'
import { exportFolder } from '../../db/exchange/export-folder.ts'
import { createDesk, type Desk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import { storeProblemText } from '../../electron/launch/store-problem.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'
import { AT_REST } from './at-rest.ts'

// On a small disk of its own (a tmpfs): does each thing the program does with hardly any room left, and again when there is room. Says for
// each point, as a line of JSON, what came of it; what anything means is the rail's to judge (test/rails/r07-disk-full.test.ts).
const [disk = '', storeFile = '', oldStoreFile = '', roomsText = ''] = process.argv.slice(2)
const rooms = roomsText.split(',').map(Number)
let nowMs = Date.parse('2026-05-20T10:00:00+08:00')
const folder = join(disk, 'data')
const ballast = join(disk, 'ballast')
// What runs beside does not keep a program from ending.
setInterval(() => undefined, 1000)

type Outcome = { readonly ok: boolean; readonly said: string }
/** What is done at a point, and how it stands with what was acknowledged before. */
type Point = { readonly prepare: () => Promise<void>; readonly act: () => Promise<Outcome>; readonly source?: string }

const program: { desk: Desk | null } = { desk: null }
let phones = 0

async function answer(op: string, input: unknown): Promise<Answer> {
  const { desk } = program
  if (desk === null) throw new Error('no desk is open')
  desk.sessions.open('window', 'owner', nowMs)
  return dispatch(desk, 'window', { id: 'test', op, input })
}
async function ask<T>(op: string, input: unknown): Promise<T> {
  const got = await answer(op, input)
  if (!got.ok) throw new Error(`${op}: ${got.failure.code}`)
  return got.value as T
}
const outcomeOf = (got: Answer): Outcome => (got.ok ? { ok: true, said: 'ok' } : { ok: false, said: got.failure.code })

const contact = () => {
  phones += 1
  return {
    name: '张女士',
    phone: String(13_000_000_000 + phones),
    wechat: null,
    gender: null,
    model: null,
    identity: { as: 'new' },
  }
}
const visit = () => ({
  arrivedAt: null,
  channelId: 'walk-in',
  kind: 'showroom',
  purpose: 'purchase',
  firstVisit: true,
  partySize: 2,
  receivedBy: 'lin',
  notCapturedReason: null,
  note: '周末再来'.repeat(100),
  contact: contact(),
})
const open = async () => {
  program.desk = createDesk({ folder, clock: () => nowMs, ...AT_REST })
}
/** A day's work, so that there is something to lose. */
const worked = async () => {
  await open()
  for (let n = 0; n < 3; n += 1) await ask('visits.log', visit())
}

let previewId = ''
let run: object = {}
const acts: Readonly<Record<string, Point>> = {
  save: { prepare: worked, act: async () => outcomeOf(await answer('visits.log', visit())) },
  'backup asked for': { prepare: worked, act: async () => outcomeOf(await answer('store.backUp', {})) },
  'backup by the clock': {
    prepare: worked,
    act: async () => {
      // What failed is tried again after ten minutes.
      nowMs += 11 * 60_000
      const isMade = (await program.desk?.backups.tick()) ?? false
      const { backupFailedAt } = await ask<{ backupFailedAt: number | null }>('session.status', {})
      return { ok: isMade, said: backupFailedAt === null ? 'ok' : 'told to the owner' }
    },
  },
  import: {
    prepare: async () => {
      await worked()
      const rows = Array.from(
        { length: 300 },
        (_, n) => `2026-03-02,10:00,来店,客户${n},${13_900_000_000 + n},首次,自然到店,林小雨`,
      )
      const text = ['来店日期,到店时间,来店/来电,客户姓名,联系电话,首次/再次,信息来源,接待顾问', ...rows].join('\n')
      const file = { fileName: '登记表.csv', contentBase64: Buffer.from(text).toString('base64') }
      const { token, mapping } = await ask<FileReading>('imports.read', { jobId: 'read', ...file })
      const { digest } = await ask<ImportPlan>('imports.preview', { jobId: 'preview', token, mapping })
      run = { token, mapping, digest }
    },
    act: async () => outcomeOf(await answer('imports.run', { jobId: 'run', ...run })),
  },
  restore: {
    prepare: async () => {
      await worked()
      const { file } = await ask<{ file: string }>('store.backUp', {})
      previewId = (await ask<{ previewId: string }>('store.previewBackup', { file })).previewId
    },
    act: async () => outcomeOf(await answer('store.restore', { previewId, password: 'correct horse' })),
  },
  erase: {
    prepare: worked,
    act: async () => {
      const customerId = String(
        program.desk?.store()?.db.prepare("SELECT id FROM customers WHERE name = '张女士'").pluck().get(),
      )
      return outcomeOf(
        await answer('customers.erase', { customerId, reason: 'asked', name: '张女士', password: 'correct horse' }),
      )
    },
  },
  update: {
    source: oldStoreFile,
    prepare: async () => undefined,
    act: async () => {
      try {
        await open()
        return { ok: true, said: 'ok' }
      } catch (error) {
        return { ok: false, said: storeProblemText(error).split('\n')[0] ?? '' }
      }
    },
  },
  export: {
    prepare: worked,
    act: async () => {
      const target = join(disk, 'exported')
      try {
        const store = program.desk?.store()
        if (store !== null && store !== undefined) exportFolder(store.db, target)
        return { ok: true, said: 'ok' }
      } catch (error) {
        const half = existsSync(target) ? readdirSync(target).filter((name) => !name.endsWith('.csv')) : []
        return { ok: false, said: half.length > 0 ? 'half a file' : String((error as { code?: unknown }).code) }
      }
    },
  },
}

function fill(room: number): void {
  const { bavail, bsize } = statfsSync(disk)
  const bytes = Math.max(0, bavail * bsize - room)
  const handle = openSync(ballast, 'w')
  const chunk = Buffer.alloc(1 << 16)
  for (let left = bytes; left > 0; left -= chunk.length) writeSync(handle, chunk, 0, Math.min(left, chunk.length))
  closeSync(handle)
}

/** Everything that was acknowledged, seen with other eyes: the file opened anew. */
function visitsOnDisk(): number {
  const db = openStore(join(folder, 'showroom.db'))
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the store is damaged')
    return Number(db.prepare('SELECT count(*) FROM visits').pluck().get())
  } finally {
    db.close()
  }
}

for (const [name, { prepare, act, source = storeFile }] of Object.entries(acts)) {
  for (const room of rooms) {
    mkdirSync(folder, { recursive: true })
    copyFileSync(source, join(folder, 'showroom.db'))
    await prepare()
    const before = source === oldStoreFile ? 0 : visitsOnDisk()
    fill(room)
    const first = await act()
    rmSync(ballast, { force: true })
    const after = visitsOnDisk()
    const second = first.ok ? first : await act()
    writeSync(1, `${JSON.stringify({ name, room, first, second, lost: Math.max(0, before - after) })}\n`)
    await program.desk?.imports.stop()
    if (program.desk?.store()?.db.open === true) program.desk.store()?.db.close()
    program.desk = null
    for (const one of readdirSync(disk)) rmSync(join(disk, one), { recursive: true, force: true })
  }
}
process.exit(0)
