/** Every page of the settings, as their addresses name it. */
export const SETTINGS = [
  'appearance',
  'program',
  'targets',
  'channels',
  'doorCounts',
  'people',
  'audit',
  'grades',
  'rules',
  'thresholds',
  'scripts',
  'showroom',
  'backups',
  'move',
].map((page) => `/settings/${page}`)
