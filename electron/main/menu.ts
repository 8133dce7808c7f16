import type { MenuItemConstructorOptions } from 'electron'
import type { ShellAsk, ShellState } from '../../shared/shell/shell-messages.ts'
import { type ShellWords, shellWords } from './shell-words.ts'

/** What the items do; everything that belongs to the page is asked of it. */
export type MenuActs = {
  readonly ask: (message: ShellAsk) => void
  readonly print: () => void
  readonly savePdf: () => void
  readonly openPacked: () => void
  readonly showData: () => void
  readonly showLogs: () => void
  readonly update: () => void
  readonly about: () => void
  readonly zoom: (step: -1 | 0 | 1) => void
  readonly isStartedWithSystem: () => boolean
  readonly startWithSystem: (isWanted: boolean) => void
}

type Item = MenuItemConstructorOptions

const PLACES = ['today', 'visits', 'leads', 'board', 'levers', 'review'] as const

/** The menu in the page's language. Accelerators are the system's own where there are such; Ctrl/Cmd+1..6 go to the screens. */
export function menuTemplate(language: ShellState['language'], platform: NodeJS.Platform, acts: MenuActs): Item[] {
  const words = shellWords(language)
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [appMenu(words, acts)] : []),
    { label: words.file, submenu: fileItems(words, acts, isMac) },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        { type: 'separator' },
        { label: words.find, accelerator: 'CmdOrCtrl+K', click: () => acts.ask({ kind: 'palette' }) },
      ],
    },
    {
      label: words.go,
      submenu: PLACES.map((place, i) => ({
        label: words.places[place],
        accelerator: `CmdOrCtrl+${i + 1}`,
        click: () => acts.ask({ kind: 'go', path: `/${place}` }),
      })),
    },
    {
      label: words.view,
      submenu: [
        { label: words.larger, accelerator: 'CmdOrCtrl+=', click: () => acts.zoom(1) },
        { label: words.smaller, accelerator: 'CmdOrCtrl+-', click: () => acts.zoom(-1) },
        { label: words.usualSize, accelerator: 'CmdOrCtrl+0', click: () => acts.zoom(0) },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    ...(isMac ? [{ label: words.window, submenu: [{ role: 'minimize', label: words.minimize } as const] }] : []),
    { label: words.help, role: 'help', submenu: helpItems(words, acts, isMac) },
  ]
}

function fileItems(words: ShellWords, acts: MenuActs, isMac: boolean): Item[] {
  return [
    { label: words.print, accelerator: 'CmdOrCtrl+P', click: acts.print },
    { label: words.savePdf, accelerator: 'CmdOrCtrl+Shift+P', click: acts.savePdf },
    { type: 'separator' },
    { label: words.packed, accelerator: 'CmdOrCtrl+O', click: acts.openPacked },
    { label: words.showData, click: acts.showData },
    {
      label: words.startWithSystem,
      type: 'checkbox',
      checked: acts.isStartedWithSystem(),
      click: ({ checked }) => acts.startWithSystem(checked),
    },
    ...(isMac ? [] : [settingsItem(words, acts)]),
    { type: 'separator' },
    { label: words.lock, accelerator: 'CmdOrCtrl+L', click: () => acts.ask({ kind: 'lock' }) },
    ...(isMac ? [] : [quitItem(words)]),
  ]
}

/** The first menu of a Mac, where that system looks for these. */
function appMenu(words: ShellWords, acts: MenuActs): Item {
  return {
    label: words.appName,
    submenu: [
      { label: words.about, click: acts.about },
      { type: 'separator' },
      settingsItem(words, acts),
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      { type: 'separator' },
      quitItem(words),
    ],
  }
}

function helpItems(words: ShellWords, acts: MenuActs, isMac: boolean): Item[] {
  return [
    { label: words.shortcuts, accelerator: 'CmdOrCtrl+/', click: () => acts.ask({ kind: 'shortcuts' }) },
    { type: 'separator' },
    { label: words.update, click: acts.update },
    { label: words.logs, click: acts.showLogs },
    ...(isMac ? [] : [{ type: 'separator' } as const, { label: words.about, click: acts.about }]),
  ]
}

function settingsItem(words: ShellWords, acts: MenuActs): Item {
  return {
    label: words.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => acts.ask({ kind: 'go', path: '/settings' }),
  }
}

function quitItem(words: ShellWords): Item {
  return { role: 'quit', label: words.quit }
}
