import { join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { ShellAct, ShellAnswers, ShellFacts, ShellState } from '../../shared/shell/shell-messages.ts'
import { PACKED_ENDING } from './handed-file.ts'
import { copyWhole, packedFile } from './packed-files.ts'
import { shellWords } from './shell-words.ts'
import { isStartedWithSystem, startWithSystem } from './start-with-system.ts'

type AnswerTo<K extends ShellAct['kind']> = K extends keyof ShellAnswers ? ShellAnswers[K] : null
/** What each act of the page does; a missing one does not compile. */
export type Acts = {
  readonly [K in ShellAct['kind']]: (act: Extract<ShellAct, { readonly kind: K }>) => AnswerTo<K> | Promise<AnswerTo<K>>
}

export type ActsOptions = {
  readonly window: BrowserWindow
  readonly folder: string
  readonly language: () => ShellState['language']
  readonly onState: (state: ShellState) => void
  readonly savePdf: (fileName: string) => Promise<void>
  readonly offer: (path: string) => Promise<void>
  readonly updateFromFile: () => Promise<void>
}

export function actsOf(options: ActsOptions): Acts {
  return {
    state: ({ state }) => done(options.onState(state)),
    print: () => done(options.window.webContents.print({ printBackground: true })),
    save_pdf: async ({ fileName }) => done(await options.savePdf(fileName)),
    facts,
    start_with_system: ({ isWanted }) => done(startWithSystem(isWanted)),
    show_data: () => done(shell.showItemInFolder(join(options.folder, 'showroom.db'))),
    save_packed: ({ file }) => savePacked(options, file),
    choose_packed: async () => done(await choosePacked(options)),
    update_from_file: async () => done(await options.updateFromFile()),
  }
}

function done(_: void): null {
  return null
}

function facts(): ShellFacts {
  const { platform } = process
  return {
    version: app.getVersion(),
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    isStartedWithSystem: isStartedWithSystem(),
  }
}

async function savePacked({ window, folder, language }: ActsOptions, name: string): Promise<{ saved: boolean }> {
  const file = packedFile(folder, name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [packedFilter(language())],
  })
  if (canceled || filePath === '') return { saved: false }
  try {
    await copyWhole(file, filePath, (share) => window.setProgressBar(share))
  } finally {
    window.setProgressBar(-1)
  }
  return { saved: true }
}

async function choosePacked({ window, language, offer }: ActsOptions): Promise<void> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [packedFilter(language())],
  })
  const path = filePaths[0]
  if (!canceled && path !== undefined) await offer(path)
}

function packedFilter(language: ShellState['language']) {
  return { name: shellWords(language).packedName, extensions: [PACKED_ENDING.slice(1)] }
}
