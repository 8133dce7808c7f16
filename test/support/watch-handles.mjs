import { appendFileSync } from 'node:fs'
import Database from 'better-sqlite3'

// Preloaded (`--import`) into a program and its threads: notes for every handle that writes how much it waits for the disk when it does
// (`PRAGMA synchronous`), one line of JSON each, into the file that NINEPOINT_HANDLES names.
const noted = new WeakMap()

function note(db) {
  if (db.readonly || db.memory || !db.open) return
  const synchronous = db.pragma('synchronous', { simple: true })
  if (noted.get(db) === synchronous) return
  noted.set(db, synchronous)
  appendFileSync(process.env.NINEPOINT_HANDLES, `${JSON.stringify({ file: db.name, synchronous })}\n`)
}

const asBuilt = { ...Object.getOwnPropertyDescriptors(Database.prototype) }
let isWatching = false
Database.prototype.prepare = function watched(sql) {
  const statement = asBuilt.prepare.value.call(this, sql)
  if (!isWatching) {
    isWatching = true
    const prototype = Object.getPrototypeOf(statement)
    const { run } = prototype
    prototype.run = function watchedRun(...values) {
      note(this.database)
      return run.apply(this, values)
    }
  }
  return statement
}
Database.prototype.exec = function watched(sql) {
  note(this)
  return asBuilt.exec.value.call(this, sql)
}
