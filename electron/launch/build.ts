import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const dist = join(root, 'dist')

/** The page (dist/renderer) and Electron's entries (dist/main). Skips what is newer than every source it is made of. */
export async function buildAll(): Promise<void> {
  const caller = process.env.NODE_ENV
  // Inside a test run it would be a development build, with React's checks and this machine's paths in it.
  process.env.NODE_ENV = 'production'
  try {
    await buildStale()
  } finally {
    if (caller === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = caller
  }
}

async function buildStale(): Promise<void> {
  if (isStale(join(dist, 'renderer/index.html'), ['renderer', 'shared'])) {
    console.log('正在构建页面，请稍候。 Building the page, one moment.')
    await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' })
  }
  const updateKey = process.env.NINEPOINT_UPDATE_KEY ?? ''
  if (updateKey !== '' || isStale(join(dist, 'main/preload.cjs'), ['electron', 'db', 'shared'])) {
    await buildMain(join(dist, 'main'), updateKey)
    await buildNodeEntry('electron/desk-process/desk-process.ts', 'desk-process', 'es')
    await buildImportWorker(join(dist, 'main'))
    await buildNodeEntry('db/store-check-worker.ts', 'store-check', 'es')
    await buildNodeEntry('db/copy-worker.ts', 'backup-copy', 'es')
    await buildNodeEntry('db/person/purge-worker.ts', 'purge', 'es')
    await buildNodeEntry('electron/api/services/exports/export-worker.ts', 'export', 'es')
    await buildNodeEntry('electron/preload/preload.ts', 'preload', 'cjs')
  }
}

/** Electron's entry, which takes updates signed with the private half of this key (SPKI in base64); of nobody when it is empty. */
export async function buildMain(folder: string, updateKey: string): Promise<void> {
  await buildNodeEntry('electron/main/electron.ts', 'electron', 'es', folder, {
    __UPDATE_KEY__: JSON.stringify(updateKey),
  })
}

/** The thread that works on foreign files lies beside the program that starts it (`workerFile`). */
export async function buildImportWorker(folder: string): Promise<void> {
  await buildNodeEntry('electron/api/services/imports/worker.ts', 'import-worker', 'es', folder)
}

/** One file per entry, everything inside but what must stay outside: Electron itself and the native driver. */
async function buildNodeEntry(
  entry: string,
  name: string,
  format: 'es' | 'cjs',
  folder = join(dist, 'main'),
  define: Readonly<Record<string, string>> = {},
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        external: ['electron', 'better-sqlite3'],
        output: { format, entryFileNames: `${name}.${format === 'cjs' ? 'cjs' : 'js'}`, codeSplitting: false },
      },
    },
  })
}

function isStale(product: string, sources: readonly string[]): boolean {
  if (!existsSync(product)) return true
  const builtAtMs = statSync(product).mtimeMs
  return [...sources.map((folder) => join(root, folder)), join(root, 'package-lock.json')].some(
    (path) => newestMs(path) > builtAtMs,
  )
}

function newestMs(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}

if (import.meta.main) await buildAll()
