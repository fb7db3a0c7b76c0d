import { expect, it } from 'vitest'
import { answerAdmin } from '../../hub/admin/answers.ts'
import type { LogRow, OrderRow } from '../../hub/admin/protocol.ts'
import { describeRow } from '../../hub/cli/describe.ts'
import { loadWords } from '../../hub/cli/words.ts'
import { issueEnrolCode } from '../../hub/core/enrolment.ts'
import { openHub } from '../../hub/openHub.ts'
import { insertEvent } from '../../hub/store/chains.ts'
import { readEventsOfKind } from '../../hub/store/reports.ts'
import { FLAG_DRILL } from '../../shared/protocol/envelope.ts'
import { makeFolder } from '../support/deskFixture.ts'
import { makeForeignDevice } from '../support/foreignDevice.ts'
import { silentLog } from '../support/silentLog.ts'

const division = '360123101'

it('says which lines of a township were practised: nobody at the county takes a drill for a disaster', async () => {
  const hub = openHub(makeFolder(), silentLog)
  issueEnrolCode({ ...hub.ports, store: hub.store() }, hub.hubId, { division, name: '青山镇' })
  const write = makeForeignDevice({ origin: `d${'7'.repeat(30)}`, scope: division }, () => 0)
  const entered = (entity: string, flags: number) =>
    write({ kind: 'log.entered', entity, lane: 2, body: { at: 0, text: '山体滑坡，埋压3人' }, flags })
  for (const sealed of [entered('log-real', 0), entered('log-drill', FLAG_DRILL)]) insertEvent(hub.db(), sealed, 0)
  const rows = [...answerAdmin(hub, { command: 'log', division })] as LogRow[]
  hub.close()
  expect(rows.map(({ entity, drill }) => [entity, drill])).toEqual([
    ['log-real', false],
    ['log-drill', true],
  ])
  const words = await loadWords('zh-CN')
  const lines = rows.flatMap((row) => describeRow(words, { command: 'log', division }, row))
  expect(lines.map((line) => line.includes('【演练】'))).toEqual([false, true])
})

it('says an order of a drill as one: marked for consoles and people, numbered apart', async () => {
  const hub = openHub(makeFolder(), silentLog)
  issueEnrolCode({ ...hub.ports, store: hub.store() }, hub.hubId, { division, name: '青山镇' })
  const give = {
    command: 'order',
    division,
    title: '转移石门村',
    text: '',
    urgent: false,
    replyBy: null,
    by: '李科',
  } as const
  const [practised] = [...answerAdmin(hub, { ...give, drill: true })] as OrderRow[]
  const [real] = [...answerAdmin(hub, give)] as OrderRow[]
  const flags = readEventsOfKind(hub.db(), 'order.issued').map(({ envelope }) => envelope.flags & FLAG_DRILL)
  const words = await loadWords('zh-CN')
  const lines = [practised, real].map((row) => describeRow(words, { command: 'orders' }, row)[0] ?? '')
  hub.close()
  expect(flags).toEqual([FLAG_DRILL, 0])
  expect([practised?.no, real?.no]).toEqual([`演-${real?.no}`, expect.stringMatching(/^\d{4}-县01$/)])
  expect(lines.map((line) => line.includes('【演练】'))).toEqual([true, false])
})
