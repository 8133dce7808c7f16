import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import type { ShellState } from '../../shared/shell/shell-messages.ts'
import { shellWords, withCount } from './shell-words.ts'

/** The program's place beside the clock: today's count, a click brings the window. `dress` after every change of the state. */
export function createTray(show: () => void): { readonly dress: (state: ShellState) => void } {
  const tray = new Tray(nativeImage.createFromPath(join(import.meta.dirname, '../renderer/tray.png')))
  tray.on('click', show)
  return {
    dress: ({ language, due }) => {
      const words = shellWords(language)
      tray.setToolTip(due === null ? words.nobody : due === 0 ? words.allDone : withCount(words.due, due))
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: words.open, click: show },
          { role: 'quit', label: words.quit },
        ]),
      )
    },
  }
}
