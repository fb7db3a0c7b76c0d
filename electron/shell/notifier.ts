import { type BrowserWindow, Notification } from 'electron'

export interface Notifier {
  /** A sentence of the system's own, for when nobody looks at the window. */
  tell(title: string, body: string): void
}

/** Notifications: only what cannot wait until somebody looks, and never while the window is looked at. */
export function createNotifier(window: BrowserWindow, onClick: () => void): Notifier {
  // Kept until closed: a collected Notification no longer hears the click.
  const shown = new Set<Notification>()
  return {
    tell(title, body) {
      if (window.isFocused() || !Notification.isSupported()) return
      const notification = new Notification({ title, body })
      shown.add(notification)
      notification.on('click', onClick)
      notification.on('close', () => shown.delete(notification))
      notification.on('failed', () => shown.delete(notification))
      notification.show()
    },
  }
}
