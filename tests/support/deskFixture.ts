import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundTownship } from '../../electron/commands/setUp.ts'
import { createDesk, type Desk, type DeskOptions } from '../../electron/desk.ts'
import { newId } from '../../electron/deskContext.ts'
import type { SignedIn } from '../../electron/session.ts'
import { readActiveVillages } from '../../electron/store/repositories/villages.ts'
import type { VillageRef } from '../../shared/domain/values.ts'
import { makeClock, type TestClock } from './clock.ts'

export interface TestDesk {
  readonly desk: Desk
  readonly clock: TestClock
  readonly folder: string
  /** 李家湾村, 王家坪村, 石门村, with the references a form would send. */
  readonly villages: readonly VillageRef[]
  /** 陈明, administrator; not signed in. */
  readonly administrator: SignedIn
  /** 张伟, duty officer; signed in. */
  readonly officer: SignedIn
  /** 刘芳, leader on duty; not signed in. */
  readonly leader: SignedIn
}

export interface TestDeskOptions extends Pick<DeskOptions, 'timer' | 'alarmHost'> {
  readonly clock?: TestClock
  readonly folder?: string
}

/**
 * A desk on a fresh folder with 清溪镇 set up and a duty officer signed in, by the product's own commands except for the
 * passwords: nobody has one (scrypt is slow by purpose), so sign somebody in with `desk.context.session.signIn(person)`.
 */
export function openTestDesk({ clock = makeClock(), folder = makeFolder(), ...host }: TestDeskOptions = {}): TestDesk {
  const desk = createDesk({ dataFolder: folder, now: clock.now, version: 'test', ...host })
  const { store, session } = desk.context
  const administrator: SignedIn = { id: newId('person'), name: '陈明', roles: ['administrator'] }
  foundTownship(
    desk.context,
    { name: '清溪镇', division: '510124103', organisation: 'town', county: '郫都区' },
    ['李家湾村', '王家坪村', '石门村'],
    { ...administrator, post: '应急办主任', phone: '13800000001', alsoOnDuty: false },
    { letter: 'A', name: '值班室' },
  )
  const officer: SignedIn = { id: newId('person'), name: '张伟', roles: ['dutyOfficer'] }
  const leader: SignedIn = { id: newId('person'), name: '刘芳', roles: ['leaderOnDuty'] }
  for (const { id, name, roles } of [officer, leader]) {
    store.append([{ kind: 'person.added', entity: id, body: { name, roles: [...roles] }, base: [] }], {
      author: session.author(),
    })
  }
  session.signIn(officer)
  const villages = readActiveVillages(store.db).map(({ id, name }) => ({ id, name }))
  return { desk, clock, folder, villages, administrator, officer, leader }
}

/** The desk of a folder as another start would find it. Close the one before. */
export function reopenDesk(folder: string, clock: TestClock): Desk {
  return createDesk({ dataFolder: folder, now: clock.now, version: 'test' })
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhenshou-test-'))
}
