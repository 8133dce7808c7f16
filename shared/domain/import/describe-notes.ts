import type { ImportRow, Mapping } from './fields.ts'
import { rowReader } from './read-row.ts'
import { readTalk } from './read-talk.ts'

const EXAMPLES = 6

export type NoteColumn = { readonly deals: number; readonly losses: number; readonly examples: string[] }

/** How many remarks speak of an order or of a loss, with some of them as they stand. */
export function describeNotes(data: readonly ImportRow[], mapping: Mapping): NoteColumn {
  if (mapping.kind === 'sales') return { deals: 0, losses: 0, examples: [] }
  const { cell } = rowReader(mapping)
  const counts = { deals: 0, losses: 0 }
  const examples = new Set<string>()
  for (const row of data) {
    const parts = [cell(row, 'followUp'), cell(row, 'note')].filter(Boolean)
    const talk = parts.length === 0 ? null : readTalk(parts.join('\n'))
    if (talk === null) continue
    counts[talk === 'deal' ? 'deals' : 'losses'] += 1
    if (examples.size < EXAMPLES) examples.add(parts.join('；').slice(0, 80))
  }
  return { ...counts, examples: [...examples] }
}
