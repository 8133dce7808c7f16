import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

/**
 * An update as one file, `<product>-<version>-<platform>-<arch>.update`: a line of JSON (UpdateHeader), a line with its ed25519 signature in
 * base64, then the installer's bytes. The signature covers the first line, which names the size and the hash of the rest.
 */
export const UPDATE_FORMAT = 1
export const UPDATE_PRODUCT = 'ninepoint'

/** What the bytes are, and so how the system installs them. */
export const UPDATE_KINDS = ['nsis', 'dmg', 'appimage', 'deb'] as const
export type UpdateKind = (typeof UPDATE_KINDS)[number]

export const updateHeader = z.strictObject({
  format: z.literal(UPDATE_FORMAT),
  product: z.literal(UPDATE_PRODUCT),
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  platform: z.enum(['win32', 'darwin', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  kind: z.enum(UPDATE_KINDS),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type UpdateHeader = z.infer<typeof updateHeader>

/** The two lines are within this many bytes, or it is no update. */
export const LONGEST_HEAD = 4096
const NEWLINE = 0x0a

export type UpdateHead = { readonly header: UpdateHeader; readonly bytes: number }

/** Reads and proves the two lines; nothing of them is believed before the signature holds. */
export function readHead(start: Buffer, publicKey: string): UpdateHead | 'not_an_update' | 'forged' {
  const lineEnd = start.indexOf(NEWLINE)
  const headEnd = start.indexOf(NEWLINE, lineEnd + 1)
  if (lineEnd < 0 || headEnd < 0) return 'not_an_update'
  const line = start.subarray(0, lineEnd)
  if (line[0] !== 0x7b) return 'not_an_update'
  if (!isSigned(line, start.subarray(lineEnd + 1, headEnd).toString('latin1'), publicKey)) return 'forged'
  const header = updateHeader.safeParse(parseJson(line.toString('utf8')))
  return header.success ? { header: header.data, bytes: headEnd + 1 } : 'not_an_update'
}

function isSigned(line: Buffer, text: string, publicKey: string): boolean {
  const signature = Buffer.from(text, 'base64')
  // Only one spelling: base64 is read leniently, and two files with one signature would be two updates.
  if (signature.length !== 64 || signature.toString('base64') !== text) return false
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, line, key, signature)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether version `a` comes after `b`; both are three numbers. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let i = 0; i < 3; i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

export function updateFileName({ version, platform, arch, kind }: UpdateHeader): string {
  const packed = kind === 'deb' ? '-deb' : ''
  return `${UPDATE_PRODUCT}-${version}-${platform}-${arch}${packed}.update`
}
