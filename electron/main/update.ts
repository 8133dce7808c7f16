import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { Logger } from 'pino'
import type { ShellState } from '../../shared/shell/shell-messages.ts'
import { type CheckedUpdate, checkUpdate } from '../update/check-update.ts'
import { type InstallerSystem, installedKind, startInstaller } from '../update/start-installer.ts'
import type { OrderlyEnd } from './orderly-end.ts'
import { shellWords } from './shell-words.ts'
import { updateWords, withVersions } from './update-words.ts'

export type UpdateOptions = {
  readonly window: BrowserWindow
  readonly language: () => ShellState['language']
  /** Of the showroom's data; the proved installer waits in a folder of its own there. */
  readonly folder: string
  /** Whose signature counts; null in a build without a key. */
  readonly publicKey: string | null
  readonly end: OrderlyEnd
  readonly log: Logger
}

/** Asks for a file, proves it, says what will happen; then backup, orderly end, installer. One at a time. */
export function updater(options: UpdateOptions): () => Promise<void> {
  const folder = join(options.folder, 'update')
  // What an earlier update left; an installer that still runs keeps its file.
  void rm(folder, { recursive: true, force: true }).catch(() => undefined)
  let isUnderWay = false
  return async () => {
    if (isUnderWay || options.end.isUnderWay()) return
    isUnderWay = true
    try {
      await update(options, folder)
    } finally {
      isUnderWay = false
      options.window.setProgressBar(-1)
    }
  }
}

async function update(options: UpdateOptions, folder: string): Promise<void> {
  const { window, language } = options
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: shellWords(language()).updateName, extensions: ['update'] }],
  })
  const path = filePaths[0]
  if (canceled || path === undefined) return
  const checked = await check(options, path, folder)
  if (!checked.ok) return refuse(options, checked)
  if (await isWanted(options, checked.header.version)) installAfterEnd(options, checked)
}

function check({ window, publicKey }: UpdateOptions, path: string, folder: string): Promise<CheckedUpdate> {
  const me = {
    version: app.getVersion(),
    platform: process.platform,
    arch: process.arch,
    kind: installedKind(process.platform, appImage()),
    publicKey,
  }
  return checkUpdate(path, folder, me, (share) => window.setProgressBar(share))
}

async function refuse(
  { window, language, log }: UpdateOptions,
  { problem }: CheckedUpdate & { ok: false },
): Promise<void> {
  log.warn({ problem }, 'an update was refused')
  const words = updateWords(language())
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.refused,
    detail: words.problems[problem],
    buttons: [shellWords(language()).ok],
  })
}

async function isWanted({ window, language }: UpdateOptions, version: string): Promise<boolean> {
  const words = updateWords(language())
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: withVersions(words.title, app.getVersion(), version),
    detail: words.text,
    buttons: [words.install, words.notNow],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

function installAfterEnd({ language, end, log }: UpdateOptions, { header, installer }: CheckedUpdate & { ok: true }) {
  const words = updateWords(language())
  const system: InstallerSystem = {
    openFile: (path) => shell.openPath(path),
    relaunch: (execPath) => app.relaunch({ execPath, args: [] }),
    appImage: appImage(),
  }
  end.begin('person', async (hasBackup) => {
    if (!hasBackup) return dialog.showErrorBox(words.notStarted, words.noBackup)
    try {
      await startInstaller(header.kind, installer, system)
      log.info({ version: header.version }, 'the installer of an update was started')
    } catch (error) {
      log.error({ err: error }, 'the installer of an update did not start')
      dialog.showErrorBox(words.notStarted, words.notStartedText)
    }
  })
}

function appImage(): string | null {
  return process.env['APPIMAGE'] ?? null
}
