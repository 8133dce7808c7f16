import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBackups, verifyBackup } from '../../db/backup-file.ts'
import { closeStore, openStore } from '../../db/connection.ts'
import { readKeyFiles, writeKeyFile } from '../../db/key-file.ts'
import { encryptFile, keyIdOf, newStoreKey } from '../../db/store-key.ts'
import { closeWithCode } from '../../electron/api/key-paper.ts'
import { parseCommand } from '../../electron/cli/arguments.ts'
import type { MessageKey } from '../../shared/messages/zh.ts'

const ROOT = join(import.meta.dirname, '../..')
const GOLDEN = join(ROOT, 'test/golden/plain')
const folder = mkdtempSync(join(tmpdir(), '九控 cli-'))
const store = join(folder, '展厅 1.db')
afterAll(() => rmSync(folder, { recursive: true }))

type Outcome = { readonly status: number | null; readonly out: string; readonly err: string }

function ninepoint(
  args: readonly string[],
  locale = 'zh_CN.UTF-8',
  more: Readonly<Record<string, string>> = {},
): Outcome {
  const launcher = [join(ROOT, 'electron/launch/node24.mjs'), 'electron/cli/main.ts', ...args]
  const env = { ...process.env, LC_ALL: locale, ...more }
  const { status, stdout, stderr } = spawnSync(process.execPath, launcher, { encoding: 'utf8', env })
  return { status, out: stdout, err: stderr }
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const report = (...args: readonly string[]) => ninepoint(['report', '--db', store, ...args])
const APRIL = ['--from', '2026-04-01', '--to', '2026-04-30']

beforeAll(() => {
  const imported = ninepoint(['import', join(GOLDEN, 'store'), '--db', store])
  expect(imported).toMatchObject({ status: 0, err: '' })
  expect(JSON.parse(imported.out)).toMatchObject({ imported: { store: 1, visits: 436, leads: 164, market: 1 } })
})

describe('done: exit 0', () => {
  it('for a reader who has seen enough', () => {
    const line = `"${process.execPath}" "${join(ROOT, 'electron/launch/node24.mjs')}" electron/cli/main.ts report --db "${store}"`
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `${line} ${APRIL.join(' ')} | true; echo "\${PIPESTATUS[0]}"`],
      {
        encoding: 'utf8',
        cwd: ROOT,
      },
    )
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
  })

  it('a report on standard output, as JSON and nothing else', () => {
    const { status, out, err } = report(...APRIL, '--staff', 's2', '--json')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      period: { from: '2026-04-01', to: '2026-04-30', asOf: '2026-04-30' },
      scope: { staffId: 's2' },
    })
    expect(JSON.parse(report(...APRIL, '--as-of', '2026-06-01', '--json').out)).toMatchObject({
      period: { asOf: '2026-06-01' },
      scope: { staffId: null },
    })
  })

  it('an export that can be imported again', () => {
    const target = join(folder, 'out/导出')
    expect(ninepoint(['export', target, '--db', store])).toEqual({ status: 0, out: '', err: '' })
    const again = join(folder, 'again.db')
    expect(ninepoint(['import', target, '--db', again])).toMatchObject({ status: 0, err: '' })
    const args = [...APRIL, '--json']
    expect(ninepoint(['report', '--db', again, ...args]).out).toBe(report(...args).out)
  })

  it('an import into a store that is there, after a verified backup; an unknown column is said', () => {
    const source = join(folder, 'more')
    mkdirSync(source)
    writeFileSync(join(source, 'store.csv'), readFileSync(join(GOLDEN, 'store/store.csv')))
    writeFileSync(join(source, 'market.csv'), 'month,potential,colour\n2026-09,4000,red\n')
    const before = listBackups(`${store}-backups`).length
    const { status, out, err } = ninepoint(['import', source, '--db', store], 'en_GB.UTF-8')
    expect({ status, err }).toEqual({
      status: 0,
      err: 'note: market.csv:1: colour: colour — unknown column, left out\n',
    })
    expect(JSON.parse(out)).toMatchObject({ imported: { market: 1, visits: 0 } })
    const backups = listBackups(`${store}-backups`)
    expect(backups).toHaveLength(before + 1)
    expect(verifyBackup(backups[0]?.file ?? '').ok).toBe(true)
  })
})

describe('an encrypted store', () => {
  const code = 'ABCD-EFGH-JKLM-NPQR'
  const file = join(folder, 'encrypted.db')
  const args = ['report', '--db', file, ...APRIL, '--json']
  const key = newStoreKey()
  const keyFile = { form: 1, id: keyIdOf(key), madeAt: '2026-05-01T00:00:00.000Z' } as const
  beforeAll(async () => {
    copyFileSync(store, file)
    encryptFile(file, key)
    const papers = [await closeWithCode(key, 'owner', code)]
    writeKeyFile(file, { ...keyFile, keptBy: 'file', value: key.toString('base64'), papers })
  })

  it('is read with the key beside it', () => {
    expect(ninepoint(args)).toEqual(report(...APRIL, '--json'))
  })

  it('whose key the PC keeps is read with a recovery code, and says so without one', () => {
    const [kept] = readKeyFiles(file)
    writeKeyFile(file, { ...keyFile, keptBy: 'system', value: 'c2VhbGVk', papers: kept?.papers ?? [] })
    const before = hashOf(file)
    const { status, out, err } = ninepoint(args, 'en_GB.UTF-8')
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('NINEPOINT_RECOVERY_CODE')
    expect(hashOf(file)).toBe(before)
    const wrong = ninepoint(args, 'en_GB.UTF-8', { NINEPOINT_RECOVERY_CODE: 'ABCD' })
    expect(wrong.status).toBe(1)
    const { out: read } = ninepoint(args, 'en_GB.UTF-8', { NINEPOINT_RECOVERY_CODE: code.toLowerCase() })
    expect(read).toBe(report(...APRIL, '--json').out)
  })
})

