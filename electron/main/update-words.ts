import type { ShellState } from '../../shared/shell/shell-messages.ts'
import type { UpdateProblem } from '../update/check-update.ts'

type UpdateWords = {
  readonly title: string
  readonly text: string
  readonly install: string
  readonly notNow: string
  readonly refused: string
  readonly notStarted: string
  readonly notStartedText: string
  readonly noBackup: string
  readonly problems: Readonly<Record<UpdateProblem, string>>
}

const zh: UpdateWords = {
  title: '把九控从 {{from}} 更新到 {{to}}？',
  text: '先备份数据并核对，再关闭程序，然后开始安装。整个过程不需要网络，数据留在原处。',
  install: '备份并安装',
  notNow: '以后再说',
  refused: '没有更新，程序和数据都没有改动',
  notStarted: '安装没有开始，程序没有改动',
  notStartedText: '系统没有打开安装文件。数据已经备份，请重新打开九控再试一次。',
  noBackup: '结束前的备份没有成功，所以没有开始安装。数据本身没有丢失；请检查磁盘空间后再试。',
  problems: {
    no_key: '这个版本的程序不接受从文件更新（没有内置核对签名的公钥）。请用安装程序更新。',
    not_an_update: '这不是九控的更新文件。',
    forged: '更新文件的签名不对，可能被改动过。请重新取得文件。',
    other_system: '这个更新文件是给另一种系统的。请取得适合这台电脑的文件。',
    other_kind: '这个更新文件是给另一种安装方式的（AppImage 或 deb）。请取得同一种的文件。',
    not_newer: '更新文件的版本不比现在的新。',
    torn: '更新文件不完整，可能没有拷贝完。请重新拷贝。',
    damaged: '更新文件的内容已损坏。请重新拷贝。',
    unreadable: '读不了这个文件。请检查 U 盘或文件夹的权限。',
    no_space: '磁盘空间不够，放不下更新。请先腾出空间。',
  },
}

const en: UpdateWords = {
  title: 'Update Ninepoint from {{from}} to {{to}}?',
  text: 'The data are backed up and checked first, then the program closes and the installation starts. No network is needed, and the data stay where they are.',
  install: 'Back up and install',
  notNow: 'Not now',
  refused: 'Not updated; program and data are unchanged',
  notStarted: 'The installation did not start; the program is unchanged',
  notStartedText:
    'The system did not open the installer. The data are backed up; open Ninepoint again and try once more.',
  noBackup:
    'The backup before closing failed, so the installation was not started. The data themselves are safe; check the disk space and try again.',
  problems: {
    no_key:
      'This build of the program takes no updates from a file (it has no public key to check a signature with). Use the installer.',
    not_an_update: 'This is not an update file of Ninepoint.',
    forged: 'The signature of the update file is wrong; it may have been changed. Please get the file again.',
    other_system: 'This update file is for another system. Please get the one for this PC.',
    other_kind: 'This update file is for another way of installing (AppImage or deb). Please get the same kind.',
    not_newer: 'The version in the update file is not newer than this one.',
    torn: 'The update file is incomplete; perhaps it was not copied to the end. Please copy it again.',
    damaged: 'The content of the update file is damaged. Please copy it again.',
    unreadable: 'The file cannot be read. Check the stick, or your rights to the folder.',
    no_space: 'There is not enough disk space for the update. Please make room first.',
  },
}

export function updateWords(language: ShellState['language']): UpdateWords {
  return language === 'zh' ? zh : en
}

export function withVersions(sentence: string, from: string, to: string): string {
  return sentence.replace('{{from}}', from).replace('{{to}}', to)
}
