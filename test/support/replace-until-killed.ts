import fs, { type PathLike } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { sha256Of } from '../../db/backup-file.ts'
import { openStore } from '../../db/connection.ts'
import { closeAlone, finishSwap, stageStore, swapIn } from '../../db/replace-store.ts'

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

/** Ends this process before its nth change of the disk, as a power cut would: nothing after it is done, nothing is tidied up. */
function dieBeforeCall(fatal: number): void {
  let calls = 0
  const count = () => {
    calls += 1
    if (calls === fatal) process.kill(process.pid, 'SIGKILL')
  }
  const { renameSync, rmSync, copyFileSync, writeFileSync, fsyncSync } = fs
  fs.renameSync = (from: PathLike, to: PathLike) => {
    count()
    renameSync(from, to)
  }
  fs.rmSync = (path, options) => {
    count()
    rmSync(path, options)
  }
  fs.copyFileSync = (from, to, mode) => {
    count()
    copyFileSync(from, to, mode)
  }
  fs.writeFileSync = (file, data, options) => {
    count()
    writeFileSync(file, data, options)
  }
  fs.fsyncSync = (handle) => {
    count()
    fsyncSync(handle)
  }
  syncBuiltinESMExports()
}
