import { sha256Of } from '../../db/backup-file.ts'
import { openStore } from '../../db/connection.ts'
import { closeAlone, finishSwap, stageStore, swapIn } from '../../db/replace-store.ts'
import { dieBeforeCall } from './die-before-call.ts'

// A program that puts one store after the other in the place of a third, to be killed at it (test/db/replace-store.test.ts).
const [target = '', callText = '0', ...sources] = process.argv.slice(2)
const fatalCall = Number(callText)

if (fatalCall > 0) dieBeforeCall(fatalCall)
process.stdout.write('go\n')
for (let round = 0; fatalCall === 0 || round < 1; round += 1) {
  const file = sources[round % sources.length] ?? ''
  stageStore({ file, sha256: sha256Of(file) }, target)
  finishSwap(target)
  closeAlone(openStore(target), target)
  swapIn(target, new Date())
}
