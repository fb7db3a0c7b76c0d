import { expect, it } from 'vitest'
import { answerAdmin } from '../../hub/admin/answers.ts'
import type { LogRow } from '../../hub/admin/protocol.ts'
import { describeRow } from '../../hub/cli/describe.ts'
import { loadWords } from '../../hub/cli/words.ts'
import { issueEnrolCode } from '../../hub/core/enrolment.ts'
import { openHub } from '../../hub/openHub.ts'
import { insertEvent } from '../../hub/store/chains.ts'
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