describe('the input is at fault: exit 1', () => {
  const source = join(folder, 'faulty')
  beforeAll(() => {
    mkdirSync(source)
    writeFileSync(join(source, 'store.csv'), 'id,name,time_zone\nx,X,Asia/Shanghai\n')
    writeFileSync(join(source, 'market.csv'), 'month,potential\n2026-5,"many\nmore"\n')
  })

  it('each fault on one line, and a new file is not left behind', () => {
    const file = join(folder, 'new.db')
    const zh = ninepoint(['import', source, '--db', file])
    expect(zh).toEqual({
      status: 1,
      out: '',
      err:
        'market.csv:2: month: 2026-5 — 应为月份，格式 YYYY-MM\n' +
        'market.csv:2: potential: many\\nmore — 应为不小于 0 的整数\n',
    })
    expect(ninepoint(['import', source, '--db', file], 'en_US.UTF-8').err).toContain('expected a month, YYYY-MM\n')
    expect(readdirSync(folder).filter((name) => name.startsWith('new.db'))).toEqual([])
  })

  it('another store, a folder that is not there', () => {
    const other = ninepoint(['import', source, '--db', store])
    expect(other.status).toBe(1)
    expect(other.err).toContain('store.csv:2: id: x — ')
    expect(ninepoint(['import', join(folder, 'nowhere'), '--db', store]).status).toBe(1)
  })

  it('a store that is not there, or not ours, or damaged, or newer: a sentence, and the file as it was', () => {
    const file = join(folder, 'wrong.db')
    for (const command of [
      ['report', ...APRIL],
      ['export', join(folder, 'x')],
    ]) {
      expect(ninepoint([...command, '--db', file])).toEqual({ status: 1, out: '', err: `找不到数据文件：${file}\n` })
      expect(existsSync(file)).toBe(false)
    }
    const newer = openStore(join(folder, 'newer.db'), { create: true })
    newer.pragma('user_version = 9999')
    closeStore(newer)
    const contents = [Buffer.from('Dear diary'), Buffer.alloc(0), readFileSync(join(folder, 'newer.db'))]
    for (const content of contents) {
      writeFileSync(file, content)
      const before = hashOf(file)
      const { status, out, err } = ninepoint(['import', join(GOLDEN, 'store'), '--db', file])
      expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 1, out: '', lines: 2 })
      expect(err).toContain('文件没有改动')
      expect(hashOf(file)).toBe(before)
    }
  })

  it('a folder where the store should be', () => {
    const { status, err } = ninepoint(['import', join(GOLDEN, 'store'), '--db', folder])
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining('数据文件不能写入') })
  })

  it('a store without a showroom', () => {
    const file = join(folder, 'empty.db')
    closeStore(openStore(file, { create: true }))
    expect(ninepoint(['report', '--db', file, ...APRIL])).toMatchObject({ status: 1, out: '' })
  })
})

describe('wrong usage: exit 2', () => {
  const period = ['report', '--db', store, ...APRIL]

  it.each([
    [['report', '--db', store, '--from', '2026-05-01', '--to', '2026-04-30'], '--from 不能晚于 --to'],
    [[...period, '--staff', 's99'], '没有这个人员编号：s99'],
    [['import', 'a', '--db', store, '--force'], "选项有误：Unknown option '--force'"],
  ])('%j', (args, said) => {
    const { status, out, err } = ninepoint(args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(said)
    expect(err).toContain('用法')
  })

  it.each<[readonly string[], MessageKey]>([
    [[], 'cli.no_command'],
    [['repair'], 'cli.unknown_command'],
    [['--db', store], 'cli.unknown_command'],
    [['import', '--db', store], 'cli.one_folder'],
    [['import', 'a', 'b', '--db', store], 'cli.one_folder'],
    [['import', 'a'], 'cli.missing_option'],
    [['import', 'a', '--db'], 'cli.bad_option'],
    [['import', 'a', '--db', store, '--from', '2026-04-01'], 'cli.bad_option'],
    [['report', ...APRIL], 'cli.missing_option'],
    [['report', '--db', store, '--from', '2026-04-01'], 'cli.missing_option'],
    [[...period, 'extra'], 'cli.no_argument'],
    [[...period, '--colour'], 'cli.bad_option'],
    [[...period, '--json=no'], 'cli.bad_option'],
    [['report', '--db', store, '--from', '2026-04-31', '--to', '2026-05-30'], 'cli.bad_date'],
    [['report', '--db', store, '--from', '2026-4-1', '--to', '2026-05-30'], 'cli.bad_date'],
    [[...period, '--as-of', 'today'], 'cli.bad_date'],
    [[...period, '--as-of', '2026-03-31'], 'cli.as_of_before_from'],
  ])('%j is %s', (args, key) => {
    expect(() => parseCommand(args)).toThrow(key)
  })
})
