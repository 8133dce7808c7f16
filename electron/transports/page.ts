import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** What a carrier answers for a file of the page: the same over http:// and app://. */
export type PageAnswer = {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Nothing from outside, no inline script, styles only with this load's nonce (Ant Design writes its styles at run time). */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const NOT_FOUND: PageAnswer = { status: 404, headers: SAFE_HEADERS, body: Buffer.alloc(0) }

/**
 * Reads a file of the built page. `path` is what stood in the address: whatever it tries (.., encoded or not, a drive, a NUL),
 * nothing outside `folder` is ever answered. The page itself gets a fresh nonce at every load.
 */
export async function readPage(folder: string, path: string): Promise<PageAnswer> {
  const name = path === '/' ? 'index.html' : safeName(path)
  const type = name === null ? undefined : TYPES[extname(name)]
  if (name === null || type === undefined) return NOT_FOUND
  let body: Buffer
  try {
    const inside = await realpath(folder)
    // Where a link leads counts, not where it lies.
    const file = await realpath(join(inside, name))
    if (!file.startsWith(inside + sep)) return NOT_FOUND
    body = await readFile(file)
  } catch {
    return NOT_FOUND
  }
  if (name !== 'index.html') {
    const headers = { ...SAFE_HEADERS, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
    return { status: 200, headers, body }
  }
  const nonce = randomBytes(18).toString('base64')
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
    body: Buffer.from(body.toString('utf8').replaceAll('__NONCE__', nonce)),
  }
}

function safeName(path: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(path).replace(/^\/+/, '')
  } catch {
    return null
  }
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(name) && !name.split('/').includes('..') ? name : null
}
