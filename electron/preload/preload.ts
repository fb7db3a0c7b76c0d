import { contextBridge, ipcRenderer } from 'electron'
import { CHANGE, INVOKE } from '../../shared/ipc/names.ts'
import type { Bridge } from '../../shared/ipc/result.ts'

const bridge: Bridge = {
  invoke: (channel, args) => ipcRenderer.invoke(INVOKE, channel, args),
  onChange(listener) {
    // The event object would hand the page a way back into ipcRenderer: only the change itself goes on.
    const pass = (_event: unknown, change: unknown) => listener(change)
    ipcRenderer.on(CHANGE, pass)
    return () => ipcRenderer.off(CHANGE, pass)
  },
}

contextBridge.exposeInMainWorld('zhenshou', bridge)
