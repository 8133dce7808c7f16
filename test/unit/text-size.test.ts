import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readChosen, TEXT_SIZES } from '../../renderer/stores/preferences.ts'
import { remOf } from '../../renderer/styles/theme.ts'

const root = resolve(import.meta.dirname, '../..')

describe('what this PC prefers', () => {
  const usual = { language: 'zh', theme: 'system', textSize: 'usual', density: 'comfortable' }

  it.each([
    ['nothing', undefined, usual],
    ['nonsense', 'dark', usual],
    ['what an older program kept', { language: 'en', theme: 'dark' }, { ...usual, language: 'en', theme: 'dark' }],
    [
      'values nobody knows',
      { language: 'fr', textSize: 'huge', density: 3, theme: 'light' },
      { ...usual, theme: 'light' },
    ],
    [
      'all of it',
      { ...usual, textSize: 'largest', density: 'compact', more: 1 },
      { ...usual, textSize: 'largest', density: 'compact' },
    ],
  ])('is read from %s', (_, stored, chosen) => {
    expect(readChosen(stored)).toEqual(chosen)
  })
})

describe('the text size', () => {
  it('is the browser’s own where it is the usual one, and grows with each choice', () => {
    expect(remOf('usual')).toBe(16)
    const sizes = TEXT_SIZES.map(remOf)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })

  it('reaches every style sheet of the screen: none has texts in pixels', () => {
    const sheets = globSync('renderer/**/*.css', { cwd: root }).filter((file) => !file.endsWith('print.css'))
    expect(sheets.length).toBeGreaterThan(10)
    const fixed = sheets.filter((file) => /font-size:\s*[\d.]+px/.test(readFileSync(resolve(root, file), 'utf8')))
    expect(fixed).toEqual([])
  })
})
