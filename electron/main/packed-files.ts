import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../shared/contract/failure.ts'
import { PACKED_ENDING } from './handed-file.ts'

const CHUNK_BYTES = 1 << 20

/** The packed store of that name in the showroom's own folder; the page says a name, and only a plain one. Refused with `not_found`. */
export function packedFile(folder: string, name: string): string {
  // Letters and digits of any language, blanks and a few marks; no separator, drive, stream or leading dot.
  const isPlain = /^[\p{L}\p{N}_(（][\p{L}\p{N} ._()（）-]{0,150}$/u.test(name) && name.endsWith(PACKED_ENDING)
  if (!isPlain) throw new Refusal('not_found')
  const file = join(folder, 'packed', name)
  // Not followed: a link there is not ours.
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new Refusal('not_found')
  return file
}

/** Copies whole or not at all; `onProgress` hears a share from 0 to 1. Refused with `store_full` or `store_unwritable`. */
export async function copyWhole(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const half = `${to}.${randomUUID()}.part`
  try {
    await copyBytes(from, half, onProgress)
    await rename(half, to)
  } catch (error) {
    await rm(half, { force: true })
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw new Refusal(isFull ? 'store_full' : 'store_unwritable')
  }
}

async function copyBytes(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const source = await open(from, 'r')
  let target: FileHandle | null = null
  try {
    target = await open(to, 'wx')
    const { size } = await source.stat()
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let done = 0; ; ) {
      const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, done)
      if (bytesRead === 0) break
      await target.writeFile(buffer.subarray(0, bytesRead))
      done += bytesRead
      onProgress(done / size)
    }
    await target.sync()
  } finally {
    await source.close()
    await target?.close()
  }
}
