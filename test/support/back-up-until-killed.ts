import { writeSync } from 'node:fs'
import { backUpBeforeUpdate } from '../../db/backup.ts'
import { openStore } from '../../db/connection.ts'

// Writes into the store in a file and backs it up, over and over, to be killed at it; says when each backup is made.
const [file = ''] = process.argv.slice(2)
const db = openStore(file)
const write = db.prepare("INSERT INTO customers (id, name, created_at) VALUES (?, '客', 0)")
writeSync(1, 'go\n')
for (let n = 0; ; n += 1) {
  write.run(`${process.pid}-${n}`)
  backUpBeforeUpdate(db, new Date(Date.parse('2026-05-20T10:00:00+08:00') + n * 1000))
  writeSync(1, 'made\n')
}
