import { writeSync } from 'node:fs'
import { openStore } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'

// Brings the store in a file to today's schema, one step after the other, to be killed at it: says before each step which it is.
const [file = ''] = process.argv.slice(2)
writeSync(1, 'go\n')
for (const [n, { version }] of migrations.entries()) {
  writeSync(1, `${version}\n`)
  openStore(file, { steps: migrations.slice(0, n + 1), check: 'later' }).close()
}
