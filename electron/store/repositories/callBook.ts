import { survivorOf } from '../../../shared/domain/merging.ts'
import { type CallBook, EMPTY_BOOK } from '../../../shared/domain/task/callOrder.ts'
import type { Recipient } from '../../../shared/domain/task/events.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { readActivePeople } from './people.ts'
import { readTeamMembers, readTeams } from './teams.ts'
import { readActiveVillages } from './villages.ts'

/** Whom the roster knows to ring for a recipient; a team that was merged is rung as the one it became. */
export function readCallBook(db: ReadableDb, { kind, id }: Pick<Recipient, 'kind' | 'id'>): CallBook {
  if (kind === 'team') {
    const teams = readTeams(db)
    const into = new Map(teams.map((team) => [team.id, team.merged?.id ?? null]))
    const stands = survivorOf(id, (one) => into.get(one) ?? null)
    const team = teams.find((one) => one.id === stands) ?? teams.find((one) => one.id === id)
    if (!team) return EMPTY_BOOK
    return { leader: team.leader, dutyPhone: team.phone, members: readTeamMembers(db, team.id) }
  }
  if (kind === 'village') {
    const responsible = readActiveVillages(db).find((village) => village.id === id)?.responsible
    return responsible ? { ...EMPTY_BOOK, leader: { name: responsible.name, phone: responsible.phone } } : EMPTY_BOOK
  }
  const person = readActivePeople(db).find((one) => one.id === id)
  return person ? { ...EMPTY_BOOK, leader: { name: person.name, phone: person.phone } } : EMPTY_BOOK
}

/** Names of the people of the team a task was given to: who belongs to it does not check its work. */
export function readDoers(db: ReadableDb, to: Pick<Recipient, 'kind' | 'id'> | null): readonly string[] {
  if (to?.kind !== 'team') return []
  const { leader, members } = readCallBook(db, to)
  return [...(leader ? [leader.name] : []), ...members.map(({ name }) => name)]
}
