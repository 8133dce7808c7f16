import { createDesk } from '../../electron/api/desk.ts'
import { dispatch } from '../../electron/api/dispatch.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import type { FileReading, ImportPlan } from '../../shared/contract/imports.ts'

// Opens a store in every way the program does: brought to today's schema, worked in, imported into on a thread, looked through, backed
// up, replaced by a backup, closed. The folder holds a store of an older schema with the people of the golden store "nasty".
const [folder = ''] = process.argv.slice(2)
const nowMs = Date.parse('2026-05-20T10:00:00+08:00')
// What runs beside does not keep a program from ending.
const staying = setInterval(() => undefined, 1000)
const desk = createDesk({ folder, clock: () => nowMs, checkAfterMs: 0 })

async function ask<T>(op: string, input: unknown): Promise<T> {
  desk.sessions.open('window', 'o1', nowMs)
  const answer: Answer = await dispatch(desk, 'window', { id: 'test', op, input })
  if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer.failure)}`)
  return answer.value as T
}

await ask('targets.save', { month: '2026-06', deals: 9, potential: null, people: [{ staffId: 's1', deals: 9 }] })
const register =
  '来店日期,到店时间,来店/来电,客户姓名,联系电话,首次/再次,信息来源,接待顾问\n2026-03-02,10:00,来店,李女士,13900139000,首次,自然到店,王伟\n'
const file = { fileName: '登记表.csv', contentBase64: Buffer.from(register).toString('base64') }
const { token, mapping } = await ask<FileReading>('imports.read', { jobId: 'read', ...file })
const { digest } = await ask<ImportPlan>('imports.preview', { jobId: 'preview', token, mapping })
await ask('imports.run', { jobId: 'run', token, mapping, digest })
await desk.lookedThrough()
await ask('store.backUp', {})
// The one that was made before the store was brought up to date: what is staged of it has to be brought up to date as well.
const { backups } = await ask<{ backups: { file: string; madeFor: string | null }[] }>('store.backups', {})
const backup = backups.find(({ madeFor }) => madeFor === 'before_update')?.file
const { previewId } = await ask<{ previewId: string }>('store.previewBackup', { file: backup })
const preview = desk.packed.findPreview(previewId)
if (preview === null) throw new Error('nothing was previewed')
await desk.replaceStore(preview, desk.store())
await ask('targets.save', { month: '2026-07', deals: 8, potential: null, people: [{ staffId: 's1', deals: 8 }] })
await desk.lookedThrough()
await desk.close()
clearInterval(staying)
