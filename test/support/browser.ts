import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'

/** Debian's Chromium; NINEPOINT_CHROMIUM names another one. */
const CANDIDATES = [process.env.NINEPOINT_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].filter(
  (path) => path !== undefined,
)

export function findBrowser(): string | null {
  return CANDIDATES.find((path) => existsSync(path)) ?? null
}

/** The journeys need a real browser and Chinese letters: installs both where Debian can, and says so. */
export function ensureBrowser(): void {
  const hasFonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== ''
  if (findBrowser() !== null && hasFonts) return
  console.log('Chromium or Chinese fonts are missing: apt-get install -y chromium fonts-noto-cjk')
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk', 'fontconfig'], options)
  if (findBrowser() === null) throw new Error('no Chromium: install it, or name one in NINEPOINT_CHROMIUM')
}

/** Quiet and offline: Chromium's own look-ups switched off, so that whatever leaves this machine would be ours. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no Chromium found')
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
