import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { guessKind } from '../../../shared/domain/import/guess-columns.ts'
import { findHeader, headersOf } from '../../../shared/domain/import/sort-rows.ts'
import type { DraftStep, FileDraft } from '../../stores/import-draft.ts'
import { useImportState } from './use-import-state.ts'
import { useCurrentJob, useJob } from './use-job.ts'

export type DraftHandle = {
  readonly draft: FileDraft
  /** Changes what the file can be asked about: it is gone through again. */
  readonly ask: (mapping: Mapping, accepted?: readonly string[]) => void
  /** Another kind of list or another header: what was said of the columns falls, and they are guessed anew. */
  readonly askAnew: (change: Partial<Mapping>) => void
  readonly chooseSheet: (sheet: number) => void
  /** Changes an answer that nothing else depends on. */
  readonly answer: (mapping: Mapping, accepted?: readonly string[]) => void
  readonly applyTemplate: (templateId: string) => void
  /** Goes to a step; to the preview through computing it. */
  readonly goTo: (step: DraftStep) => void
  readonly isBusy: boolean
}

const ANEW = { columns: {}, values: {} } as const

/** Everything that can be done to a file on its way, at whichever step. */
export function useDraft(step: DraftStep, draft: FileDraft): DraftHandle {
  const [, go] = useImportState()
  const remap = useJob('remap')
  const template = useJob('useTemplate')
  const preview = useJob('preview')
  const { running, drop } = useCurrentJob()
  const { reading, mapping, accepted } = draft
  const { token, fileName } = reading

  const stay = (next: Partial<FileDraft>) => go({ step, draft: { ...draft, plan: null, ...next } })
  const take = (again: FileReading, seen: readonly string[]) =>
    stay({ reading: again, mapping: again.mapping, accepted: seen })
  const read = (next: Mapping, onRead: (again: FileReading) => void) =>
    remap(fileName, (jobId) => ({ jobId, token, mapping: next }), onRead)
  const askAnew = (next: Mapping) => read({ ...next, ...ANEW }, (again) => take(again, []))

  return {
    draft,
    isBusy: running !== null,
    answer: (next, seen = accepted) => stay({ mapping: next, accepted: seen }),
    ask: (next, seen = accepted) => {
      stay({ mapping: next, accepted: seen })
      // A template stays applied however much of it is changed.
      read(next, (again) => take({ ...again, template: reading.template }, seen))
    },
    askAnew: (change) => askAnew({ ...mapping, ...change }),
    chooseSheet: (sheet) =>
      read({ ...mapping, ...ANEW, sheet, headerRow: 0, headerLines: 1 }, (again) => askAnew(lookAt(again))),
    applyTemplate: (templateId) =>
      template(
        fileName,
        (jobId) => ({ jobId, token, templateId }),
        (again) => take(again, []),
      ),
    goTo: (next) => {
      // What was refused was refused there.
      drop()
      if (next !== 'preview') return go({ step: next, draft })
      return preview(
        fileName,
        (jobId) => ({ jobId, token, mapping }),
        (plan) => go({ step: 'preview', draft: { ...draft, plan } }),
      )
    },
  }
}

/** Where the header of a sheet lies that nobody has seen yet, and what it seems to be a list of. */
function lookAt({ head, mapping }: FileReading): Mapping {
  const rows = head.map((cells, row) => ({ line: row + 1, cells }))
  const header = findHeader(rows)
  return { ...mapping, ...header, kind: guessKind(headersOf(rows, header)) }
}
