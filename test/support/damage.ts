import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

/** How a store's file is spoilt; `otherLog`: the log of another store. */
export type Spoil = (file: string, random: () => number, otherLog: string) => void

const PAGE = 4096
const HEADER = 100

export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, bytes, 0, bytes.length, at)
  } finally {
    closeSync(handle)
  }
}

function noise(length: number, random: () => number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
}

function page(file: string, random: () => number): number {
  return 1 + Math.floor(random() * (statSync(file).size / PAGE - 1))
}

/** What disks, copies and people do to a file. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  'a header of noise': (file, random) => overwrite(file, 0, noise(HEADER, random)),
  'a header of zeros': (file) => overwrite(file, 0, Buffer.alloc(HEADER)),
  'a first page of noise': (file, random) => overwrite(file, HEADER, noise(PAGE - HEADER, random)),
  'a page of noise': (file, random) => overwrite(file, page(file, random) * PAGE, noise(PAGE, random)),
  'a page of zeros': (file, random) => overwrite(file, page(file, random) * PAGE, Buffer.alloc(PAGE)),
  'cut anywhere': (file, random) => truncateSync(file, 1 + Math.floor(random() * (statSync(file).size - 1))),
  'cut between two pages': (file, random) => truncateSync(file, page(file, random) * PAGE),
  'nothing in it': (file) => truncateSync(file, 0),
  'a text in its place': (file) => writeFileSync(file, '客户名单\n王先生 13800138000\n'.repeat(300)),
  'zeros in its place': (file) => {
    const { size } = statSync(file)
    const handle = openSync(file, 'r+')
    ftruncateSync(handle, 0)
    ftruncateSync(handle, size)
    closeSync(handle)
  },
  'gone, its log left': (file, _random, otherLog) => {
    rmSync(file)
    copyFileSync(otherLog, `${file}-wal`)
  },
  'the log of another store beside it': (file, _random, otherLog) => copyFileSync(otherLog, `${file}-wal`),
}
