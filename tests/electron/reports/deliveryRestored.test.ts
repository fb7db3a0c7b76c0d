import { cpSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Desk } from '../../../electron/desk.ts'
import { createDeliveryRecorder } from '../../../electron/reports/recordDelivered.ts'
import { createSyncStore } from '../../../electron/store/syncStore.ts'
import { reportDelivered } from '../../../shared/domain/report/events.ts'
import { nodePrimitives } from '../../../shared/node/primitives.ts'
import { openEnvelope, type SealedEvent } from '../../../shared/protocol/envelope.ts'
import { makeFolder, reopenDesk } from '../../support/deskFixture.ts'
import { openReportedIncident, reportingOf } from '../../support/reportedIncident.ts'
import { removeFolder } from '../../support/storeFixture.ts'

const MINUTE = 60_000

function eventsOf({ store }: Desk): readonly SealedEvent[] {
  return store.db
    .prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM event ORDER BY id')
    .all()
    .map(({ bytes }) => openEnvelope(new Uint8Array(bytes), nodePrimitives))
}

const recorded = (desk: Desk): readonly number[] =>
  eventsOf(desk)
    .filter(({ envelope }) => envelope.kind === 'report.delivered')
    .map(({ envelope }) => reportDelivered.parse(envelope.body).at)

function confirm({ store }: Desk, at: number): void {
  const sync = createSyncStore(store)
  for (const { epoch, lane, head } of sync.ownChains()) sync.saveAck({ epoch, lane }, head.seq, at)
}

it('while own records come back from the hub no arrival is written down a second time', async () => {
  const { test: opened, incident } = openReportedIncident()
  let test = opened
  const { clock, folder } = test
  const { draft, approve, send } = reportingOf(() => ({ test, incident }))
  const pin = { hubId: 'h'.repeat(32), publicKey: '0'.repeat(64), hubEpoch: 'hub-epoch' }
  const { store } = test.desk
  createSyncStore(store).saveEnrolled({ pin, township: { division: store.scope, name: '清溪镇' }, letter: 'A' })
  await test.desk.close()
  const old = makeFolder()
  cpSync(folder, old, { recursive: true })

  test = { ...test, desk: reopenDesk(folder, clock) }
  test.desk.context.session.signIn(test.officer)
  clock.advance(5 * MINUTE)
  const { report } = draft()
  await approve(report)
  send(report)
  confirm(test.desk, clock.now())
  createDeliveryRecorder(test.desk.context)()
  const arrived = recorded(test.desk)
  expect(arrived).toEqual([clock.now()])
  const held = eventsOf(test.desk)
  await test.desk.close()

  clock.advance(90 * MINUTE)
  const restored = reopenDesk(old, clock)
  const sync = createSyncStore(restored.store)
  const record = createDeliveryRecorder(restored.context)
  record()
  sync.setRecovering(true)
  const isLast = ({ envelope }: SealedEvent) => envelope.kind === 'report.delivered'
  sync.applyOwn(held.filter((event) => !isLast(event)))
  confirm(restored, clock.now())
  record()
  expect(recorded(restored)).toEqual([])
  sync.applyOwn(held.filter(isLast))
  sync.setRecovering(false)
  record()
  expect(recorded(restored)).toEqual(arrived)
  await restored.close()
  removeFolder(folder)
  removeFolder(old)
})
