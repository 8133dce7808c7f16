import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard, unguard } from '../../shared/domain/export/guard.ts'

const ATTACKS: readonly (readonly [attack: string, written: string])[] = [
  ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(1+9)*cmd', "'@SUM(1+9)*cmd"],
  ['|cmd', "'|cmd"],
  ['\t=1+1', "'\t'=1+1"],
  ['\r=1+1', "'\r'=1+1"],
  ['\n=1+1', "'\n'=1+1"],
  ['  =1+1', "'  =1+1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u3000＝1', "'\u3000＝1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u0001=1', "'\u0001=1"],
  ['＝1＋1', "'＝1＋1"],
  ['＠SUM(1)', "'＠SUM(1)"],
  ['"=HYPERLINK("http://x","y")', `'"=HYPERLINK("http://x","y")`],
  // Behind another program's delimiter or a line break the rest of the cell would stand alone.
  ['a;=1+1', "a;'=1+1"],
  ['a\t@SUM(1)', "a\t'@SUM(1)"],
  ['a;"=1+1"', `a;"'=1+1"`],
  ['first\n-2+cmd', "first\n'-2+cmd"],
  ['first\r\n =1', "first\r\n '=1"],
  // A customer's own apostrophes survive.
  ["'=1", "''=1"],
  ["'", "'"],
  ["O'Neill", "O'Neill"],
  // What a spreadsheet would bend into a number.
  ['13800138000', '13800138000\t'],
  ['02155889900', '02155889900\t'],
  ['0', '0'],
  ['+8613800138000', "'+8613800138000"],
  // Nothing to fear.
  ['138****8000', '138****8000'],
  ['周先生-看车', '周先生-看车'],
  ['a=b', 'a=b'],
  ['', ''],
]

describe('hostile text in CSV', () => {
  it.each(ATTACKS)('%j is written as %j and read back', (attack, written) => {
    expect(guard(attack)).toBe(written)
    expect(unguard(written)).toBe(attack)
  })

  const nasty = fc.string({ unit: fc.constantFrom(...'=+-@|＝\'";,\t\r\n 0a1\u0001\uFEFF'), maxLength: 12 })
  const anyText = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{1,14}\t*$/))

  it('takes off exactly what it put on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unguard(guard(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves no cell that begins like a formula, whichever delimiter it is read with', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const cell of guard(text).split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@|＝＋－＠]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves foreign text alone', () => {
    for (const text of ["'tis", "rock 'n' roll", '12345', 'a\tb', "it's -3"]) expect(unguard(text)).toBe(text)
  })
})
