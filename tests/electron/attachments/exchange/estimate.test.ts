import { expect, it } from 'vitest'
import { estimateTransfer } from '../../../../electron/attachments/exchange/estimate.ts'
import { readLinkRules } from '../../../../electron/links/linkRules.ts'
import type { LinkNow, LinkSettings } from '../../../../shared/ipc/links.ts'
import { linkOf } from '../../../support/linkSettings.ts'

it('says what a transfer takes before it begins: bytes with heads and confirmations, seconds, what is left of the day', () => {
  const link = (settings: Partial<LinkSettings>, billed = 0): LinkNow => ({
    settings: linkOf(settings),
    state: 'up',
    reason: 'answering',
    since: 0,
    nextTryAt: null,
    roundTripMs: 600,
    carries: [0, 1, 2],
    today: { sent: 0, received: 0, billed },
    seconds: [0, 0, 0],
  })
  const rules = readLinkRules()
  expect(estimateTransfer(1_000_000, null, rules)).toMatchObject({ link: null, bytes: 1_000_000, free: false })
  const satellite = estimateTransfer(
    1_000_000,
    link({ kind: 'satellite', bitRate: 64_000, billing: 'byte', budgetBytes: 1_000_000 }, 200_000),
    rules,
  )
  expect(satellite).toMatchObject({ free: false, budgetLeft: 500_000 })
  expect(satellite.seconds).toBeGreaterThanOrEqual(125)
  expect(estimateTransfer(1_000_000, link({}), rules)).toMatchObject({ free: true, budgetLeft: null, seconds: 1 })
})
