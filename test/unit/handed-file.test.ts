import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { handedFile } from '../../electron/main/handed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'ninepoint handed 展厅 '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, '城东展厅 2026-05-31.ninepoint')
writeFileSync(file, 'packed')
writeFileSync(join(folder, 'UPPER.NINEPOINT'), 'packed')
writeFileSync(join(folder, 'showroom.db'), 'no')
writeFileSync(join(folder, 'a.ninepoint.exe'), 'no')
writeFileSync(join(folder, '--flag.ninepoint'), 'no')
mkdirSync(join(folder, 'folder.ninepoint'))
symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.ninepoint'))

const handed = (...argv: string[]) => handedFile(['/opt/ninepoint', ...argv], folder)

describe('a packed store among the arguments', () => {
  it.each([
    ['by its path', [file], file],
    ['by its address', [pathToFileURL(file).href], file],
    ['beside the folder it was started in', ['UPPER.NINEPOINT'], join(folder, 'UPPER.NINEPOINT')],
    ['after switches of the system', ['--original-process-start-time=1', '--hidden', file], file],
    ['after the folder of the unpacked program', ['.', file], file],
    ['the first of two', [file, join(folder, 'UPPER.NINEPOINT')], file],
  ])('is found %s', (_, argv, found) => expect(handed(...argv)).toBe(found))

  it.each([
    ['nothing', []],
    ['a file that is not there', [join(folder, 'nothing.ninepoint')]],
    ['a folder', [join(folder, 'folder.ninepoint')]],
    ['a link to nowhere', [join(folder, 'broken.ninepoint')]],
    ['another ending', [join(folder, 'showroom.db')]],
    ['our ending in the middle', [join(folder, 'a.ninepoint.exe')]],
    ['no ending', ['ninepoint']],
    ['a switch', ['--flag.ninepoint']],
    ['a switch with a path', [`--user-data-dir=${file}`]],
    ['a share', ['\\\\server\\share\\a.ninepoint']],
    ['a share with slashes', [`//server${file}`]],
    ['a share with both', [`\\/server/share/a.ninepoint`]],
    ['a device', ['\\\\.\\C:\\a.ninepoint']],
    ['a long path of Windows', ['\\\\?\\C:\\a.ninepoint']],
    ['a stream inside a file', [`${file}:stream.ninepoint`]],
    ['a NUL', [`${file}\0.ninepoint`]],
    ['another address', ['https://example.com/a.ninepoint']],
    ['an address on another machine', ['file://server/share/a.ninepoint']],
    ['an address with a hidden slash', ['file:///tmp%2fa.ninepoint']],
    ['an address that is none', ['file:a%zz.ninepoint']],
    ['an empty argument', ['']],
  ])('is not %s', (_, argv) => expect(handed(...argv)).toBeNull())

  it('is never the program itself', () => expect(handedFile([file], folder)).toBeNull())
})
