import type { Db } from '../../../../db/connection.ts'
import { listChannels } from '../../../../db/repositories/channels.ts'
import { listStaff } from '../../../../db/repositories/staff.ts'
import { listGradeSlots } from '../../../../db/repositories/store.ts'
import type { Vocabulary } from '../../../../shared/domain/import/suggest.ts'

/** What the store has that values of a file can mean. Reception receives visitors but owns no leads (domain.md 2). */
export function storeVocabulary(db: Db): Vocabulary {
  return {
    channels: listChannels(db),
    people: listStaff(db).map(({ id, name, active, role }) => ({ id, name, active, sells: role !== 'reception' })),
    slots: listGradeSlots(db),
  }
}
