import { z } from 'zod'
import { aggregateOf } from '../shared/domain/kinds.ts'
import { mentionsOf } from '../shared/domain/mentions.ts'
import { isPractised, practiceOf, type World } from '../shared/domain/worlds.ts'
import type { ReadableDb, WritableDb } from '../shared/node/openDatabase.ts'
import type { JsonObject } from '../shared/protocol/canonical.ts'
import { CommandError } from './commands/commandError.ts'
import type { DrillSpan } from './store/drill/drillSpan.ts'
import { readState } from './store/projections/entityState.ts'
import { hasDrills } from './store/repositories/crossings.ts'
import { readSetting, writeSetting } from './store/settings.ts'
import type { Store } from './store/store.ts'
import type { AnyDraft } from './store/writer.ts'

/** Local setting: the drill this console takes part in. Which world a console is in is its own affair; the log records it too. */
const SETTING = 'drill'

const present = z.object({ id: z.string(), sinceMs: z.number() })

/** `sinceMs`: what was practised before (ms) belongs to earlier drills, where its device says nothing of one. */
export type DrillNow = z.infer<typeof present>

/**
 * Whether this console is in a drill, and the store as it is seen from there.
 *
 *   real ──start, join──▶ drill ──leave (at once for a real call), end──▶ real
 *
 * Only an act at this console changes it: another console that ends the drill must not turn what is being typed here into a real
 * report.
 */
export interface DrillMode {
  readonly world: World
  readonly now: DrillNow | null
  /** What commands and handlers work with: reads and writes the world this console is in. */
  readonly store: Store
  /** The real world, whichever this console is in. */
  readonly real: Store
  /** The act that enters or leaves, and the change, in one transaction. */
  change(next: DrillNow | null, drafts: readonly AnyDraft[], context: Parameters<Store['append']>[1]): void
}

export function openDrillMode(real: Store): DrillMode {
  const found = present.safeParse(readSetting(real.db, SETTING))
  let now: DrillNow | null = found.success && !hasLeft(real, found.data) ? found.data : null
  let turns = 0
  // Everything but reading and writing events is the same in both worlds; `real` has getters, which a copy would freeze.
  const store: Store = Object.create(real, {
    db: { get: () => (now ? real.drills.of(spanOf(now)) : real.db) },
    version: { get: () => real.version + turns },
    append: {
      value: (
        drafts: readonly AnyDraft[],
        context: Parameters<Store['append']>[1],
        alongside?: (db: WritableDb) => void,
      ) => {
        checkWorld(real.db, now ? 'drill' : 'real', drafts)
        return real.append(drafts, now ? { ...context, drill: spanOf(now) } : context, alongside)
      },
    },
  })
  return {
    get world() {
      return now ? 'drill' : 'real'
    },
    get now() {
      return now
    },
    store,
    real,
    change(next, drafts, context) {
      real.append(drafts, context, (db) => writeSetting(db, SETTING, next))
      now = next
      // Never back to a number that was given before.
      turns += 1
    },
  }
}

/** For this console it goes on, whoever ended it elsewhere. */
function spanOf({ id, sinceMs }: DrillNow): DrillSpan {
  return { id, sinceMs, untilMs: null }
}

/** The setting came back with a backup that was made during the drill; the log knows how it went on. */
function hasLeft({ db, origin }: Store, { id }: DrillNow): boolean {
  const drill = readState(db, 'drill', id)?.state
  const own = drill?.consoles.find((one) => one.id === `console:${origin}`)
  return drill?.ended?.by.origin === origin || (own !== undefined && own.left !== null)
}

/**
 * Nothing real hangs on something practised, nor the other way round; and a drill leaves the registers alone, because they are
 * true in both worlds.
 * @throws {CommandError} drill.isDrill, drill.isReal, drill.reference
 */
function checkWorld(db: ReadableDb, world: World, drafts: readonly AnyDraft[]): void {
  if (world === 'drill' && drafts.some(({ kind }) => practiceOf(kind) === 'reference'))
    throw new CommandError('drill.reference')
  // No drill has ever been here: nothing to mix with.
  if (world === 'real' && !hasDrills(db)) return
  const subjects = new Set(
    drafts
      .filter(({ kind }) => practiceOf(kind) === 'practised')
      .flatMap(({ entity, body }) => mentionsOf(entity, body as JsonObject)),
  )
  for (const subject of subjects) {
    const worlds = worldsOf(db, subject)
    if (worlds.size > 0 && !worlds.has(world))
      throw new CommandError(`drill.${world === 'real' ? 'isDrill' : 'isReal'}`)
  }
}

/** In which worlds anything is known of a practised thing; none when it is new, or shared by both. */
function worldsOf(db: ReadableDb, subject: string): ReadonlySet<World> {
  const rows = db
    .prepare<[string], { kind: string; drill: number }>(
      `SELECT DISTINCT e.kind, d.event_id IS NOT NULL AS drill
       FROM event e LEFT JOIN drill_event d ON d.event_id = e.id WHERE e.entity = ?`,
    )
    .all(subject)
  return new Set(
    rows.filter(({ kind }) => isPractised(aggregateOf(kind))).map(({ drill }) => (drill ? 'drill' : 'real')),
  )
}
