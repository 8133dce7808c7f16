// What the formats of Excel begin with: a zip since 2007, a compound file before.

const ZIP = [0x50, 0x4b]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export function isZip(bytes: Buffer): boolean {
  return startsWith(bytes, ZIP)
}

export function isWorkbook(bytes: Buffer): boolean {
  return isZip(bytes) || startsWith(bytes, COMPOUND)
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
