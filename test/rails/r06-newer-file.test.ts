import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sha256Of } from '../../db/backup-file.ts'
import { openStore } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { storeProblemText } from '../../electron/launch/store-problem.ts'
import { rounds, tally } from '../support/rounds.ts'
import { closedStoreFile, folderWith } from '../support/showroom-folder.ts'

const NEWER = rounds(20, 200)
const newest = migrations.at(-1)?.version ?? 0

function refusalOf(folder: string): string {
  try {
    createDesk({ folder }).store()?.db.close()
  } catch (error) {
    return storeProblemText(error)
  }
  return 'opened'
}

describe('R6 a file of a newer program is refused and stays as it is', () => {
  it(`${NEWER} versions from the next one on`, () => {
    const { done, expectAll } = tally(NEWER)
    const { folder, file } = folderWith(closedStoreFile())
    for (let round = 0; round < NEWER; round += 1) {
      const db = openStore(file, { steps: [...migrations, { version: newest + 1 + round, sql: '' }] })
      db.close()
      const [hash, names] = [sha256Of(file), readdirSync(folder)]
      const text = refusalOf(folder)
      // A sentence in two languages and the file's name: no other way than updating the program, least of all a new beginning.
      expect(text).toMatch(/更新版本.*\n.*newer Ninepoint.*\n.*showroom\.db$/)
      expect([sha256Of(file), readdirSync(folder)]).toEqual([hash, names])
      done()
    }
    expectAll()
  })

  it('one of the present version opens', () => {
    expect(refusalOf(folderWith(closedStoreFile()).folder)).toBe('opened')
  })
})
