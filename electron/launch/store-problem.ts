import { StoreFileError } from '../../db/connection.ts'

const SENTENCES = {
  missing: ['找不到数据文件。', 'The data file is not there.'],
  newer: [
    '数据文件来自更新版本的九控，请先升级程序。文件没有被改动。',
    'The data file was written by a newer Ninepoint; update the program first. The file was not changed.',
  ],
  foreign: ['这不是九控的数据文件。文件没有被改动。', 'This is not a Ninepoint data file. The file was not changed.'],
  damaged: [
    '数据文件已损坏。文件没有被改动；请用旁边 -backups 文件夹里最近的备份恢复。',
    'The data file is damaged. It was not changed; restore the newest backup from the -backups folder beside it.',
  ],
  locked: [
    '数据文件是加密的，这里没有它的钥匙。文件没有被改动。',
    'The data file is encrypted and its key is not to be had here. The file was not changed.',
  ],
  unwritable: [
    '数据不能写入，请检查磁盘空间、文件夹和权限。',
    'The data cannot be written; check the disk space, the folder and your rights.',
  ],
  busy: ['数据文件正被另一个程序占用。', 'Another program is using the data file.'],
} as const

/** Why the store cannot be opened, in both languages: there is no page yet that could choose one. */
export function storeProblemText(error: unknown): string {
  const { problem, file } = problemOf(error)
  const [zh, en] = SENTENCES[problem]
  return `${zh}\n${en}\n${file}`
}

function problemOf(error: unknown): Pick<StoreFileError, 'problem' | 'file'> {
  if (error instanceof StoreFileError) return error
  // What the file system says when the folder cannot be made or written.
  if (error instanceof Error && 'code' in error && 'path' in error) {
    return { problem: 'unwritable', file: String(error.path) }
  }
  throw error
}
