import type { ExportedFile } from '../../../shared/contract/exports.ts'

/** Hands the person a file: a browser puts it among the downloads, the desktop program asks where to. */
export function saveFile({ fileName, mime, contentBase64 }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
