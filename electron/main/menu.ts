import type { MenuItemConstructorOptions } from 'electron'
import type { ShellAsk, ShellState } from '../../shared/shell/shell-messages.ts'
import { shellWords } from './shell-words.ts'

/** What the items do; everything that belongs to the page is asked of it. */
export type MenuActs = {
  readonly ask: (message: ShellAsk) => void
  readonly print: () => void
  readonly savePdf: () => void
  readonly showData: () => void
  readonly zoom: (step: -1 | 0 | 1) => void
  readonly isStartedWithSystem: boolean
  readonly startWithSystem: (isWanted: boolean) => void
}

const PLACES = ['today', 'visits', 'leads', 'board', 'levers', 'review'] as const

/** The menu in the page's language. Accelerators are the system's own where there are such; Ctrl/Cmd+1..6 go to the screens. */
export function menuTemplate(
  language: ShellState['language'],
  platform: NodeJS.Platform,
  acts: MenuActs,
): MenuItemConstructorOptions[] {
  const words = shellWords(language)
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        { label: words.print, accelerator: 'CmdOrCtrl+P', click: acts.print },
        { label: words.savePdf, accelerator: 'CmdOrCtrl+Shift+P', click: acts.savePdf },
        { type: 'separator' },
        { label: words.showData, click: acts.showData },
        {
          label: words.startWithSystem,
          type: 'checkbox',
          checked: acts.isStartedWithSystem,
          click: ({ checked }) => acts.startWithSystem(checked),
        },
        { type: 'separator' },
        { label: words.lock, accelerator: 'CmdOrCtrl+L', click: () => acts.ask({ kind: 'lock' }) },
        { role: 'quit', label: words.quit },
      ],
    },
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
  ]
}
