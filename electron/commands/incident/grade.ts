import { createHash } from 'node:crypto'
import { claimsOf } from '../../../shared/domain/call/readCall.ts'
import { figureBoard } from '../../../shared/domain/incident/figureBoard.ts'
import { proposeGrade, schemeFor } from '../../../shared/domain/incident/grading.ts'
import { fieldsOf, labelOf, officialOf, ownClaims } from '../../../shared/domain/incident/readIncident.ts'
import type { ProposedGrade } from '../../../shared/ipc/grading.ts'
import type { IncidentArgs } from '../../../shared/ipc/incidents.ts'
import { canonicalJson } from '../../../shared/protocol/canonical.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readIncidentDetail } from '../../store/repositories/incidentDetail.ts'
import { CommandError } from '../commandError.ts'
import { act, findOpen } from './actOn.ts'

/** The grade the rules give for the figures as they stand; null: no rule for this type, or no figure says anything. */
export function readProposedGrade({ store, reportData }: DeskContext, id: string): ProposedGrade | null {
  const detail = readIncidentDetail(store.db, id)
  if (!detail) return null
  const { state } = detail.incident
  const { types, figures } = reportData.classification()
  const type = fieldsOf(state).type?.key ?? ''
  const group = types.find(({ key }) => key === type)?.group
  const { schemes } = reportData.grades()
  const scheme = schemeFor(type, group, schemes)
  if (!scheme) return null
  const claims = [
    ...detail.calls.flatMap(({ state: call }) => claimsOf(call)),
    ...[detail.incident, ...detail.members].flatMap(({ state: one }) => ownClaims(one)),
  ]
  const order = figures.map(({ key }) => key)
  const proposal = proposeGrade(figureBoard(claims, officialOf(state), order), scheme)
  return proposal && { ...proposal, source: scheme.source, rulesHash: hashOf(schemes) }
}

/**
 * The officer's grade: the proposed one, or another with a reason. What was proposed goes into the event, because figures and rules
 * change. @throws {CommandError} incident.gradeReason when it is not the proposed one and no reason is given
 */
export function gradeIncident(desk: DeskContext, args: IncidentArgs<'incident.grade'>) {
  const { id, base, level, because, reason } = args
  const label = labelOf(findOpen(desk, id))
  const proposal = readProposedGrade(desk, id)
  if (level !== proposal?.level && !reason) throw new CommandError('incident.gradeReason')
  const proposed = proposal && {
    scheme: proposal.scheme,
    rulesHash: proposal.rulesHash,
    level: proposal.level,
    because,
  }
  return act(desk, { kind: 'incident.graded', entity: id, body: { label, level, proposed, reason }, base })
}

/** First 16 hexadecimal digits of the schemes' canonical form. */
function hashOf(schemes: readonly object[]): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(schemes))))
    .digest('hex')
    .slice(0, 16)
}
