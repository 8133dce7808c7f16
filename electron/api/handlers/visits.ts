import type { HandlersOf } from '../context.ts'
import { captureVisit, checkPhone, correctVisit, logVisit, readDay, voidVisitOf } from '../services/visits.ts'

export const visitHandlers: HandlersOf<'visits'> = {
  'visits.checkPhone': checkPhone,
  'visits.log': logVisit,
  'visits.capture': captureVisit,
  'visits.correct': correctVisit,
  'visits.void': voidVisitOf,
  'visits.day': readDay,
}
