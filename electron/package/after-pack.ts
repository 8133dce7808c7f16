import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { fuseConfig } from './fuses.ts'

/**
 * electron-builder's hook, right before anything is signed: sets the fuses of the target's program. A Mac with Apple's own processor
 * starts nothing whose signature is broken, and Electron's is then: it is signed for nobody, and a real signature comes after.
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename
  const program = {
    win32: join(appOutDir, `${name}.exe`),
    darwin: join(appOutDir, `${name}.app`),
    linux: join(appOutDir, 'executableName' in packager ? String(packager.executableName) : name),
  }[electronPlatformName]
  if (program === undefined) throw new Error(`no fuses known for ${electronPlatformName}`)
  await flipFuses(program, fuseConfig(electronPlatformName === 'darwin' && process.platform === 'darwin'))
}
