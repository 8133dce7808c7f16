import { join } from 'node:path'
import { type Db, openBeside } from '../../db/connection.ts'
import { readKeyFiles } from '../../db/key-file.ts'
import { holdKey } from '../../db/store-key.ts'
import { openKeyCabinet } from '../../electron/api/key-cabinet.ts'
import { openWithCode } from '../../electron/api/key-paper.ts'

/** Reads in the showroom's file of a folder, past the program and beside it, with the key that lies there or was taken before. */
export function readStoreIn<T>(folder: string, read: (db: Db) => T): T {
  const storeFile = join(folder, 'showroom.db')
  const keys = openKeyCabinet({ storeFile })
  try {
    const db = openBeside(storeFile)
    try {
      return read(db)
    } finally {
      db.close()
    }
  } finally {
    keys.close()
  }
}

/** Where the system keeps the key for the program alone, the paper opens it for a test as for anybody. */
export async function takeKeyByPaper(folder: string, recoveryCode: string): Promise<void> {
  for (const { id, papers } of readKeyFiles(join(folder, 'showroom.db'))) {
    for (const paper of papers) {
      const key = await openWithCode(paper, id, recoveryCode)
      if (key !== null) holdKey(key)
    }
  }
}
