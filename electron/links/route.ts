import { LANES, type Lane } from '../../shared/protocol/lanes.ts'

/** One link as the choice sees it; links come in order of preference. */
export interface RouteInput {
  readonly id: string
  /** A connection with the hub is open. */
  readonly isOpen: boolean
  /** Up, or never failed yet: another link has to be better to be taken instead. */
  readonly isTrusted: boolean
  /** When it may take over from a link that works; null while it is not up. */
  readonly readyAt: number | null
  readonly isForced: boolean
  readonly mayCarry: (lane: Lane) => boolean
}

/** The link that carries each lane, null where none can. */
export type Routes = readonly [string | null, string | null, string | null]
export const NO_ROUTES: Routes = [null, null, null]

/**
 * Chooses a link for every lane: forced before all, trusted before those still proving themselves, then as configured. A lane
 * stays where it is until a better link has been stable for its hold, so that a flapping one does not drag traffic to and fro.
 */
export function routeLanes(links: readonly RouteInput[], before: Routes, now: number): Routes {
  const choose = (lane: Lane): string | null => {
    const able = links.filter((link) => link.isOpen && link.mayCarry(lane))
    const ranked = able.toSorted((a, b) => rank(a) - rank(b))
    const current = able.find(({ id }) => id === before[lane])
    const best = ranked[0]
    if (!best || !current || best === current) return best?.id ?? null
    if (best.isForced || !current.isTrusted) return best.id
    return best.readyAt !== null && best.readyAt <= now ? best.id : current.id
  }
  const [flash, command, routine] = LANES.map(choose)
  return [flash ?? null, command ?? null, routine ?? null]
}

/** When a better link will be ready to take over, so that the choice is made again; null when nothing waits. */
export function nextTakeover(links: readonly RouteInput[], routes: Routes, now: number): number | null {
  const coming = links.flatMap(({ id, isOpen, readyAt }) =>
    isOpen && readyAt !== null && readyAt > now && !routes.every((route) => route === id) ? [readyAt] : [],
  )
  return coming.length === 0 ? null : Math.min(...coming)
}

function rank({ isForced, isTrusted }: RouteInput): number {
  return isForced ? 0 : isTrusted ? 1 : 2
}
