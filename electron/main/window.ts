import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, screen } from 'electron'
import { guardContents } from './guards.ts'
import { keepPlacement, type Placement, placeOn, readPlacements, SMALLEST } from './window-state.ts'

export type MainWindow = {
  readonly window: BrowserWindow
  /** In front, whatever it was: hidden, minimized, behind. */
  readonly show: () => void
  readonly keepPlace: () => void
  readonly zoom: (step: -1 | 0 | 1) => void
  readonly savePdf: (fileName: string) => Promise<void>
}

const ZOOM_STEP = 0.5
const ZOOM_LIMIT = 3

/** The one window, not yet shown: it comes up with its page in it, or stays in the tray. */
export function createWindow(placements: string): MainWindow {
  const place = placeOn(screen.getAllDisplays(), readPlacements(placements))
  const window = new BrowserWindow({
    ...place.bounds,
    show: false,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  guardContents(window.webContents)
  return {
    window,
    show: shower(window, place),
    keepPlace: () =>
      keepPlacement(placements, screen.getAllDisplays(), {
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
      }),
    zoom: (step) => zoom(window, step),
    savePdf: (fileName) => savePdf(window, fileName),
  }
}

function shower(window: BrowserWindow, place: Placement): () => void {
  let isFirst = true
  return () => {
    if (isFirst && place.isMaximized) window.maximize()
    isFirst = false
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
}

function zoom({ webContents }: BrowserWindow, step: -1 | 0 | 1): void {
  const level = step === 0 ? 0 : webContents.getZoomLevel() + step * ZOOM_STEP
  webContents.setZoomLevel(Math.max(-ZOOM_LIMIT, Math.min(ZOOM_LIMIT, level)))
}

async function savePdf(window: BrowserWindow, fileName: string): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return
  const pdf = await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' })
  await writeFile(filePath, pdf)
}
