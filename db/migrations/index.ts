import { initial } from './0010-initial.ts'
import { leadList } from './0020-lead-list.ts'
import { importKinds } from './0030-imports.ts'
import { searchWords } from './0040-search-words.ts'
import { trailBySubject } from './0050-trail-by-subject.ts'
import { rulesAndScripts } from './0060-rules-and-scripts.ts'
import { drafts } from './0070-drafts.ts'
import { pastHeadlines } from './0090-past-headlines.ts'
import { auditChain } from './0100-audit-chain.ts'
import { erasures } from './0110-erasures.ts'
import { boardIndexes } from './0120-board-indexes.ts'
import { forgetLess } from './0121-forget-less.ts'
import { lastContact } from './0130-last-contact.ts'

/** One numbered step; the number becomes the file's `user_version`. */
export type Migration = { readonly version: number; readonly sql: string }

/** In order, never edited once released: a change is a new number. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: initial },
  { version: 20, sql: leadList },
  { version: 30, sql: importKinds },
  { version: 40, sql: searchWords },
  { version: 50, sql: trailBySubject },
  { version: 60, sql: rulesAndScripts },
  { version: 70, sql: drafts },
  { version: 90, sql: pastHeadlines },
  { version: 100, sql: auditChain },
  { version: 110, sql: erasures },
  { version: 120, sql: boardIndexes },
  { version: 121, sql: forgetLess },
  { version: 130, sql: lastContact },
]
