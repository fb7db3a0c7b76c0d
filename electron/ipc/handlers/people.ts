import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { peopleChannels } from '../../../shared/ipc/people.ts'
import { issueCode } from '../../commands/passwords.ts'
import {
  addPerson,
  changeRoles,
  editPerson,
  mergePeople,
  reinstatePerson,
  revokePerson,
  unmergePerson,
} from '../../commands/people.ts'
import type { DeskContext } from '../../deskContext.ts'
import { findLikelySame, readActivePeople, readPeople } from '../../store/repositories/people.ts'

export function peopleHandlers(desk: DeskContext): HandlersOf<typeof peopleChannels> {
  return {
    'people.list': () => readPeople(desk.store.db),
    'people.options': () =>
      readActivePeople(desk.store.db).map(({ id, name, post, phone, roles }) => ({ id, name, post, phone, roles })),
    'people.likelySame': () => findLikelySame(readActivePeople(desk.store.db)),
    'people.add': (person) => addPerson(desk, person),
    'people.edit': (args) => editPerson(desk, args),
    'people.changeRoles': (args) => changeRoles(desk, args),
    'people.merge': (args) => mergePeople(desk, args),
    'people.unmerge': (args) => unmergePerson(desk, args),
    'people.revoke': (args) => revokePerson(desk, args),
    'people.reinstate': (args) => reinstatePerson(desk, args),
    'people.issueCode': (args) => issueCode(desk, args),
  }
}
