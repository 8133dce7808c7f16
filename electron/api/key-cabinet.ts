import { type KeyFile, type KeyPaper, readKeyFiles, writeKeyFile } from '../../db/key-file.ts'
import { heldKey, holdKey, keyIdOf } from '../../db/store-key.ts'
import { fileKeeper, type KeyKeeper } from './key-keeper.ts'
import { closeWithCode } from './key-paper.ts'

/** The keys of the store in one folder: on the disk, and at hand while the program runs. */
export type KeyCabinet = {
  /** By whom a new key would be kept. */
  readonly keptBy: KeyKeeper['kind']
  readonly files: () => readonly KeyFile[]
  /** Null where it cannot be had. */
  readonly keyOf: (keyId: string) => Buffer | null
  /** The newest at hand: what a plain store that comes in is encrypted with. Null where there is none. */
  readonly newest: () => Buffer | null
  /** Keeps a key for good, with the papers there are of it. It is on the disk before this is answered. */
  readonly add: (key: Buffer, papers: readonly KeyPaper[]) => Promise<void>
  /** From now on this code opens the key as well. Answers what ends all earlier ones of this person. */
  readonly addPaper: (keyId: string, staffId: string, code: string) => Promise<() => void>
  /** Papers of people who are no longer among these are of no use to anybody. */
  readonly keepPapersOf: (keyId: string, staffIds: readonly string[]) => void
  /** What lies here unguarded goes to the system's key store, where there is one by now. */
  readonly guard: () => Promise<void>
  /** Looks for keys that another program has laid here meanwhile. */
  readonly lookAgain: () => void
  readonly close: () => void
}

export type CabinetOptions = {
  readonly storeFile: string
  readonly keeper?: KeyKeeper | undefined
  /** What the system's key store gave at the start (`unsealKeys`). */
  readonly unsealed?: ReadonlyMap<string, Buffer> | undefined
}

export function openKeyCabinet({ storeFile, keeper = fileKeeper, unsealed = new Map() }: CabinetOptions): KeyCabinet {
  const atHand = new Map<string, { readonly key: Buffer; readonly release: () => void }>()
  const take = (key: Buffer) => {
    const id = keyIdOf(key)
    if (!atHand.has(id)) atHand.set(id, { key, release: holdKey(key) })
  }
  const files = () => readKeyFiles(storeFile)
  const find = (id: string) => files().find((file) => file.id === id)
  const lookAgain = () => {
    for (const { id, keptBy, value } of files()) {
      const key = keptBy === 'file' ? Buffer.from(value, 'base64') : unsealed.get(id)
      if (key !== undefined && keyIdOf(key) === id) take(key)
    }
  }
  const write = async (key: Buffer, madeAt: string, papers: readonly KeyPaper[]) => {
    const sealed = keeper.kind === 'file' ? null : await keeper.seal(key)
    // A key that cannot be guarded just now is better than none: without it nothing could be opened ever again.
    const kept = sealed === null ? keyAsItIs(key) : ({ keptBy: 'system', value: sealed } as const)
    writeKeyFile(storeFile, { form: 1, id: keyIdOf(key), madeAt, ...kept, papers: [...papers] })
  }

  lookAgain()
  return {
    keptBy: keeper.kind,
    files,
    keyOf: (id) => atHand.get(id)?.key ?? null,
    newest: () => files().flatMap(({ id }) => atHand.get(id)?.key ?? [])[0] ?? null,
    add: (key, papers) => {
      take(key)
      const known = find(keyIdOf(key))
      const others = known?.papers.filter((old) => !papers.some((paper) => paper.closed === old.closed)) ?? []
      return write(key, known?.madeAt ?? new Date().toISOString(), [...others, ...papers])
    },
    ...papersOf(storeFile, (id) => atHand.get(id)?.key ?? heldKey(id), write),
    guard: async () => {
      if (keeper.kind === 'file') return
      for (const { id, keptBy, madeAt, papers } of files()) {
        const key = atHand.get(id)?.key
        if (keptBy !== 'file' || key === undefined) continue
        try {
          await write(key, madeAt, papers)
        } catch {
          // A full disk must not keep the store shut: the key lies as it did, and is guarded at the next start.
        }
      }
    },
    lookAgain,
    close: () => {
      for (const { release } of atHand.values()) release()
      atHand.clear()
    },
  }
}

function keyAsItIs(key: Buffer): Pick<KeyFile, 'keptBy' | 'value'> {
  return { keptBy: 'file', value: key.toString('base64') }
}

/** What is done with the papers in a key's file. */
function papersOf(
  storeFile: string,
  keyOf: (id: string) => Buffer | null,
  write: (key: Buffer, madeAt: string, papers: readonly KeyPaper[]) => Promise<void>,
): Pick<KeyCabinet, 'addPaper' | 'keepPapersOf'> {
  const change = (id: string, papersAfter: (papers: readonly KeyPaper[]) => readonly KeyPaper[]) => {
    const file = readKeyFiles(storeFile).find((one) => one.id === id)
    const papers = [...papersAfter(file?.papers ?? [])]
    if (file !== undefined && papers.length !== file.papers.length) writeKeyFile(storeFile, { ...file, papers })
  }
  return {
    addPaper: async (id, staffId, code) => {
      const key = keyOf(id)
      if (key === null) throw new Error('no such key is at hand')
      const paper = await closeWithCode(key, staffId, code)
      // Somebody has tidied up while the program runs: without the key's file no paper would ever open anything.
      const isGone = !readKeyFiles(storeFile).some((one) => one.id === id)
      if (isGone) await write(key, new Date().toISOString(), [])
      change(id, (papers) => [...papers, paper])
      const isEarlier = (old: KeyPaper) => old.staffId === staffId && old.closed !== paper.closed
      return () => change(id, (papers) => papers.filter((old) => !isEarlier(old)))
    },
    keepPapersOf: (id, staffIds) => change(id, (papers) => papers.filter((paper) => staffIds.includes(paper.staffId))),
  }
}
