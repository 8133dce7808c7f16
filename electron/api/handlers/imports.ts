import { Refusal } from '../../../shared/contract/failure.ts'
import type { HandlersOf } from '../context.ts'
import { askEngine } from '../services/imports/ask-engine.ts'
import { readBatches } from '../services/imports/batches.ts'
import { forgetTemplate, keepTemplate, readTemplates } from '../services/imports/kept-templates.ts'
import { MOST_BYTES } from '../services/imports/limits.ts'

export const importHandlers: HandlersOf<'imports'> = {
  'imports.read': async (context, { jobId, fileName, contentBase64 }) => {
    const bytes = Buffer.from(contentBase64, 'base64')
    if (bytes.length > MOST_BYTES) {
      throw new Refusal('file_too_large', { params: { megabytes: MOST_BYTES / 1024 / 1024 } })
    }
    return askEngine(context, 'read', jobId, { fileName, bytes })
  },
  'imports.remap': (context, { jobId, ...file }) => askEngine(context, 'remap', jobId, file),
  'imports.preview': (context, { jobId, ...file }) => askEngine(context, 'preview', jobId, file),
  'imports.leftOut': (context, { jobId, ...file }) => askEngine(context, 'leftOut', jobId, file),
  'imports.run': (context, { jobId, ...run }) => askEngine(context, 'run', jobId, run),
  'imports.progress': ({ desk }, { jobId }) => ({ progress: desk.imports.progressOf(jobId) }),
  'imports.cancel': ({ desk }, { jobId }) => {
    desk.imports.cancel(jobId)
    return { done: true }
  },
  'imports.templates': readTemplates,
  'imports.saveTemplate': keepTemplate,
  'imports.useTemplate': (context, { jobId, ...file }) => askEngine(context, 'useTemplate', jobId, file),
  'imports.deleteTemplate': forgetTemplate,
  'imports.batches': readBatches,
  'imports.undo': (context, { jobId, batchId }) => askEngine(context, 'undo', jobId, { batchId }),
}
