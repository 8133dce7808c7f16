import type { Answer } from '../../shared/contract/failure.ts'
import { createDesk, type Desk } from '../api/desk.ts'
import { dispatch } from '../api/dispatch.ts'
import { createFileLog } from '../api/file-log.ts'
import { fileKeeper, unsealKeys } from '../api/key-keeper.ts'
import { storeFileIn } from '../api/store-slot.ts'
import { storeProblemText } from '../launch/store-problem.ts'
import type { FromDesk, Port, ToDesk } from './messages.ts'
import { portKeeper } from './port-keeper.ts'

/**
 * The gate at the end of a channel: the store, its engine and every request live in this process, so that a long report never
 * freezes the window. `onClosed` is called when there is nothing left to do.
 */
export function serveDesk(port: Port<FromDesk, ToDesk>, onClosed: () => void): void {
  let desk: Desk | null = null
  const systemKeeper = portKeeper(port)
  port.onMessage((message) => {
    switch (message.kind) {
      case 'open':
        void open(message).then((opened) => {
          desk = opened
        })
        return
      case 'call': {
        const { n, clientId, request } = message
        const answering = desk === null ? Promise.resolve(notOpen(request.id)) : dispatch(desk, clientId, request)
        void answering.then((answer) => port.send({ kind: 'answer', n, answer }))
        return
      }
      case 'offer':
        void offer(desk, message.path).then((isTaken) => port.send({ kind: 'offered', isTaken }))
        return
      case 'kept':
        return
      case 'close':
        void close(desk).then((hasBackup) => {
          port.send({ kind: 'closed', hasBackup })
          onClosed()
        })
        return
    }
  })

  async function open({ folder, isDemo, hasKeyStore }: ToDesk & { kind: 'open' }): Promise<Desk | null> {
    try {
      const keyKeeper = hasKeyStore ? systemKeeper : fileKeeper
      const unsealed = await unsealKeys(storeFileIn(folder), keyKeeper)
      const made = createDesk({ folder, log: createFileLog(folder), keyKeeper, unsealed })
      await made.keys.guard()
      if (isDemo) await made.openDemo()
      port.send({ kind: 'opened' })
      return made
    } catch (error) {
      port.send({ kind: 'refused', text: storeProblemText(error) })
      return null
    }
  }
}

async function close(desk: Desk | null): Promise<boolean> {
  try {
    await desk?.close()
    return true
  } catch (error) {
    desk?.log.error({ err: error }, 'closing failed')
    return false
  }
}

async function offer(desk: Desk | null, path: string): Promise<boolean> {
  try {
    await desk?.offerPacked(path)
    return desk !== null
  } catch (error) {
    desk?.log.error({ err: error }, 'what was offered could not be taken')
    return false
  }
}

function notOpen(id: string): Answer {
  return { id, ok: false, failure: { code: 'no_store', fields: [], params: {} } }
}
