import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { reportChannels } from '../../../shared/ipc/reports.ts'
import { approveReport } from '../../commands/report/approve.ts'
import {
  draftReport,
  reviseReport,
  unwaiveReporting,
  waiveReporting,
  withdrawReport,
} from '../../commands/report/draft.ts'
import { reachRelief, startRelief, undoRelief } from '../../commands/report/relief.ts'
import { sendReport, tellReport, voidTelling } from '../../commands/report/send.ts'
import type { DeskContext } from '../../deskContext.ts'
import { exportWord } from '../../reports/exportWord.ts'
import { paperOf, textsOf } from '../../reports/papers.ts'
import { prefill, prefillCorrection } from '../../reports/prefill.ts'
import { readReporting } from '../../reports/readReporting.ts'

export function reportHandlers(desk: DeskContext): HandlersOf<typeof reportChannels> {
  return {
    'report.ofIncident': ({ incident }) => readReporting(desk, incident),
    'report.prefill': ({ incident, kind, corrects }) =>
      corrects === undefined ? prefill(desk, incident, kind) : prefillCorrection(desk, incident, corrects),
    'report.draft': (args) => draftReport(desk, args),
    'report.revise': (args) => reviseReport(desk, args),
    'report.approve': (args) => approveReport(desk, args),
    'report.send': (args) => sendReport(desk, args),
    'report.tell': (args) => tellReport(desk, args),
    'report.voidTelling': (args) => voidTelling(desk, args),
    'report.withdraw': (args) => withdrawReport(desk, args),
    'report.waive': (args) => waiveReporting(desk, args),
    'report.unwaive': (args) => unwaiveReporting(desk, args),
    'report.startRelief': (args) => startRelief(desk, args),
    'report.reachRelief': (args) => reachRelief(desk, args),
    'report.undoRelief': (args) => undoRelief(desk, args),
    'report.paper': ({ incident, report }) => paperOf(desk, incident, report).paper,
    'report.texts': ({ incident, report }) => textsOf(desk, incident, report),
    'report.exportWord': ({ incident, report }) => exportWord(desk, incident, report),
  }
}
