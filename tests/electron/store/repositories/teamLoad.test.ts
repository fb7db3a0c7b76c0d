import { afterEach, beforeEach, expect, it } from 'vitest'
import { issueTasks } from '../../../../electron/commands/task.ts'
import { progressTask } from '../../../../electron/commands/taskActs.ts'
import { addTeam, locateTeam, mergeTeams } from '../../../../electron/commands/teams.ts'
import { readState } from '../../../../electron/store/projections/entityState.ts'
import { readTeamLoads } from '../../../../electron/store/repositories/teamLoad.ts'
import { openTestDesk, type TestDesk } from '../../../support/deskFixture.ts'
import { refusalOf } from '../../../support/refusalOf.ts'

const MINUTE = 60_000
let test: TestDesk
beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const context = () => test.desk.context
const now = () => test.clock.now()
const tips = (aggregate: 'team' | 'task', id: string) => [...(readState(context().store.db, aggregate, id)?.tips ?? [])]
const load = (id: string) => readTeamLoads(context().store.db).find((one) => one.id === id)
function issue(team: string, title: string): string {
  const said = { title, detail: '', at: now(), means: 'phone', urgency: 'ordinary', dueAt: null } as const
  return issueTasks(context(), { ...said, to: [{ kind: 'team', id: team, name: '队' }] })[0]?.id ?? ''
}
const report = (id: string, step: 'departed' | 'arrived' | 'completed') =>
  progressTask(context(), { id, base: tips('task', id), step, at: now(), by: '', means: 'radio' })

it('counts what is in hand and knows the last place from a step or from a word', () => {
  const team = addTeam(context(), { name: '镇应急救援队', kind: 'rescue' }).id
  expect(load(team)).toEqual({ id: team, state: 'standby', open: 0, place: null })
  const [first, second] = [issue(team, '查看石门水库'), issue(team, '封路')]
  report(first, 'departed')
  expect(load(team)).toMatchObject({ open: 2, place: { how: 'departed', place: '查看石门水库', at: now() } })
  test.clock.advance(MINUTE)
  locateTeam(context(), { team, base: tips('team', team), place: '石门村桥头', at: now() })
  expect(load(team)?.place).toEqual({ how: 'said', place: '石门村桥头', at: now() })
  test.clock.advance(MINUTE)
  report(first, 'completed')
  report(second, 'arrived')
  expect(load(team)).toMatchObject({ open: 1, place: { how: 'arrived', place: '封路', at: now() } })
})

it('counts a merged duplicate with the team it is, and refuses a place in the future', () => {
  const team = addTeam(context(), { name: '镇应急救援队', kind: 'rescue' }).id
  const twin = addTeam(context(), { name: '应急队', kind: 'rescue' }).id
  issue(twin, '封路')
  mergeTeams(context(), { team: twin, base: tips('team', twin), into: team, reason: '重复登记' })
  expect([load(team)?.open, load(twin)]).toEqual([1, undefined])
  const said = { team, base: tips('team', team), place: '桥头', at: now() + 5 * MINUTE }
  expect(refusalOf(() => locateTeam(context(), said))).toBe('task.timeInFuture')
})
