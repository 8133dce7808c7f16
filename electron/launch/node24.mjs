// Runs one of our TypeScript programs under Node 24, whatever Node npm itself runs on.
// better-sqlite3 13 does not fail on Node 20, it crashes the process, so no try/catch could explain it: the choice is made
// here, before anything of ours is loaded. On Linux and Windows the binary comes with `npm ci` (package node-<platform>-<arch>);
// elsewhere the installed Node must be new enough. Plain JavaScript on purpose: it has to run on an old Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Node 24 strips types by itself; anything older cannot run our sources, and 20 crashes in the database driver. */
function isUsable(version) {
  return Number(version.split('.')[0]) >= 24
}

function findNode() {
  if (isUsable(process.versions.node)) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  return existsSync(packaged) ? packaged : null
}

const node = findNode()
if (node === null) {
  console.error(
    `九控需要 Node 24 或更新版本，当前是 ${process.versions.node}。请安装 Node 24，或运行 npm ci 取得随附的版本。\n` +
      `Ninepoint needs Node 24 or newer; this is ${process.versions.node}. Install Node 24, or run npm ci to get the bundled one.`,
  )
  process.exit(1)
}

const [program, ...args] = process.argv.slice(2)
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, program), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH ?? '') },
})
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  // Ended by a signal: end the same way, so that whoever started us sees it.
  for (const name of SIGNALS) process.removeAllListeners(name)
  process.kill(process.pid, signal)
})
