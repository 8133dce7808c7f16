import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyWhole, packedFile } from '../../electron/main/packed-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint packed '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'packed/folder.ninepoint'), { recursive: true })
const good = '城东展厅 2026-05-31 (2).ninepoint'
writeFileSync(join(folder, 'packed', good), Buffer.alloc(3_000_001, 7))
writeFileSync(join(folder, 'secret.ninepoint'), 'no')
writeFileSync(join(folder, 'packed', '.hidden.ninepoint'), 'no')
writeFileSync(join(folder, 'packed', 'store.db'), 'no')
symlinkSync(join(folder, 'secret.ninepoint'), join(folder, 'packed', 'link.ninepoint'))

describe('a packed store is named, never pointed at', () => {
  it('by its plain name', () => expect(packedFile(folder, good)).toBe(join(folder, 'packed', good)))

  it.each([
    '',
    '.',
    '..',
    '../secret.ninepoint',
    '..\\secret.ninepoint',
    'folder/../../secret.ninepoint',
    '/etc/passwd',
    'C:\\a.ninepoint',
    'C:a.ninepoint',
    'a.ninepoint:stream.ninepoint',
    '\\\\server\\share.ninepoint',
    '//server/share.ninepoint',
    '%2e%2e%2fsecret.ninepoint',
    `${'a\0'}.ninepoint`,
    'a\n.ninepoint',
    '.hidden.ninepoint',
    'store.db',
    'nothing.ninepoint',
    'folder.ninepoint',
    'link.ninepoint',
    `${'a'.repeat(300)}.ninepoint`,
    '-rf.ninepoint',
    '~.ninepoint',
  ])('not by %j', (name) => expect(() => packedFile(folder, name)).toThrow('not_found'))
})

describe('a copy', () => {
  const from = join(folder, 'packed', good)

  it('is whole, replaces what was there, and says how far it is', async () => {
    const to = join(folder, 'out.ninepoint')
    writeFileSync(to, 'old')
    const heard: number[] = []
    await copyWhole(from, to, (share) => heard.push(share))
    expect(readFileSync(to).equals(readFileSync(from))).toBe(true)
    expect(heard.at(-1)).toBe(1)
    expect(heard.toSorted((a, b) => a - b)).toEqual(heard)
  })

  it('that cannot be made leaves nothing behind and what was there as it was', async () => {
    const place = join(folder, 'place')
    mkdirSync(join(place, 'taken.ninepoint'), { recursive: true })
    await expect(copyWhole(from, join(place, 'taken.ninepoint'), () => undefined)).rejects.toThrow('store_unwritable')
    await expect(copyWhole(from, join(place, 'nowhere/a.ninepoint'), () => undefined)).rejects.toThrow(
      'store_unwritable',
    )
    expect(readdirSync(place)).toEqual(['taken.ninepoint'])
  })

  it('onto itself changes nothing', async () => {
    const before = readFileSync(from)
    await copyWhole(from, from, () => undefined)
    expect(readFileSync(from).equals(before)).toBe(true)
    expect(readdirSync(join(folder, 'packed')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
