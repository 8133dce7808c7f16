import { EventEmitter } from 'node:events'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { keysFolderOf, readKeyFiles } from '../../db/key-file.ts'
import type { FromDesk, ToDesk } from '../../electron/desk-process/messages.ts'
import { serveDesk } from '../../electron/desk-process/serve-desk.ts'
import { systemKeys } from '../../electron/main/system-keys.ts'
import type { Answer } from '../../shared/contract/failure.ts'
import { filesBelow } from '../support/bytes.ts'
import { temporaryFolder } from '../support/showroom-folder.ts'

const silent = pino({ level: 'silent' })
const turned = (text: string) => [...text].toReversed().join('')

/** Electron's calls, of a user of the PC; null: nobody keeps keys there. */
function storageOf(user: string | null) {
  return {
    getSelectedStorageBackend: () =>
      (user === null ? 'basic_text' : 'gnome_libsecret') as 'basic_text' | 'gnome_libsecret',
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`${user}:${turned(text)}`)),
    decryptStringAsync: (closed: Buffer) => {
      const [owner, text = ''] = closed.toString().split(':')
      if (owner !== user) return Promise.reject(new Error('not of this user'))
      return Promise.resolve({ result: turned(text), shouldReEncrypt: false })
    },
  }
}

/** The store's process and the window's at either end of a channel, as Electron runs them. */
async function program(folder: string, user: string | null) {
  const channel = new EventEmitter()
  const keys = systemKeys(storageOf(user), 'linux', silent)
  const send = (message: ToDesk) => channel.emit('to', message)
  const answers = new Map<number, (answer: Answer) => void>()
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<boolean>()
  const hear = (message: FromDesk) => {
    if (message.kind === 'seal' || message.kind === 'unseal') void keys.answer(message).then(send)
    if (message.kind === 'opened') opened.resolve()
    if (message.kind === 'refused') opened.reject(new Error(message.text))
    if (message.kind === 'answer') answers.get(message.n)?.(message.answer)
    if (message.kind === 'closed') closed.resolve(message.hasBackup)
  }
  serveDesk({ send: hear, onMessage: (listener) => void channel.on('to', listener) }, () => undefined)
  send({ kind: 'open', folder, isDemo: false, hasKeyStore: await keys.isAvailable() })
  await opened.promise
  let n = 0
  return {
    ask: (op: string, input: unknown) =>
      new Promise<Answer>((resolve) => {
        n += 1
        answers.set(n, resolve)
        send({ kind: 'call', n, clientId: 'window', request: { id: 'test', op, input } })
      }),
    end: () => {
      send({ kind: 'close' })
      return closed.promise
    },
  }
}

const SHOWROOM = {
  storeName: '新展厅',
  timeZone: 'Asia/Shanghai',
  openWeekdays: [1],
  owner: { name: '何总', password: 'a long enough secret' },
  people: [],
  channels: [],
}
const status = (stage: string) => ({ ok: true, value: { stage } })

describe('the key of a showroom', () => {
  it('is kept by the system of the user who set it up, and given to nobody else', async () => {
    const folder = temporaryFolder('system')
    const file = `${folder}/showroom.db`
    const first = await program(folder, 'wang')
    const made = await first.ask('setup.createStore', SHOWROOM)
    expect(made.ok).toBe(true)
    expect(await first.end()).toBe(true)
    expect(readKeyFiles(file).map(({ keptBy }) => keptBy)).toEqual(['system'])

    const other = await program(folder, 'li')
    expect(await other.ask('session.status', {})).toMatchObject(status('locked'))
    await other.end()
    const own = await program(folder, 'wang')
    expect(await own.ask('session.status', {})).toMatchObject(status('sign_in'))
    await own.end()
  })

  it('lies beside the store where no system keeps it, and goes to one as soon as there is one', async () => {
    const folder = temporaryFolder('unkept')
    const file = `${folder}/showroom.db`
    const first = await program(folder, null)
    expect((await first.ask('setup.createStore', SHOWROOM)).ok).toBe(true)
    expect(await first.ask('store.protection', {})).toMatchObject({ value: { keptBy: 'file', papers: 1 } })
    await first.end()
    const later = await program(folder, 'wang')
    expect(await later.ask('session.status', {})).toMatchObject(status('sign_in'))
    await later.end()
    expect(readKeyFiles(file).map(({ keptBy, papers }) => [keptBy, papers.length])).toEqual([['system', 1]])
    expect(filesBelow(keysFolderOf(file))).toHaveLength(1)
  })
})
