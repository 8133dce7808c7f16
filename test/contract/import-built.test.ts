import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pino from 'pino'
import { afterAll, expect, it } from 'vitest'
import { startThread } from '../../electron/api/services/imports/file-thread.ts'
import { createWriteTurns } from '../../electron/api/write-turns.ts'
import { buildImportWorker } from '../../electron/launch/build.ts'
import { fileReading } from '../../shared/contract/imports.ts'
import { businessDateOf } from '../../shared/values/business-date.ts'
import { STAFF, testDesk } from '../support/desk.ts'

// The packaged program has no sources to start a thread from: what is built beside it must work by itself.

const ROOT = join(import.meta.dirname, '../..')
// Inside the program's folder, from where the driver is found.
mkdirSync(join(ROOT, 'dist'), { recursive: true })
const folder = mkdtempSync(join(ROOT, 'dist/import-worker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the built thread reads the register of a showroom', async () => {
  await buildImportWorker(folder)
  const { desk, now } = testDesk()
  const store = desk.store()
  if (store === null) throw new Error('no store')
  const thread = startThread({
    setup: { storeFile: store.file, backupFolder: store.backupFolder },
    turns: createWriteTurns(),
    log: pino({ level: 'error' }),
    memoryMb: 512,
    stopMs: 1000,
    program: pathToFileURL(join(folder, 'import-worker.js')),
  })
  const me = { id: STAFF.manager, name: '许经理', role: 'manager' } as const
  const timeZone = 'Asia/Shanghai'
  const bytes = readFileSync(join(import.meta.dirname, '../data/showroom_register_zh/来店登记表.xlsx'))
  const work = thread.begin({
    name: 'read',
    input: { fileName: '来店登记表.xlsx', bytes },
    caller: { me, now: now(), today: businessDateOf(now(), timeZone), timeZone, idBase: null },
  })
  const reading = fileReading.parse(await work.answer)
  expect(reading).toMatchObject({ format: 'workbook', rowCount: 647, mapping: { headerRow: 1, headerLines: 2 } })
  await thread.end()
  expect(thread.hasEnded()).toBe(true)
})
