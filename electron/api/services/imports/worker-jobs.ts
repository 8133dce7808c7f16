import { undoImport } from './batches.ts'
import { remapFile } from './describe-file.ts'
import { listLeftOut, previewImport } from './make-plan.ts'
import { readFile } from './read-file.ts'
import { runImport } from './run-import.ts'
import { keptMapping, readWithTemplate } from './templates.ts'

/** What the file thread can be asked to do. */
export const workerJobs = {
  read: readFile,
  remap: remapFile,
  preview: previewImport,
  leftOut: listLeftOut,
  run: runImport,
  keptMapping,
  useTemplate: readWithTemplate,
  undo: undoImport,
} as const
