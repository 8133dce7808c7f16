import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { serveDesk } from '../../electron/desk-process/serve-desk.ts'

// The process of the store as Electron starts it, at the end of a channel of Node's: to be killed at it, again and again. Signing in costs
// next to nothing here, or a hundred starts would measure nothing else.
const { scrypt } = crypto
crypto.scrypt = ((secret: crypto.BinaryLike, salt: crypto.BinaryLike, length: number, _: unknown, done: never) =>
  scrypt(secret, salt, length, { N: 16, r: 8, p: 1 }, done)) as typeof crypto.scrypt
syncBuiltinESMExports()

serveDesk(
  {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', (message) => listener(message as never)),
  },
  () => process.exit(0),
)
