import './quick-scrypt.ts'
import { serveDesk } from '../../electron/desk-process/serve-desk.ts'

// The process of the store as Electron starts it, at the end of a channel of Node's: to be killed at it, again and again.
serveDesk(
  {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', (message) => listener(message as never)),
  },
  () => process.exit(0),
)
