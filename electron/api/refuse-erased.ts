import type { Db } from '../../db/connection.ts'
import { hasErasures, isErased, SUBJECT_KINDS, type SubjectKind } from '../../db/person/erased-subjects.ts'
import { Refusal } from '../../shared/contract/failure.ts'

/** Several at once: `leadIds`. */
const KIND_OF: ReadonlyMap<string, SubjectKind> = new Map(
  SUBJECT_KINDS.flatMap((kind) => [
    [kind, kind],
    [`${kind}s`, kind],
  ]),
)

/** Nothing is written any more of somebody who was erased, wherever in an input their record is named. */
export function refuseErased(db: Db, input: unknown): void {
  if (typeof input !== 'object' || input === null || !hasErasures(db)) return
  for (const { kind, id } of namedIn(input)) if (isErased(db, kind, id)) throw new Refusal('person_erased')
}

function* namedIn(value: object): Generator<{ readonly kind: SubjectKind; readonly id: string }> {
  for (const [name, held] of Object.entries(value)) {
    const kind = KIND_OF.get(name)
    if (kind !== undefined) {
      const ids = [held].flat().filter((id) => typeof id === 'string')
      yield* ids.map((id) => ({ kind, id }))
    } else if (typeof held === 'object' && held !== null && !Array.isArray(held)) {
      yield* namedIn(held)
    }
  }
}
