import type { KeyKeeper } from '../api/key-keeper.ts'
import type { FromDesk, Port, ToDesk } from './messages.ts'

/** The system's key store, which only the window's process may ask: over the channel between the two. */
export function portKeeper(port: Port<FromDesk, ToDesk>): KeyKeeper {
  const asked = new Map<number, (value: string | null) => void>()
  let said = 0
  port.onMessage((message) => {
    if (message.kind !== 'kept') return
    asked.get(message.n)?.(message.value)
    asked.delete(message.n)
  })
  const ask = (kind: 'seal' | 'unseal', value: string) =>
    new Promise<string | null>((resolve) => {
      said += 1
      asked.set(said, resolve)
      port.send({ kind, n: said, value })
    })
  return {
    kind: 'system',
    seal: (key) => ask('seal', key.toString('base64')),
    unseal: async (sealed) => {
      const value = await ask('unseal', sealed)
      return value === null ? null : Buffer.from(value, 'base64')
    },
  }
}
