import type { World } from '../domain/worlds.ts'

/**
 * Ids of what is typed in a drill begin with it: it is never offered as something real, also when it is kept a moment after the
 * console left the drill. No hexadecimal id begins so.
 */
const DRILL_DRAFT = 'drill'

export function draftIdIn(world: World, id: string): string {
  return world === 'drill' ? `${DRILL_DRAFT}${id}` : id
}

export function worldOfDraft(id: string): World {
  return id.startsWith(DRILL_DRAFT) ? 'drill' : 'real'
}
