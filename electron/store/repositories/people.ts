import type { Folded } from '../../../shared/domain/fold.ts'
import { mergedOf } from '../../../shared/domain/merging.ts'
import { type Person, rolesOf } from '../../../shared/domain/person/person.ts'
import { revocationOf } from '../../../shared/domain/person/revocation.ts'
import { textOf } from '../../../shared/domain/registers.ts'
import type { PersonRef } from '../../../shared/domain/values.ts'
import type { LikelySame, PersonLine } from '../../../shared/ipc/people.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import { hlcMs } from '../../../shared/protocol/hlc.ts'
import { readFolded, readState } from '../projections/entityState.ts'
import { readHoldersOf } from './credentials.ts'
import { readSurvivors, survivorsOf } from './merged.ts'

/** Everybody, merged and revoked ones too, by name. */
export function readPeople(db: ReadableDb): readonly PersonLine[] {
  const people = readFolded(db, 'person')
  const survivors = survivorsOf(people.map(({ state }) => state))
  const holders = { password: readHoldersOf(db, 'password'), code: readHoldersOf(db, 'code') }
  const accessOf = (id: string): PersonLine['access'] => {
    if (survivors.aliases(id).some((alias) => holders.password.has(alias))) return 'password'
    return holders.code.has(id) ? 'code' : 'none'
  }
  return people
    .map((folded) => lineOf(folded, accessOf(folded.state.id)))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

function lineOf({ state, tips }: Folded<Person>, access: PersonLine['access']): PersonLine {
  const revocation = revocationOf(state)
  return {
    id: state.id,
    tips,
    name: textOf(state.fields, 'name'),
    phone: textOf(state.fields, 'phone'),
    post: textOf(state.fields, 'post'),
    roles: rolesOf(state),
    merged: mergedOf(state.fields),
    revoked: revocation && { reason: revocation.reason, by: revocation.by.name, atMs: hlcMs(revocation.by.hlc) },
    contested: Object.keys(state.fields).filter((field) => state.fields[field]?.rivals),
    access,
  }
}

/** Those who may be named or may act now. */
export function readActivePeople(db: ReadableDb): readonly PersonLine[] {
  return readPeople(db).filter((person) => !person.merged && !person.revoked)
}

/** The person who stands for an id now, or null when nothing of them has arrived. */
export function readPerson(db: ReadableDb, id: string): Person | null {
  return readState(db, 'person', readSurvivors(db, 'person').of(id))?.state ?? null
}

/** Suggests whom to merge. Never decides: a township has many 王伟. Whoever shares both is named once, by phone. */
export function findLikelySame(people: readonly PersonLine[]): readonly LikelySame[] {
  const byPhone = groupsOf('phone', people, ({ phone }) => phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''))
  const told = new Set(byPhone.map(idsOf))
  const byName = groupsOf('name', people, ({ name }) => name.replace(/\s/g, ''))
  return [...byPhone, ...byName.filter((group) => !told.has(idsOf(group)))]
}

function groupsOf(
  by: LikelySame['by'],
  people: readonly PersonLine[],
  keyOf: (person: PersonLine) => string,
): readonly LikelySame[] {
  const groups = new Map<string, PersonRef[]>()
  for (const person of people) {
    const key = keyOf(person)
    const group = groups.get(key)
    if (group) group.push({ id: person.id, name: person.name })
    else if (key !== '') groups.set(key, [{ id: person.id, name: person.name }])
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => ({ by, people: group }))
}

function idsOf({ people }: LikelySame): string {
  return people.map(({ id }) => id).join()
}
