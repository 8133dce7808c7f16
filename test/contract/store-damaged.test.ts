import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STAFF } from '../support/desk.ts'
import { newFolder, otherPc, PACK_PASSWORD, showroom, visitsIn } from '../support/two-pcs.ts'
import { anonymous } from '../support/visitors.ts'
import '../support/quick-scrypt.ts'

describe('a damaged store', () => {
  /** The store of a showroom that was closed in order, with two backups, in a folder of its own. */
  async function closedShowroom(): Promise<{ folder: string; file: string; backups: string[] }> {
    const { owner, advance, desk, as } = await showroom()
    await owner.call('store.backUp', {})
    advance(60_000)
    await as(STAFF.lin).call('visits.log', anonymous)
    await owner.call('store.backUp', {})
    const { folder, backups } = await owner.call('store.backups', {})
    const there = newFolder()
    const file = join(there, 'showroom.db')
    mkdirSync(`${file}-backups`)
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(`${file}-backups`, name))
    copyFileSync(join(folder, backups[0]?.file ?? ''), file)
    expect(dirname(desk.store()?.file ?? '')).toBe(desk.folder)
    return { folder: there, file, backups: backups.map((one) => one.file) }
  }

  it.each([
    ['cut', (file: string) => truncateSync(file, 9000)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['overwritten with nothing', (file: string) => writeFileSync(file, Buffer.alloc(60_000))],
  ])('that was %s offers the newest backup that holds, and keeps the damaged file', async (_, spoil) => {
    const { folder, file, backups } = await closedShowroom()
    spoil(file)
    const bytes = readFileSync(file)
    // The newest one does not hold either.
    truncateSync(join(`${file}-backups`, backups[0] ?? ''), 5000)
    const { desk, call, refused } = otherPc(folder)
    expect(await call('session.status', {})).toMatchObject({ stage: 'damaged', storeName: null, people: [] })
    const damage = await call('setup.damage', {})
    expect(damage).toMatchObject({ problem: 'damaged', file, newest: { file: backups[1], counts: { visits: 1 } } })
    expect(readFileSync(file)).toEqual(bytes)
    expect(await refused('store.place', {})).toBe('no_store')

    const { keptAs, status } = await call('setup.rescue', {})
    expect(status).toMatchObject({ stage: 'sign_in', storeName: '城东展厅' })
    expect(readFileSync(keptAs ?? '')).toEqual(bytes)
    expect(basename(keptAs ?? '')).toContain('replaced')
    expect(visitsIn(desk)).toBe(1)
    expect(await refused('setup.rescue', {})).toBe('already_set_up')
    expect((await call('setup.damage', {})).problem).toBeNull()
  })

  it('that is gone is no first run while its backups are there', async () => {
    const { folder, file, backups } = await closedShowroom()
    rmSync(file)
    const { desk, call } = otherPc(folder)
    expect(await call('session.status', {})).toMatchObject({ stage: 'damaged' })
    expect(existsSync(file)).toBe(false)
    expect(await call('setup.damage', {})).toMatchObject({ problem: 'missing', newest: { file: backups[0] } })
    expect((await call('setup.rescue', {})).keptAs).toBeNull()
    expect(visitsIn(desk)).toBe(2)
  })

  it('without a backup says so, stays as it is, and lets a packed showroom in', async () => {
    const from = await showroom()
    const { file: packed } = await from.owner.call('store.pack', { password: PACK_PASSWORD })
    const folder = newFolder()
    writeFileSync(join(folder, 'showroom.db'), '')
    const { desk, call, refused } = otherPc(folder)
    expect(await call('setup.damage', {})).toMatchObject({ problem: 'damaged', newest: null })
    expect(await refused('setup.rescue', {})).toBe('backup_unusable')
    expect(readFileSync(join(folder, 'showroom.db'))).toEqual(Buffer.alloc(0))
    await desk.offerPacked(join(from.folder, 'packed', packed))
    const id = (await call('store.packed', {})).files[0]?.id ?? ''
    const { previewId } = await call('store.openPacked', { id, password: PACK_PASSWORD })
    await call('store.takePacked', { previewId, password: null })
    expect(visitsIn(desk)).toBe(1)
    expect(readdirSync(folder).filter((name) => name.includes('replaced'))).toHaveLength(1)
  })
})
