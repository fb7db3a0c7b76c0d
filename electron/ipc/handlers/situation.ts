import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { situationChannels } from '../../../shared/ipc/situation.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readSituation } from '../../store/repositories/situation.ts'

export function situationHandlers(desk: DeskContext): HandlersOf<typeof situationChannels> {
  const { clockRules } = desk
  return {
    'situation.read': ({ incident }) => ({
      incidents: readSituation(desk, incident),
      ringMinutes: clockRules.limit('response.ring', 0)?.minutes ?? null,
      sources: {
        firstHalfHour: clockRules.sourceOf('response.firstHalfHour'),
        ring: clockRules.sourceOf('response.ring'),
      },
    }),
  }
}
