import { contextBridge, ipcRenderer } from 'electron'

/**
 * All the page gets of Electron, two functions: `call` carries a request to the main side and brings its answer back, `on` hears what
 * the menu, the tray and the reminders ask of the page. No event object passes, and nothing can be taken off again by name.
 */
contextBridge.exposeInMainWorld(
  'ninepoint',
  Object.freeze({
    call: (request: unknown): Promise<unknown> => ipcRenderer.invoke('ninepoint:call', request),
    on: (listener: (message: unknown) => void): void => {
      ipcRenderer.on('ninepoint:ask', (_event, message: unknown) => listener(message))
    },
  }),
)
