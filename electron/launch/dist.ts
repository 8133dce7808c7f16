import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { buildAll } from './build.ts'
import { signingOf } from './signing.ts'

/**
 * `npm run dist -- --win nsis --x64`: builds, and packs for the system it runs on (electron-builder.yml; its flags go along). Signs
 * where the keys are in the environment and says what it did; never publishes.
 */
const root = resolve(import.meta.dirname, '../..')
const signing = signingOf(process.platform, process.env)

await buildAll()
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/electron-builder/cli.js'), ...process.argv.slice(2), ...signing.args, '--publish', 'never'],
  { cwd: root, env: signing.env, stdio: 'inherit' },
)
const mark = process.env.GITHUB_ACTIONS === 'true' ? `::${signing.isSigned ? 'notice' : 'warning'}::` : ''
if (status === 0) console.log(`${mark}Ninepoint for ${process.platform}: ${signing.says}`)
process.exit(status ?? 1)
