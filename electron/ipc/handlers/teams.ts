import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { teamChannels } from '../../../shared/ipc/teams.ts'
import {
  addTeam,
  editTeam,
  locateTeam,
  mergeTeams,
  removeMember,
  restoreTeam,
  retireTeam,
  setMember,
  setTeamState,
  unmergeTeam,
} from '../../commands/teams.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readTeamLoads } from '../../store/repositories/teamLoad.ts'
import { readTeamDetail, readTeamOptions, readTeams } from '../../store/repositories/teams.ts'

export function teamHandlers(desk: DeskContext): HandlersOf<typeof teamChannels> {
  return {
    'teams.list': () => readTeams(desk.store.db),
    'teams.options': () => readTeamOptions(desk.store.db),
    'teams.get': ({ team }) => readTeamDetail(desk.store.db, team),
    'teams.add': (args) => addTeam(desk, args),
    'teams.edit': (args) => editTeam(desk, args),
    'teams.setMember': (args) => setMember(desk, args),
    'teams.removeMember': (args) => removeMember(desk, args),
    'teams.setState': (args) => setTeamState(desk, args),
    'teams.load': () => readTeamLoads(desk.store.db),
    'teams.locate': (args) => locateTeam(desk, args),
    'teams.retire': (args) => retireTeam(desk, args),
    'teams.restore': (args) => restoreTeam(desk, args),
    'teams.merge': (args) => mergeTeams(desk, args),
    'teams.unmerge': (args) => unmergeTeam(desk, args),
  }
}
