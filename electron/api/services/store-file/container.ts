import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { z } from 'zod'
import { manifestForm } from '../../../../db/backup-file.ts'

/** The first line inside a packed showroom; the store's own bytes follow it. */
const headerForm = z.object({
  ninepoint: z.literal('store'),
  /** 1: the store as it was, plain. 2: always an encrypted one, with its key. */
  form: z.literal([1, 2]),
  bytes: z.int().positive(),
  manifest: manifestForm,
  key: z.base64().optional(),
})
export type PackHeader = Readonly<z.infer<typeof headerForm>>

const CHUNK_BYTES = 1 << 20
const LONGEST_HEADER = 1 << 16
const NEW_LINE = 0x0a

/** The file cannot be opened: not with this password, or not at all. */
export class PackError extends Error {
  readonly problem: 'wrong_password' | 'unreadable'
  constructor(problem: PackError['problem'], cause?: unknown) {
    super(`packed store: ${problem}`, { cause })
    this.problem = problem
  }
}

/**
 * Encrypts a backup to a new file, in the age format (age-encryption.org/v1) under a passphrase. A stream all the way: a store of a
 * gigabyte needs no more memory than a small one.
 */
export async function sealStore(backup: string, header: PackHeader, password: string, target: string): Promise<void> {
  // A megabyte of program that nobody needs before this day.
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(password.normalize('NFKC'))
  const sealed = await encrypter.encrypt(webStream(contentOf(backup, header)))
  await pipeline(nodeStream(sealed), createWriteStream(target, { flags: 'wx', mode: 0o600 }))
}

async function* contentOf(backup: string, header: PackHeader): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(header)}\n`)
  yield* createReadStream(backup, { highWaterMark: CHUNK_BYTES })
}

/** Decrypts to a new file and answers what was said of it when it was packed. Throws PackError; the file is then incomplete. */
export async function unsealStore(file: string, password: string, target: string): Promise<PackHeader> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(password.normalize('NFKC'))
  const source = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  try {
    const content = await decrypter.decrypt(webStream(source))
    return await writeContent(nodeStream(content), target)
  } catch (error) {
    throw asPackError(error)
  } finally {
    source.destroy()
  }
}

async function writeContent(content: AsyncIterable<Uint8Array>, target: string): Promise<PackHeader> {
  const handle = await open(target, 'wx', 0o600)
  try {
    let header: PackHeader | null = null
    let start = Buffer.alloc(0)
    let written = 0
    for await (const chunk of content) {
      if (header === null) start = Buffer.concat([start, chunk])
      const part: Part | null = header === null ? splitHeader(start) : { header, body: chunk }
      if (part === null) continue
      header = part.header
      written += part.body.length
      // Nobody fills the disk with more than was promised.
      if (written > part.header.bytes) throw new PackError('unreadable')
      await handle.writeFile(part.body)
    }
    if (header === null || written !== header.bytes) throw new PackError('unreadable')
    await handle.sync()
    return header
  } finally {
    await handle.close()
  }
}

type Part = { readonly header: PackHeader; readonly body: Uint8Array }

/** Null as long as the first line has not come whole. */
function splitHeader(start: Buffer): Part | null {
  const end = start.indexOf(NEW_LINE)
  if (end < 0 && start.length > LONGEST_HEADER) throw new PackError('unreadable')
  if (end < 0) return null
  return {
    header: headerForm.parse(JSON.parse(start.subarray(0, end).toString('utf8'))),
    body: start.subarray(end + 1),
  }
}

/** What the file system says stays as it is; all else means that this is no packed store, or only a part of one. */
function asPackError(error: unknown): unknown {
  if (error instanceof PackError) return error
  if (error instanceof Error && 'code' in error && 'syscall' in error) return error
  const isPassword = error instanceof Error && error.message.startsWith('no identity matched')
  return new PackError(isPassword ? 'wrong_password' : 'unreadable', error)
}

/** Node's and the web's streams are the same at run time; their types are declared apart. */
function webStream(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(content, { objectMode: false })) as ReadableStream<Uint8Array>
}

function nodeStream(content: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(content as NodeStream<Uint8Array>)
}
