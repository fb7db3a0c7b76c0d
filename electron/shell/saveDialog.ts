import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { DocumentHost } from '../documents/documentHost.ts'

/** The system's own save dialog, over our window; it asks by itself before a file is replaced. */
export const saveDialog: DocumentHost = {
  async chooseSavePath({ fileName, extension }) {
    const options = {
      defaultPath: join(app.getPath('documents'), fileName),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    }
    const window = ourWindow()
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    if (canceled || filePath === '') return null
    // The Linux dialog does not add the extension when the person types another name.
    return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
  },
  async printPdf() {
    const window = ourWindow()
    if (!window) throw new Error('no window to print')
    // Sizes and margins are the page's own (@page): the same paper as from the printer.
    return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  },
}

function ourWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
}
