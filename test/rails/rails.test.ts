import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const count = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${letter}${from + n}`)

/** The promises that are kept by a counted test of their own; R18 and R19 are no tests but the soak and the bench. */
const RAILS = [...count('R', 1, 17), 'R20', ...count('S', 1, 10), ...count('P', 1, 4), ...count('K', 1, 3)]

const root = join(import.meta.dirname, '..')
const titles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap(
    (name) => readFileSync(join(root, name), 'utf8').match(/^describe(?:\.[a-z]+)?\(\s*['"`]([^'"`\s]+)/gm) ?? [],
  )
  .map((opening) => /['"`](\S+)$/.exec(opening)?.[1] ?? '')

describe('every promise', () => {
  it.each(RAILS)('%s has a test that bears its name', (id) => {
    expect(titles).toContain(id)
  })

  it('is looked for where there is one, and missed where there is none', () => {
    expect(titles).toContain('every')
    expect(titles).not.toContain('R0')
  })
})
