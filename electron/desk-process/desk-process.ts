import { serveDesk } from './serve-desk.ts'

// Entry of Electron's utility process (electron/main/desk-host.ts starts it).
const { parentPort } = process
serveDesk(
  {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
  },
  () => process.exit(0),
)
