import { spawn } from 'node:child_process'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import type { UpdateKind } from './update-file.ts'

/** What starting an installer needs of the system around it. */
export type InstallerSystem = {
  /** Opens a file with the system's own program for it; the text says why it could not, empty when it did. */
  readonly openFile: (path: string) => Promise<string>
  /** Starts the program at this path once this one has ended. */
  readonly relaunch: (path: string) => void
  /** Where the running AppImage lies. */
  readonly appImage: string | null
}

/** Which kind of update this installation takes. */
export function installedKind(platform: NodeJS.Platform, appImage: string | null): UpdateKind {
  if (platform === 'win32') return 'nsis'
  if (platform === 'darwin') return 'dmg'
  return appImage === null ? 'deb' : 'appimage'
}

/** Starts what was proved; the program ends right after. Throws when the system does not let it. */
export async function startInstaller(kind: UpdateKind, installer: string, system: InstallerSystem): Promise<void> {
  switch (kind) {
    case 'nsis':
      return startDetached(installer)
    case 'dmg':
    case 'deb': {
      const why = await system.openFile(installer)
      if (why !== '') throw new Error('the system could not open the installer')
      return
    }
    case 'appimage':
      if (system.appImage === null) throw new Error('this is no AppImage')
      await replaceProgram(system.appImage, installer)
      return system.relaunch(system.appImage)
  }
}

/** The old program stays beside as `….previous`; there is no moment without a program at its place. */
async function replaceProgram(program: string, next: string): Promise<void> {
  const beside = `${program}.next`
  const previous = `${program}.previous`
  await copyFile(next, beside)
  const copied = await open(beside, 'r+')
  await copied.chmod(0o755)
  await copied.sync()
  await copied.close()
  await rm(previous, { force: true })
  // Not every file system knows links.
  await link(program, previous).catch(() => copyFile(program, previous))
  await rename(beside, program)
  await rm(next, { force: true })
}

function startDetached(program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['--updated'], { detached: true, stdio: 'ignore' })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
