import { afterEach, beforeEach, expect, it } from 'vitest'
import { readHubSince } from '../../../electron/store/hubSince.ts'
import { raiseAck } from '../../../electron/store/ownAcks.ts'
import { openStore } from '../../../electron/store/store.ts'
import { reportDelivered } from '../../../shared/domain/report/events.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope } from '../../../shared/protocol/envelope.ts'
import type { Lane } from '../../../shared/protocol/lanes.ts'
import { reopenDesk, type TestDesk } from '../../support/deskFixture.ts'
import { startTestHub, type TestHub } from '../../support/hubFixture.ts'
import { openReportedIncident, reportingOf } from '../../support/reportedIncident.ts'
import { removeFolder } from '../../support/storeFixture.ts'
import { waitFor } from '../../support/waitFor.ts'

const MINUTE = 60_000
const DAYS = 3 * 86_400_000

let test: TestDesk
let incident: string
let began: number
let hub: TestHub
const { view, clocks, draft, approve, send } = reportingOf(() => ({ test, incident }))

beforeEach(async () => {
  ;({ test, incident } = openReportedIncident())
  began = test.clock.now()
  hub = await startTestHub()
})
afterEach(async () => {
  await test.desk.close()
  await hub.close()
  removeFolder(test.folder)
  removeFolder(hub.folder)
})

async function sendOne(kind: 'first' | 'followUp'): Promise<string> {
  const { report } = draft(kind)
  await approve(report)
  send(report)
  return report
}

async function join(): Promise<void> {
  await test.desk.handlers['sync.setHub']({ url: hub.url })
  await test.desk.handlers['sync.enroll']({ code: await hub.enrolCode('510124103', '清溪镇') })
}

/** Reports whose arrival is in the log. */
function delivered(): readonly string[] {
  return test.desk.store.db
    .prepare<[], { bytes: Uint8Array }>("SELECT bytes FROM event WHERE kind = 'report.delivered' ORDER BY id")
    .all()
    .map(
      ({ bytes }) => reportDelivered.parse(openEnvelope(new Uint8Array(bytes), nodePrimitives).envelope.body).report.id,
    )
}

it('a console without a county hub counts from the sending, and goes on to when it joins one', async () => {
  test.clock.advance(5 * MINUTE)
  const first = await sendOne('first')
  test.clock.advance(90 * MINUTE)
  const before = { held: false, hadAt: began + 5 * MINUTE }
  expect([view(first), clocks()]).toMatchObject([before, []])

  test.clock.advance(DAYS)
  const missed = clocks()
  await join()
  const later = await sendOne('followUp')
  await waitFor(delivered, (found) => found.length > 0)
  expect(delivered()).toEqual([later])
  expect(view(first)).toMatchObject(before)
  expect(clocks().filter((clock) => clock.startsWith('first'))).toEqual(missed.filter((one) => one.startsWith('first')))
})

it('after an update nothing is written down for what was sent before it', async () => {
  await join()
  await hub.close()
  test.clock.advance(5 * MINUTE)
  const first = await sendOne('first')
  await test.desk.close()
  // As the version before left it: confirmed and not written down, and since when the hub is known was not kept.
  const store = openStore({ folder: test.folder, now: test.clock.now })
  store.writeLocal((db) => {
    const sent = db
      .prepare<[], { epoch: string; lane: Lane; seq: number }>(
        "SELECT epoch, lane, seq FROM event WHERE kind = 'report.sent'",
      )
      .get()
    if (sent) raiseAck(db, sent.epoch, sent.lane, sent.seq, test.clock.now() + 60 * MINUTE)
    db.exec("DELETE FROM setting WHERE key = 'hubSince'")
  })
  store.close()
  test.clock.advance(DAYS)
  hub = await startTestHub({ folder: hub.folder, port: Number(new URL(hub.url).port) })
  test = { ...test, desk: reopenDesk(test.folder, test.clock) }
  test.desk.context.session.signIn(test.officer)
  await waitFor(() => readHubSince(test.desk.store.db), Boolean)
  const later = await sendOne('followUp')
  await waitFor(delivered, (found) => found.includes(later))
  expect(delivered()).toEqual([later])
  expect(view(first).hadAt).toBe(began + 5 * MINUTE)
})
