import type { LinkWay } from '../../shared/domain/review/linkSpells.ts'
import type { LinkKind } from '../../shared/ipc/links.ts'
import type { Cancel, Clock, Log } from '../../shared/protocol/ports.ts'
import { beginLinkSpell, extendLinkSpell } from '../store/repositories/linkSpells.ts'
import type { Store } from '../store/store.ts'
import type { LinkReport } from '../sync/linkReport.ts'

/** A link as far as its history is concerned. */
export type LinkSeen = Pick<LinkReport, 'state' | 'reason' | 'carries'> & { readonly kind: LinkKind }

interface HistoryPorts {
  readonly store: Pick<Store, 'writeLocal'>
  readonly clock: Clock
  readonly log: Log
  /** Every configured link now; null while there is no county to reach. */
  readonly look: () => readonly LinkSeen[] | null
}

const LOOK_MS = 5_000
/** A way counts once it has been seen for so long: a start, or a link that blinks, is no outage. */
const HELD_MS = 15_000
/** A spell cut off by the power is known to have lasted until at most so long before. */
const KEEP_MS = 60_000
/** A look so late that the computer slept, or its clock was set forward: nobody knows what was in between. */
const UNSEEN_MS = 60_000
/** After a write that failed: what is left of a full disk, and of its reserve, is for duty. */
const RETRY_MS = 5 * 60_000

/**
 * Writes down how this console reaches its county, spell by spell, for the review of an incident. It looks now and then and writes
 * when something changed, else once a minute: nothing of the exchange waits for it. @returns ends it.
 */
export function keepLinkHistory({ store, clock, log, look }: HistoryPorts): Cancel {
  let seen: { readonly way: LinkWay; readonly since: number } | null = null
  let spell: { readonly id: number; readonly way: LinkWay; readonly until: number } | null = null
  let lookedAt = clock.now()
  let restsUntil = Number.NEGATIVE_INFINITY
  let cancel = clock.after(0, sample)

  function sample(): void {
    cancel = clock.after(LOOK_MS, sample)
    if (clock.monotonic() < restsUntil) return
    const now = clock.now()
    const before = lookedAt
    lookedAt = now
    keep(() => {
      if (now - before > UNSEEN_MS) {
        seen = null
        finish(before)
      }
      note(wayOf(look()), now)
    })
  }

  function note(way: LinkWay | null, now: number): void {
    // Set back: what was seen by the old reading is not continued by the new one.
    if (seen && now < seen.since) seen = null
    if (way === null || way !== seen?.way) seen = way === null ? null : { way, since: now }
    if (spell && spell.way === way) {
      if (now < spell.until) spell = null
      else if (now - spell.until >= KEEP_MS) extend(now)
    } else if (way === null) finish(now)
    else if (seen && now - seen.since >= HELD_MS) {
      finish(seen.since)
      const id = store.writeLocal((db) => beginLinkSpell(db, way, seen?.since ?? now, now))
      spell = { id, way, until: now }
    }
  }

  function finish(now: number): void {
    if (spell && now > spell.until) extend(now)
    spell = null
  }

  function extend(until: number): void {
    if (!spell) return
    const { id, way, until: from } = spell
    const kept = store.writeLocal((db) => (extendLinkSpell(db, id, until) ? id : beginLinkSpell(db, way, from, until)))
    spell = { id: kept, way, until }
  }

  /** A full disk is told elsewhere; the links go on, and what was not kept is not known. */
  function keep(write: () => void): void {
    try {
      write()
    } catch (error) {
      log.warn('link.historyNotKept', { reason: String(error) })
      seen = null
      spell = null
      restsUntil = clock.monotonic() + RETRY_MS
    }
  }

  return () => {
    cancel()
    keep(() => finish(clock.now()))
  }
}

/** A satellite that rests between two calls still is the way to the county. Null: nothing to say. */
export function wayOf(links: readonly LinkSeen[] | null): LinkWay | null {
  if (!links) return null
  const isOpen = ({ state, reason }: LinkSeen) =>
    state === 'up' || state === 'degraded' || state === 'draining' || reason === 'standby'
  const carrying = links.filter(({ carries }) => carries.length > 0)
  const used = carrying.length > 0 ? carrying : links.filter(isOpen)
  if (used.length === 0) return 'none'
  return used.every(({ kind }) => kind === 'satellite') ? 'satellite' : 'wide'
}
