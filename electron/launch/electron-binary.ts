import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type ElectronBinary =
  | { readonly path: string }
  | { readonly missing: 'not_installed' | 'no_download' | 'no_display' }

/** Electron's program, fetched once if the machine can; where it cannot be had or shown, why. */
export function findElectron(): ElectronBinary {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { missing: 'no_display' }
  let folder: string
  try {
    folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return { missing: 'not_installed' }
  }
  const path = () => {
    const name = join(folder, 'path.txt')
    const binary = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : null
    return binary !== null && existsSync(binary) ? binary : null
  }
  if (path() === null) spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 600_000 })
  const found = path()
  return found === null ? { missing: 'no_download' } : { path: found }
}
