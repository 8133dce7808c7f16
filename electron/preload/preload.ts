import { contextBridge, ipcRenderer } from 'electron'

/** All the page gets of Electron: one function that carries a request to the gate and brings its answer back. */
contextBridge.exposeInMainWorld('ninepoint', {
  call: (request: unknown): Promise<unknown> => ipcRenderer.invoke('ninepoint:call', request),
})
