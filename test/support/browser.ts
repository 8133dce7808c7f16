import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright'

/** Debian's Chromium, or the Chrome or Edge a desktop system has; NINEPOINT_CHROMIUM names another one. */
const CANDIDATES = [
  process.env.NINEPOINT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
].filter((path) => path !== undefined)

/** Debian's Chromium without the parts of a window that nobody looks at: the same pages for a fifth less work. */
const SHELL = '/usr/bin/chromium-headless-shell'

/** For pages without a window around them. */
function findShell(): string | null {
  return process.env['NINEPOINT_CHROMIUM'] === undefined && existsSync(SHELL) ? SHELL : findBrowser()
}

export function findBrowser(): string | null {
  return CANDIDATES.find((path) => existsSync(path)) ?? null
}

/** The journeys need a real browser and Chinese letters: installs both where Debian can, and says so. */
export function ensureBrowser(): void {
  if (process.platform === 'linux' && !existsSync(SHELL)) installShell()
  if (findBrowser() !== null && hasChineseLetters()) return
  if (process.platform === 'linux') {
    console.log('Chromium or Chinese fonts are missing: apt-get install -y chromium fonts-noto-cjk')
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update', '-q'], options)
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk', 'fontconfig'], options)
  }
  if (findBrowser() === null) throw new Error('no Chromium: install it, or name one in NINEPOINT_CHROMIUM')
}

/** A help and no need: where it cannot be had, the journeys take place in Chromium as it is. */
function installShell(): void {
  console.log('apt-get install -y chromium-headless-shell')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium-headless-shell'], { stdio: 'ignore', env, timeout: 60_000 })
}

/** macOS and Windows bring them along. */
function hasChineseLetters(): boolean {
  if (process.platform !== 'linux') return true
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== ''
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(quietly(findShell()))
}

/** A browser of one profile, kept in `folder`, as a desktop program has it. */
export function launchProfile(folder: string, args: readonly string[]): Promise<BrowserContext> {
  const options = quietly(findBrowser())
  const viewport = { width: 1440, height: 900 }
  return chromium.launchPersistentContext(folder, { ...options, viewport, args: [...options.args, ...args] })
}

/** Addresses of this PC, and one that is nobody's (RFC 5737), by which tests see that an attempt would be seen. */
const HERE = ['127.0.0.1', 'localhost', '192.0.2.1']

/** Quiet and offline: Chromium's own look-ups switched off, so that whatever leaves this machine would be ours. */
function quietly(executablePath: string | null): { readonly executablePath: string; readonly args: string[] } {
  if (executablePath === null) throw new Error('no Chromium found')
  const isRoot = process.getuid?.() === 0
  return {
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // It asks for names of its own accord, of its maker's and of none: here no name is looked up at all.
      `--host-resolver-rules=MAP * ~NOTFOUND, ${HERE.map((host) => `EXCLUDE ${host}`).join(', ')}`,
    ],
  }
}
