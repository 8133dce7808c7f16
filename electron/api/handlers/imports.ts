import type { HandlersOf } from '../context.ts'
import { readBatches, undoImport } from '../services/imports/batches.ts'
import { remapFile } from '../services/imports/describe-file.ts'
import { listLeftOut, previewImport } from '../services/imports/make-plan.ts'
import { readFile } from '../services/imports/read-file.ts'
import { runImport } from '../services/imports/run-import.ts'

export const importHandlers: HandlersOf<'imports'> = {
  'imports.read': readFile,
  'imports.remap': remapFile,
  'imports.preview': previewImport,
  'imports.leftOut': listLeftOut,
  'imports.run': runImport,
  'imports.batches': readBatches,
  'imports.undo': undoImport,
}
