import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

// Imported for what it does: signing in costs next to nothing in this file, which is about who gets in and not about how long guessing
// takes (that is rail S6). The hashes say what they would cost.
const { scrypt } = crypto
crypto.scrypt = ((secret: crypto.BinaryLike, salt: crypto.BinaryLike, length: number, _: unknown, done: never) =>
  scrypt(secret, salt, length, { N: 16, r: 8, p: 1 }, done)) as typeof crypto.scrypt
syncBuiltinESMExports()
