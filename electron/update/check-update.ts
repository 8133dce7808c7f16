import { createHash } from 'node:crypto'
import { chmod, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isNewer, LONGEST_HEAD, readHead, type UpdateHeader, type UpdateKind } from './update-file.ts'

/** The program that is to be updated, and whom it believes; a build without a key believes nobody. */
export type Installed = {
  readonly version: string
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly kind: UpdateKind
  readonly publicKey: string | null
}

export type UpdateProblem =
  | 'no_key'
  | 'not_an_update'
  | 'forged'
  | 'other_system'
  | 'other_kind'
  | 'not_newer'
  | 'torn'
  | 'damaged'
  | 'unreadable'
  | 'no_space'

export type CheckedUpdate =
  | { readonly ok: true; readonly header: UpdateHeader; readonly installer: string }
  | { readonly ok: false; readonly problem: UpdateProblem }

const CHUNK_BYTES = 1 << 20
const ENDINGS: Readonly<Record<UpdateKind, string>> = { nsis: '.exe', dmg: '.dmg', appimage: '.AppImage', deb: '.deb' }

/**
 * Proves an update's file and, while reading it, copies the installer to a folder of our own: what was proved is what will be started,
 * whatever happens to the file on its stick meanwhile. `onProgress` hears a share from 0 to 1. A megabyte is in memory at a time.
 */
export async function checkUpdate(
  path: string,
  folder: string,
  me: Installed,
  onProgress: (share: number) => void = () => undefined,
): Promise<CheckedUpdate> {
  if (me.publicKey === null) return refused('no_key')
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const { size } = await file.stat()
    const head = readHead(await startOf(file), me.publicKey)
    if (typeof head === 'string') return refused(head)
    const problem = unfit(head.header, me) ?? (size - head.bytes === head.header.size ? null : 'torn')
    if (problem !== null) return refused(problem)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const installer = join(folder, `ninepoint-${head.header.version}${ENDINGS[head.header.kind]}`)
    const isWhole = await copyProved(file, head.bytes, head.header, installer, onProgress)
    return isWhole ? { ok: true, header: head.header, installer } : refused('damaged')
  } catch (error) {
    return refused(isFull(error) ? 'no_space' : 'unreadable')
  } finally {
    await file?.close()
  }
}

function refused(problem: UpdateProblem): CheckedUpdate {
  return { ok: false, problem }
}

async function startOf(file: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(LONGEST_HEAD)
  const { bytesRead } = await file.read(buffer, 0, LONGEST_HEAD, 0)
  return buffer.subarray(0, bytesRead)
}

function unfit({ platform, arch, kind, version }: UpdateHeader, me: Installed): UpdateProblem | null {
  if (platform !== me.platform || arch !== me.arch) return 'other_system'
  if (kind !== me.kind) return 'other_kind'
  return isNewer(version, me.version) ? null : 'not_newer'
}

/** False when the bytes are not those that were signed for; then nothing is left behind. */
async function copyProved(
  from: FileHandle,
  offset: number,
  { size, sha256 }: UpdateHeader,
  target: string,
  onProgress: (share: number) => void,
): Promise<boolean> {
  const hash = createHash('sha256')
  const half = `${target}.part`
  const to = await open(half, 'wx', 0o600)
  let done = 0
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    while (done < size) {
      const { bytesRead } = await from.read(buffer, 0, Math.min(CHUNK_BYTES, size - done), offset + done)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
      await writeWhole(to, buffer.subarray(0, bytesRead))
      done += bytesRead
      onProgress(done / size)
    }
    await to.sync()
  } finally {
    await to.close()
  }
  if (done !== size || hash.digest('hex') !== sha256) {
    await rm(half, { force: true })
    return false
  }
  await chmod(half, 0o700)
  await rename(half, target)
  return true
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}
