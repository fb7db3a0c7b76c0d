import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { incidentChannels } from '../../../shared/ipc/incidents.ts'
import {
  advanceIncident,
  dismissIncident,
  reopenIncident,
  restoreIncident,
  undismissIncident,
  voidIncident,
} from '../../commands/incident/course.ts'
import {
  adoptFigure,
  claimFigures,
  correctIncident,
  noteIncident,
  returnTransfer,
  transferIncident,
  withdrawClaim,
} from '../../commands/incident/facts.ts'
import { gradeIncident, readProposedGrade } from '../../commands/incident/grade.ts'
import { mergeIncident, splitIncident, unmergeIncident, unsplitIncident } from '../../commands/incident/merging.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readIncidentDetail } from '../../store/repositories/incidentDetail.ts'
import { readIncidentPage } from '../../store/repositories/incidents.ts'
import { readIncidentTimeline } from '../../store/repositories/incidentTimeline.ts'

export function incidentHandlers(desk: DeskContext): HandlersOf<typeof incidentChannels> {
  const { store } = desk
  return {
    'incident.page': ({ filter, ...page }) => readIncidentPage(store.db, filter, page),
    'incident.detail': ({ id }) => readIncidentDetail(store.db, id),
    'incident.timeline': ({ id, before, limit }) => readIncidentTimeline(store.db, store.origin, id, before, limit),
    'incident.correct': (args) => correctIncident(desk, args),
    'incident.proposedGrade': ({ id }) => readProposedGrade(desk, id),
    'incident.grade': (args) => gradeIncident(desk, args),
    'incident.advance': (args) => advanceIncident(desk, args),
    'incident.reopen': (args) => reopenIncident(desk, args),
    'incident.dismiss': (args) => dismissIncident(desk, args),
    'incident.undismiss': (args) => undismissIncident(desk, args),
    'incident.merge': (args) => mergeIncident(desk, args),
    'incident.unmerge': (args) => unmergeIncident(desk, args),
    'incident.split': (args) => splitIncident(desk, args),
    'incident.unsplit': (args) => unsplitIncident(desk, args),
    'incident.transfer': (args) => transferIncident(desk, args),
    'incident.returnTransfer': (args) => returnTransfer(desk, args),
    'incident.claimFigures': (args) => claimFigures(desk, args),
    'incident.withdrawClaim': (args) => withdrawClaim(desk, args),
    'incident.adoptFigure': (args) => adoptFigure(desk, args),
    'incident.note': (args) => noteIncident(desk, args),
    'incident.void': (args) => voidIncident(desk, args),
    'incident.restore': (args) => restoreIncident(desk, args),
  }
}
