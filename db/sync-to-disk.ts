import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'

/** Waits until a file or folder is on the disk itself. Windows has no such call for folders and needs none. */
export function syncToDisk(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const handle = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
