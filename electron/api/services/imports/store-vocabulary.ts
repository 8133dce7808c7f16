import { listChannels } from '../../../../db/repositories/channels.ts'
import { listKnownModels } from '../../../../db/repositories/import-known.ts'
import { listStaff } from '../../../../db/repositories/staff.ts'
import { listGradeSlots } from '../../../../db/repositories/store.ts'
import type { Vocabulary } from '../../../../shared/domain/import/suggest.ts'
import type { WorkerContext } from './worker-context.ts'

/** What the store has that values of a file can mean. Reception receives visitors but owns no leads (domain.md 2). */
export function storeVocabulary({ db, me }: WorkerContext): Vocabulary {
  return {
    channels: listChannels(db),
    people: listStaff(db).map(({ id, name, active, role }) => ({ id, name, active, sells: role !== 'reception' })),
    slots: listGradeSlots(db),
    models: listKnownModels(db),
    mayAddPeople: me.role === 'owner',
  }
}
