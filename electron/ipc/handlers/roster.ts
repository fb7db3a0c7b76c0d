import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { rosterChannels } from '../../../shared/ipc/roster.ts'
import { type ImportProgress, importRoster } from '../../commands/importRoster.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readRoster } from '../../documents/readRoster.ts'
import { readKnownTeams } from '../../store/repositories/teams.ts'
import { readActiveVillages } from '../../store/repositories/villages.ts'

export function rosterHandlers(desk: DeskContext): HandlersOf<typeof rosterChannels> {
  const progress: ImportProgress = { current: null }
  return {
    'roster.read': (file) => readRoster(file),
    'roster.known': () => ({
      teams: readKnownTeams(desk.store.db),
      villages: readActiveVillages(desk.store.db).map(({ id, name }) => ({ id, name })),
    }),
    'roster.import': (args) => importRoster(desk, args, progress),
    'roster.progress': () => progress.current,
  }
}
