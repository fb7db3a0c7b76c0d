import { textInForce } from '../../../shared/domain/report/readReport.ts'
import type { ReportArgs, Signature } from '../../../shared/ipc/reports.ts'
import type { Author } from '../../../shared/protocol/envelope.ts'
import type { DeskContext } from '../../deskContext.ts'
import type { SignedIn } from '../../session.ts'
import { readFirstCall } from '../../store/repositories/response.ts'
import { readPost } from '../../store/repositories/township.ts'
import { CommandError } from '../commandError.ts'
import { isBefore } from '../saidTimes.ts'
import { provePassword, requireActive } from '../signIn.ts'
import { act, checkNotAhead, hashContent, limitsNow, type OnIncident, onIncident, requireReport } from './actOn.ts'

/**
 * 签发 by the leader: in place with the leader's own password, while the officer's session stays as it is, or by telephone, as
 * the officer notes it. What is signed is the text the page had on screen.
 * @throws {CommandError} report.*, session.*
 */
export async function approveReport(
  desk: DeskContext,
  { incident: id, base, report: reportId, contentHash, signature }: ReportArgs<'report.approve'>,
): Promise<null> {
  // Who sits at the desk has to be known before anything is asked of the leader.
  desk.session.author()
  const leader = requireSigner(desk, signature.person)
  requireUnsigned(desk, id, reportId, contentHash)
  if (signature.how === 'signedIn') await provePassword(desk, leader.id, signature.password)
  else checkNotAhead(desk, signature.at)
  // While the password was checked another console may have signed or changed it.
  const { on, report, text } = requireUnsigned(desk, id, reportId, contentHash)
  if (signature.how === 'phone') checkNotBeforeCall(desk, on, signature.at)
  const person = { id: leader.id, name: leader.name }
  const unsigned = report.sendings.length > 0
  const body = {
    incident: on.incident,
    report: report.label,
    of: text.by.version,
    contentHash,
    person,
    approval: approvalOf(desk, signature),
    limits: unsigned ? limitsNow(desk, id, ['approval']) : [],
  }
  const approver: Author | null =
    signature.how === 'signedIn' ? { person: leader.id, name: leader.name, role: leader.roles[0] ?? 'staff' } : null
  return act(desk, [{ kind: 'report.approved', entity: on.entity, base, body }], approver)
}

function approvalOf({ now, session }: DeskContext, signature: Signature) {
  if (signature.how === 'signedIn') return { how: 'signedIn' as const, at: now() }
  const { at, phone } = signature
  return { how: 'phone' as const, at, phone, recordedBy: session.author().name }
}

/**
 * Nobody agrees to a report of what nobody had told: such a time is a slip, 2259 typed at 22:26. Before it was drafted is no slip:
 * the leader agrees on the telephone while it is being written. @throws {CommandError} report.consentBeforeCall
 */
function checkNotBeforeCall({ store, now }: DeskContext, { incident: { id, no } }: OnIncident, at: number): void {
  if (isBefore(at, readFirstCall(store.db, id), now())) throw new CommandError('report.consentBeforeCall', { no })
}

/** A leader by role, or whoever holds the leader's post tonight. @throws {CommandError} report.notALeader, session.* */
function requireSigner(desk: DeskContext, id: string): SignedIn {
  const person = requireActive(desk, id)
  const leads = person.roles.includes('leaderOnDuty') || person.roles.includes('townshipHead')
  const onDuty = readPost(desk.store.db, 'leader').holders.some((holder) => holder.id === person.id)
  if (!leads && !onDuty) throw new CommandError('report.notALeader', { name: person.name })
  return person
}

/** @throws {CommandError} report.signedAlready, report.changed, report.notArrived */
function requireUnsigned(desk: DeskContext, id: string, reportId: string, contentHash: string) {
  const on = onIncident(desk, id)
  const report = requireReport(on, reportId)
  const { no } = report.label
  if (report.approval) throw new CommandError('report.signedAlready', { no, name: report.approval.person.name })
  const text = textInForce(report)
  if (!text) throw new CommandError('report.notArrived', { no })
  const signed = report.sendings[0]?.contentHash ?? hashContent(text.content)
  if (signed !== contentHash) throw new CommandError('report.changed', { no })
  return { on, report, text }
}
