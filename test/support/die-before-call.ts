import fs, { type PathLike } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Ends this process before its nth change of the disk, as a power cut would: nothing after it is done, nothing is tidied up. */
export function dieBeforeCall(fatal: number): void {
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
