import { useSyncExternalStore } from 'react'

/** Where the page stands: a room and, in it, one thing (an incident's id, a day). Kept in the address, so a reload comes back to it. */
export interface Route {
  readonly room: string
  readonly target: string | null
}

/** `#/incident/incident-0abc` → room and target. */
export function parseRoute(hash: string): Route {
  const [room = '', target = ''] = hash.replace(/^#\/?/, '').split('/')
  try {
    return { room: decodeURIComponent(room), target: decodeURIComponent(target) || null }
  } catch {
    // An address somebody cut short: the first room.
    return { room: '', target: null }
  }
}

export function formatRoute({ room, target }: Route): string {
  return `#/${[room, ...(target ? [target] : [])].map(encodeURIComponent).join('/')}`
}

/** Opens a room, with one thing in it. */
export function goTo(room: string, target: string | null = null): void {
  location.hash = formatRoute({ room, target })
}

function followHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  return parseRoute(
    useSyncExternalStore(
      followHash,
      () => location.hash,
      () => '',
    ),
  )
}
