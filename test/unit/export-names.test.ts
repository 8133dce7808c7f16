import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, sheetNames } from '../../shared/domain/export/names.ts'

describe('names of sheets', () => {
  it.each([
    [
      ['潜客', '潜客'],
      ['潜客', '潜客 (2)'],
    ],
    [['a/b: [c]?*\\'], ['a b c']],
    [["'quoted'"], ['quoted']],
    [['history'], ['history_']],
    [[''], ['_']],
    [
      ['Leads', 'LEADS'],
      ['Leads', 'LEADS (2)'],
    ],
    [
      ['x'.repeat(40), 'x'.repeat(40)],
      ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
    ],
  ])('%j -> %j', (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names)
  })

  it('are legal and unique whatever is wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'history')), { maxLength: 12 }),
        (wanted) => {
          const names = sheetNames(wanted)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length)
          for (const name of names) {
            expect(name.length).toBeGreaterThan(0)
            expect(name.length).toBeLessThanOrEqual(31)
            expect(name).not.toMatch(/[\p{Cc}[\]:*?/\\]|^'|'$|^history$/iu)
          }
        },
      ),
    )
  })
})

describe('names of files', () => {
  it.each([
    [['九控', '潜客', '', '2026-11-22'], '九控_潜客_2026-11-22.xlsx'],
    [
      ['九控', '来店登记', '2026-11-01~2026-11-30', '2026-12-02'],
      '九控_来店登记_2026-11-01~2026-11-30_2026-12-02.xlsx',
    ],
    [['Ninepoint', 'Who? What: "all" <1/2>\n', '2026-11-22'], 'Ninepoint_Who What all 1 2_2026-11-22.xlsx'],
    [['..', ' . '], '_.xlsx'],
    [['x'.repeat(300)], `${'x'.repeat(120)}.xlsx`],
  ])('%j -> %s', (parts, name) => {
    expect(fileName(parts, 'xlsx')).toBe(name)
  })
})
