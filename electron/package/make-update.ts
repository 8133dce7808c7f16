import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  UPDATE_FORMAT,
  UPDATE_PRODUCT,
  type UpdateHeader,
  type UpdateKind,
  updateFileName,
  updateHeader,
} from '../update/update-file.ts'

/**
 * Makes an installer an update that the program takes from a file. Run by the workflow:
 *   NINEPOINT_UPDATE_PRIVATE_KEY=… node electron/package/make-update.ts --arch x64 INSTALLER…
 * `--new-keys` prints a pair instead: the private one is a secret, the public one (NINEPOINT_UPDATE_KEY) goes into the build.
 */
export type UpdateOf = Pick<UpdateHeader, 'version' | 'platform' | 'arch' | 'kind'>

/** Writes the update beside the installer (or into `folder`) and answers where. The key is PKCS#8 in base64. */
export async function makeUpdate(
  installer: string,
  of: UpdateOf,
  privateKey: string,
  folder = dirname(installer),
): Promise<string> {
  const { size } = await stat(installer)
  const hash = createHash('sha256')
  await pipeline(createReadStream(installer), hash)
  const header = updateHeader.parse({
    format: UPDATE_FORMAT,
    product: UPDATE_PRODUCT,
    ...of,
    size,
    sha256: hash.digest('hex'),
  })
  const line = Buffer.from(JSON.stringify(header))
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const target = join(folder, updateFileName(header))
  const to = createWriteStream(target)
  to.write(`${line.toString('utf8')}\n${sign(null, line, key).toString('base64')}\n`)
  await pipeline(createReadStream(installer), to)
  return target
}

export function newUpdateKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
}

const KIND_OF: Readonly<Record<string, Pick<UpdateOf, 'kind' | 'platform'>>> = {
  '.exe': { kind: 'nsis', platform: 'win32' },
  '.dmg': { kind: 'dmg', platform: 'darwin' },
  '.AppImage': { kind: 'appimage', platform: 'linux' },
  '.deb': { kind: 'deb', platform: 'linux' },
} satisfies Record<string, { kind: UpdateKind; platform: UpdateHeader['platform'] }>

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { arch: { type: 'string' }, 'new-keys': { type: 'boolean', default: false } },
  })
  if (values['new-keys']) return say(JSON.stringify(newUpdateKeys(), null, 2))
  const privateKey = process.env.NINEPOINT_UPDATE_PRIVATE_KEY
  if (privateKey === undefined || privateKey === '') throw new Error('NINEPOINT_UPDATE_PRIVATE_KEY is not set')
  const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string
  }
  const arch = updateHeader.shape.arch.parse(values.arch)
  for (const installer of positionals) {
    const of = KIND_OF[extname(installer)]
    if (of === undefined) throw new Error(`${basename(installer)} is no installer`)
    say(await makeUpdate(installer, { ...of, arch, version: manifest.version }, privateKey))
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

if (import.meta.main) await run()
