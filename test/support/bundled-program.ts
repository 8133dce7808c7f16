import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * A program of test/support as one file with everything inside but the driver, so that a rail can start hundreds of it: in a fifth of the
 * time its sources take. Answers the file.
 */
export async function bundledProgram(name: string): Promise<string> {
  const folder = join(root, 'dist/rails', name)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'test/support', `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  })
  return join(folder, `${name}.js`)
}

/** What a bundled program is started with: its code is compiled once for all the times it is started. */
export const bundledEnv = { ...process.env, NODE_COMPILE_CACHE: join(root, 'dist/rails/compiled') }
