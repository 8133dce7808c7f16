import { newStoreKey } from '../../db/store-key.ts'
import { createDesk } from '../../electron/api/desk.ts'
import { dieBeforeCall } from './die-before-call.ts'

// A program that encrypts the plain store of a folder, to be killed at it (test/rails/k03-encrypting-killed.test.ts).
const [folder = '', callText = '0'] = process.argv.slice(2)
const desk = createDesk({ folder, checkAfterMs: 2 ** 31 - 1 })
const store = desk.store()
if (store === null) throw new Error('there is no store to encrypt')

const fatalCall = Number(callText)
if (fatalCall > 0) dieBeforeCall(fatalCall)
process.stdout.write('go\n')
const key = newStoreKey()
await desk.keys.add(key, [])
await desk.encryptStore(store, key)
desk.encryptBackups()
await desk.backupsEncrypted()
await desk.close()
process.stdout.write('done\n')
