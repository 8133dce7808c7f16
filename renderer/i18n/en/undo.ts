import type { Words } from '../words.ts'
import type { undo as zh } from '../zh/undo.ts'

export const undo: Words<typeof zh> = {
  said: {
    visits: {
      log: 'Visit logged',
      capture: 'Contact added, lead opened',
      correct: 'Visit corrected',
      void: 'Visit voided',
    },
    leads: {
      updateCustomer: 'Customer saved',
      screen: 'Answers and grade saved',
      assign: 'Leads assigned',
      assignMatching: 'Leads assigned',
      move: 'Lead moved',
      saveView: 'View saved',
      deleteView: 'View deleted',
      order: 'Order taken, lead won',
      deliver: 'Delivery noted',
      cancelOrder: 'Order cancelled, lead open again',
      lose: 'Loss recorded',
      decideLoss: 'Loss request decided',
      reopen: 'Lead open again',
    },
    followUps: { log: 'Follow-up saved', plan: 'Next date changed', review: 'Review saved' },
    store: { update: 'Showroom settings saved', updateSlots: 'Grades saved' },
    people: { save: 'Person saved', unlock: 'Unlocked: they can sign in again' },
    channels: { save: 'Source saved', saveCosts: 'Costs saved' },
    targets: { save: 'Targets saved' },
    doorCounts: { save: 'Door count saved' },
    imports: { deleteTemplate: 'Import template deleted' },
    thresholds: { save: 'Limits of the lights saved' },
    rules: { save: 'Grading rules in force' },
    scripts: { save: 'Script saved', addDefaults: 'Standard scripts added' },
  },
  doorCountOf: 'Door count of {{date}} saved',
  act: 'Undo',
  left: '{{seconds}} s',
  hint: 'Can be undone for ten seconds, also with Ctrl+Z',
  close: 'Dismiss',
  done: 'Undone, all is as it was before',
}
