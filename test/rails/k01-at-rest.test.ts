import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { keysFolderOf } from '../../db/key-file.ts'
import { saveSecret } from '../../db/repositories/staff.ts'
import { filesBelow, wordsInFiles } from '../support/bytes.ts'
import { cheapHash } from '../support/cheap-hash.ts'
import { STAFF, type TestDesk, testDesk } from '../support/desk.ts'
import { plantPeople } from '../support/planted-people.ts'
import { rounds } from '../support/rounds.ts'

const PEOPLE = rounds(40, 400)
const PACK_PASSWORD = 'eine sehr lange Reise 7'
/** Of the people who work there as well. */
const STAFF_NAMES = ['何总', '许经理', '林小雨']

/** A day's work, and what lays files beside a store; its log is not yet taken over. */
async function workIn(desk: TestDesk): Promise<readonly string[]> {
  const people = plantPeople(desk.db, 0, PEOPLE)
  saveSecret(desk.db, STAFF.owner, cheapHash('secret'), null)
  const owner = desk.as(STAFF.owner)
  await desk.as(STAFF.manager).call('leads.find', { by: 'text', text: people[0]?.name.slice(0, 2) ?? '', limit: 20 })
  const { file } = await owner.call('store.backUp', {})
  await owner.call('store.previewBackup', { file })
  return [...new Set([...STAFF_NAMES, ...people.flatMap(({ name, phone, phoneKey }) => [name, phone, phoneKey])])]
}

const posix = (file: string) => file.replaceAll('\\', '/')

describe('K1 nobody reads the files of an encrypted store', () => {
  const desk = testDesk({ isEncrypted: true })

  it(`no byte of ${PEOPLE} customers is in any of them`, async () => {
    const words = await workIn(desk)
    await desk.as(STAFF.owner).call('store.pack', { password: PACK_PASSWORD })
    const files = filesBelow(desk.desk.folder)
    // There was something to be looked into: the store, its log, a backup, what is packed, the key.
    for (const form of [
      /showroom\.db$/,
      /showroom\.db-wal$/,
      /-backups\/.+\.db$/,
      /\.ninepoint$/,
      /-keys\/.+\.json$/,
    ]) {
      expect(files.filter((file) => form.test(posix(file)) && statSync(file).size > 0)).not.toEqual([])
    }
    expect(words.length).toBeGreaterThan(PEOPLE * 2)
    expect(wordsInFiles(files, words, 'in every form')).toEqual([])
  })

  it('the key is in its own file, which is for this user alone, and nowhere else', () => {
    const key = desk.desk.keys.newest()
    if (key === null) throw new Error('no key')
    const forms = [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64'))]
    const files = filesBelow(desk.desk.folder)
    const holding = files.filter((file) => forms.some((form) => readFileSync(file).includes(form)))
    expect(holding).toEqual(filesBelow(keysFolderOf(desk.desk.store()?.file ?? '')))
    expect(holding).toHaveLength(1)
    if (process.platform !== 'win32') expect(statSync(holding[0] ?? '').mode & 0o777).toBe(0o600)
  })

  it('of a plain one every one of them is found in the store and in its backup', async () => {
    const plain = testDesk()
    const words = await workIn(plain)
    const files = filesBelow(plain.desk.folder)
    const found = (part: string) => {
      const those = files.filter((file) => posix(file).includes(part))
      return wordsInFiles(those, words, 'in every form').length
    }
    expect(found('/showroom.db')).toBe(words.length)
    expect(found('-backups/')).toBe(words.length)
  })
})
