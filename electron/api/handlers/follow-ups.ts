import type { HandlersOf } from '../context.ts'
import { logFollowUp, planFollowUp } from '../services/follow-ups.ts'
import { readReviewQueue, reviewFollowUp } from '../services/review.ts'
import { readTeamDay, readToday } from '../services/working-day.ts'

export const followUpHandlers: HandlersOf<'followUps'> = {
  'followUps.today': readToday,
  'followUps.teamDay': readTeamDay,
  'followUps.log': logFollowUp,
  'followUps.plan': planFollowUp,
  'followUps.reviewQueue': readReviewQueue,
  'followUps.review': reviewFollowUp,
}
