import type { HandlersOf } from '../context.ts'
import { undoAct } from '../services/acts.ts'

export const actHandlers: HandlersOf<'acts'> = {
  'acts.undo': undoAct,
}
