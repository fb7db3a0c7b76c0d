import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * No menu: every act has its place in the page. macOS alone needs one, for there the keys of editing hang on it; its words are
 * the system's own. Before the app is ready, so that Electron does not first make its default one.
 */
export function setMenu(): void {
  const roles: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(roles) : null)
}
