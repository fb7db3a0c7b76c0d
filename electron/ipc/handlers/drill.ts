import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { drillChannels } from '../../../shared/ipc/drill.ts'
import { joinDrill, leaveDrill, readDrillState, startDrill } from '../../commands/drill.ts'
import { endDrill, readDrillOpen } from '../../commands/drillEnd.ts'
import { readDrillIncidents } from '../../commands/drillPast.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readDrills } from '../../store/repositories/drills.ts'

/** @param onTurn told when this console goes into another world: everything on screen is of the other one. */
export function drillHandlers(
  desk: DeskContext,
  { onTurn, countRealAlarms }: { onTurn(): void; countRealAlarms(): number },
): HandlersOf<typeof drillChannels> {
  const turning = <Args, Result>(act: (desk: DeskContext, args: Args) => Result) => {
    return (args: Args): Result => {
      const result = act(desk, args)
      onTurn()
      return result
    }
  }
  return {
    'drill.now': () => ({ ...readDrillState(desk), realAlarms: desk.drill.now ? countRealAlarms() : 0 }),
    'drill.start': turning(startDrill),
    'drill.join': turning(joinDrill),
    'drill.leave': turning(leaveDrill),
    'drill.open': () => readDrillOpen(desk),
    'drill.end': turning(endDrill),
    'drill.list': () => readDrills(desk.drill.real.db),
    'drill.incidents': ({ id }) => readDrillIncidents(desk, id),
  }
}
