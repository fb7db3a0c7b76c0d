import type { HouseholdMark } from '../../shared/domain/evacuation/evacuation.ts'
import { evacuationEntity, HOUSEHOLDS_AT_ONCE } from '../../shared/domain/evacuation/events.ts'
import type { HouseholdRef } from '../../shared/domain/household/events.ts'
import { refOf } from '../../shared/domain/incident/readIncident.ts'
import type { EvacuationArgs, EvacuationHousehold, EvacuationLine } from '../../shared/ipc/evacuations.ts'
import type { DeskContext } from '../deskContext.ts'
import { readEvacuations, readHouseholds } from '../store/repositories/households.ts'
import type { AnyDraft } from '../store/writer.ts'
import { CommandError } from './commandError.ts'
import { findIncident, findOpen } from './incident/actOn.ts'
import { requireRole } from './requireRole.ts'
import { isAhead, isBefore } from './saidTimes.ts'

/**
 * 下达转移: puts the village's households that are on the register (of one danger zone, when one is named) on its list. Without any the
 * order stands, and the village is counted as a whole.
 */
export function orderEvacuation(
  desk: DeskContext,
  { incident: id, village, zone, shelter, authority, at }: EvacuationArgs<'evacuation.order'>,
): { households: number } {
  checkTime(desk, at)
  const incident = refOf(findOpen(desk, id))
  const listed = new Set(findLine(desk, id, village.id)?.households.map((household) => household.id))
  const households = readHouseholds(desk.store.db)
    .filter((one) => one.retired === null && (one.village.id === village.id || one.village.name === village.name))
    .filter((one) => (zone === '' || one.zone === zone) && !listed.has(one.id))
    .map(({ id: household, name, group, people }): HouseholdRef => ({ id: household, name, group, people }))
  const said = { incident, village, zone, shelter, authority, at }
  const drafts: AnyDraft[] = []
  for (let from = 0; from === 0 || from < households.length; from += HOUSEHOLDS_AT_ONCE)
    drafts.push({
      kind: 'evacuation.ordered',
      entity: evacuationEntity(id, village.id),
      body: { ...said, households: households.slice(from, from + HOUSEHOLDS_AT_ONCE) },
    })
  append(desk, drafts)
  return { households: households.length }
}

/** 已转, 拒转, 失联, 已返回, or back to 应转. */
export function markHousehold(desk: DeskContext, args: EvacuationArgs<'evacuation.mark'>): null {
  const { village, base, state, people, at, by, means, note } = args
  checkTime(desk, at)
  const household = findHousehold(desk, args)
  if (sameMark(household.mark, state, people)) throw new CommandError('evacuation.unchanged')
  const body = {
    ...aboutOf(desk, args),
    household: refOfHousehold(household),
    state,
    ...(people === undefined ? {} : { people }),
    at,
    by: by || desk.session.author().name,
    means,
    note,
  }
  return append(desk, [{ kind: 'evacuation.marked', entity: evacuationEntity(args.incident, village.id), base, body }])
}

/** What the village counted itself; the list is not changed by it. */
export function countVillage(desk: DeskContext, args: EvacuationArgs<'evacuation.count'>): null {
  const { village, base, counts, at, by, means, note } = args
  checkTime(desk, at)
  if (Object.values(counts).every((count) => count === null)) throw new CommandError('evacuation.nothingCounted')
  const incident = refOf(findOpen(desk, args.incident))
  checkNotBeforeOrder(desk, args.incident, village.id, at)
  const body = { incident, village, counts, at, by: by || village.name, means, note }
  return append(desk, [{ kind: 'evacuation.counted', entity: evacuationEntity(args.incident, village.id), base, body }])
}

export function strikeOff(desk: DeskContext, args: EvacuationArgs<'evacuation.strikeOff'>): null {
  const household = findHousehold(desk, args)
  const body = { ...aboutOf(desk, args), household: refOfHousehold(household), reason: args.reason }
  return append(desk, [
    { kind: 'evacuation.struckOff', entity: evacuationEntity(args.incident, args.village.id), base: args.base, body },
  ])
}

type OnVillage = Pick<EvacuationArgs<'evacuation.strikeOff'>, 'incident' | 'village' | 'household'>

/** A list goes on after its incident was merged into another: people are still on the way. */
function aboutOf(desk: DeskContext, { incident, village }: OnVillage) {
  const { no, title } = refOf(findIncident(desk, incident))
  return { label: { incident, no, title }, village }
}

function findHousehold(desk: DeskContext, { incident, village, household }: OnVillage): EvacuationHousehold {
  const found = findLine(desk, incident, village.id)?.households.find(({ id }) => id === household)
  if (!found) throw new CommandError('evacuation.notListed')
  return found
}

function findLine({ store }: DeskContext, incident: string, village: string): EvacuationLine | undefined {
  const root = store.db
    .prepare<[string], { root: string }>('SELECT root FROM incident WHERE id = ?')
    .get(incident)?.root
  return readEvacuations(store.db, root ?? incident).find(
    (line) => line.incident === incident && line.village.id === village,
  )
}

function refOfHousehold({ id, name, group, people }: EvacuationHousehold): HouseholdRef {
  return { id, name, group, people }
}

function sameMark(mark: HouseholdMark | null, state: string, people: number | undefined): boolean {
  return (mark?.state ?? 'listed') === state && (mark?.people ?? undefined) === people
}

function checkTime({ now }: DeskContext, at: number): void {
  if (isAhead(at, now())) throw new CommandError('evacuation.timeInFuture')
}

/** A village counts for the list it was given. @throws {CommandError} evacuation.countBeforeOrder */
function checkNotBeforeOrder(desk: DeskContext, incident: string, village: string, at: number): void {
  const ordered = (findLine(desk, incident, village)?.orders ?? []).map((order) => order.at)
  if (isBefore(at, ordered.length > 0 ? Math.min(...ordered) : null, desk.now()))
    throw new CommandError('evacuation.countBeforeOrder')
}

function append(desk: DeskContext, drafts: readonly AnyDraft[]): null {
  const flags = requireRole(desk, 'incident.handle')
  desk.store.append(drafts, { author: desk.session.author(), flags })
  return null
}
