import { rooms } from '../../renderer/app/rooms.ts'
import { EVACUATION_ACTS } from '../../renderer/features/evacuation/EvacuationView.tsx'
import { COLUMNS } from '../../renderer/features/evacuation/model.ts'
import { HELP_GROUPS } from '../../renderer/features/help/pages.ts'
import { EMPTY_FORM } from '../../renderer/features/households/model.ts'
import { GROUPS, MARKS } from '../../renderer/features/log/model.ts'
import { REPORT_ACTS, TABS } from '../../renderer/features/reports/ReportPageView.tsx'
import { BOARD_ACTS } from '../../renderer/features/response/boardKeys.ts'
import { SIZES, THEMES } from '../../renderer/look/look.ts'
import { CARD_PARTS } from '../../shared/domain/card/card.ts'
import { EPOCH_REASONS, PASSWORD_PROOFS } from '../../shared/domain/console/events.ts'
import { POSTS } from '../../shared/domain/duty/events.ts'
import { HOUSEHOLD_STATES } from '../../shared/domain/evacuation/events.ts'
import { HOUSEHOLD_ISSUES } from '../../shared/domain/household/sheet.ts'
import { PHASES } from '../../shared/domain/incident/course.ts'
import { incidentFields } from '../../shared/domain/incident/events.ts'
import { LEVELS } from '../../shared/domain/incident/levels.ts'
import { LINE_FIGURES } from '../../shared/domain/intake/claims.ts'
import { bodies } from '../../shared/domain/kinds.ts'
import { ORDER_CLOCKS } from '../../shared/domain/order/events.ts'
import { UTILITIES } from '../../shared/domain/outage/events.ts'
import { REPORT_KINDS } from '../../shared/domain/report/content.ts'
import { RELIEF_CONDITIONS, REPORT_CLOCKS, ROUTES, TIERS } from '../../shared/domain/report/events.ts'
import { REPORT_ITEMS } from '../../shared/domain/report/reportData.ts'
import { HELP_OUTCOMES } from '../../shared/domain/response/events.ts'
import { RESPONSE_LEVELS } from '../../shared/domain/response/levels.ts'
import { RECIPIENT_KINDS, TASK_CLOCKS } from '../../shared/domain/task/events.ts'
import { CALLEE_POSTS, ESCALATION_CAUSES, RING_OUTCOMES } from '../../shared/domain/task/rings.ts'
import { REPORTED_STEPS, TASK_STATUSES, TASK_STEPS } from '../../shared/domain/task/steps.ts'
import { TEAM_STATES, teamFields } from '../../shared/domain/team/events.ts'
import { ROW_ACTIONS } from '../../shared/domain/team/roster/planTeam.ts'
import { ISSUE_CODES, ISSUE_EFFECTS } from '../../shared/domain/team/roster/readCell.ts'
import { NOTICE_CODES, ROSTER_FIELDS } from '../../shared/domain/team/roster/table.ts'
import { MODES, ORGANISATIONS } from '../../shared/domain/township/events.ts'
import { URGENCIES } from '../../shared/domain/urgency.ts'
import { MEANS, ROLES } from '../../shared/domain/values.ts'
import { COUNTY_HOLDS, TRANSFER_WAITS } from '../../shared/ipc/attachments.ts'
import { LANGUAGES } from '../../shared/ipc/languages.ts'
import {
  BILLINGS,
  DEMO_LINK_STATES,
  LINK_KINDS,
  LINK_MODES,
  LINK_REASONS,
  LINK_STATES,
} from '../../shared/ipc/links.ts'
import { VERIFY_STAGES } from '../../shared/ipc/store.ts'
import { DELIVERIES, WAIT_REASONS } from '../../shared/ipc/sync.ts'
import { LANES } from '../../shared/protocol/lanes.ts'

/** What the holes of templates can hold, by `namespace:key`. A template that is not here must match at least one key. */
export const DYNAMIC_KEYS: Readonly<Record<string, readonly string[]>> = {
  'common:rooms.*': rooms.map(({ id }) => id),
  'help:group.*': HELP_GROUPS.map(({ id }) => id),
  'common:level.*': LEVELS,
  'common:delivery.*': DELIVERIES,
  'common:delivery.*Hint': DELIVERIES,
  'common:weekday.*': ['0', '1', '2', '3', '4', '5', '6'],
  'common:mode.*': MODES,
  'common:top.*': POSTS,
  'common:mark.*': MARKS,
  'common:battery.*': ['charging', 'onBattery', 'low', 'veryLow'],
  'common:battery.*Hint': ['charging', 'onBattery', 'low', 'veryLow'],
  'common:link.reason.*': WAIT_REASONS,
  'common:link.kind.*': LINK_KINDS,
  'common:link.brief.*': LINK_STATES,
  'link:state.*': [...LINK_STATES, 'standby', 'forbidden'],
  'link:mode.*': LINK_MODES,
  'link:reason.*': LINK_REASONS,
  'link:billingOf.*': BILLINGS,
  'link:floor.*': ['0', '1', '2'],
  'link:problem.*': ['url', 'card', 'rate', 'budget'],
  'link:demo.*': DEMO_LINK_STATES,
  'common:link.off.*': ['notEnrolled', 'stopped'],
  'common:link.offStory.*': ['notEnrolled', 'stopped'],
  'common:link.connectingStory.*': ['starting', 'retrying', 'enrolling'],
  'intake:lineFigure.*': LINE_FIGURES,
  'intake:lineUnit.*': LINE_FIGURES,
  'log:group.*': Object.keys(GROUPS),
  'log:*': ['correct', 'void', 'restore'],
  'log:*Title': ['correct', 'void', 'restore'],
  'log:*Explained': ['void', 'restore'],
  'settings:look.themes.*': THEMES,
  'settings:look.sizes.*': SIZES,
  'settings:look.languages.*': LANGUAGES,
  'people:role.*': ROLES,
  'setup:organisation.*': ORGANISATIONS,
  'teams:state.*': TEAM_STATES,
  'teams:roster.*': ROSTER_FIELDS,
  'teams:field.*': [...Object.keys(teamFields.shape), 'status', 'retired', 'merged', 'post', 'removed'],
  'teams:*Dialog.title': ['retire', 'restore', 'unmerge'],
  'teams:act.*': ['retire', 'restore', 'unmerge'],
  'teams:problem.*': [
    'nameNeeded',
    'kindNeeded',
    'memberNameNeeded',
    'phone',
    'phoneScientific',
    'strength',
    'leaderNeeded',
  ],
  'roster:issue.*': ISSUE_CODES,
  'roster:short.*': ISSUE_CODES,
  'roster:effect.*': ISSUE_EFFECTS,
  'roster:notices.*': NOTICE_CODES,
  'roster:action.*': ROW_ACTIONS,
  'sentences:*': Object.keys(bodies),
  'sentences:hub.*': ['device.enrolled', 'device.revoked'],
  'sentences:word.epoch.*': EPOCH_REASONS,
  'sentences:word.proof.*': PASSWORD_PROOFS,
  'sentences:word.post.*': POSTS,
  'sentences:word.means.*': MEANS,
  'sentences:word.step.*': REPORTED_STEPS,
  'sentences:word.teamState.*': TEAM_STATES,
  'sentences:word.taskClock.*': TASK_CLOCKS,
  'sentences:word.orderClock.*': ORDER_CLOCKS,
  'reports:kind.*': REPORT_KINDS,
  'reports:state.*': ['awaiting', 'approved', 'sent', 'sentUnsigned', 'delivered', 'read', 'withdrawn'],
  'reports:clock.*': REPORT_CLOCKS,
  'reports:clockMood.*': ['running', 'amber', 'red', 'late'],
  'reports:route.*': ROUTES,
  'reports:tier.*': TIERS,
  'reports:item.*': REPORT_ITEMS,
  'reports:form.*': ['new', 'revise', 'correct'],
  'reports:act.*': [...REPORT_ACTS, 'sendUnsigned'],
  'reports:tab.*': TABS,
  'reports:relief.*': RELIEF_CONDITIONS,
  'sentences:word.relief.*': RELIEF_CONDITIONS,
  'reports:sign.*': ['signedIn', 'phone'],
  'sentences:word.reportKind.*': REPORT_KINDS,
  'sentences:word.reportClock.*': REPORT_CLOCKS,
  'sentences:word.route.*': ROUTES,
  'sentences:word.stage.*': ['amber', 'red'],
  'sentences:word.phase.*': PHASES,
  'sentences:word.householdState.*': HOUSEHOLD_STATES,
  'sentences:word.villageCount.*': ['should', 'moved', 'refused', 'missing'],
  'sentences:word.utility.*': UTILITIES,
  'response:act.*': [...BOARD_ACTS, 'situation', 'incident', 'evacuation'],
  'evacuation:act.*': EVACUATION_ACTS,
  'evacuation:column.*': COLUMNS,
  'evacuation:print.*': ['village', 'group', 'name', 'people', 'phone', 'vulnerable', 'keeper', 'state', 'tick'],
  'households:field.*': Object.keys(EMPTY_FORM),
  'households:issue.*': HOUSEHOLD_ISSUES,
  'response:level.*': RESPONSE_LEVELS,
  'response:part.*': CARD_PARTS,
  'response:stepState.*': ['assigned', 'done', 'notApplicable'],
  'response:step.*Title': ['done', 'notApplicable', 'open'],
  'response:help.outcome.*': HELP_OUTCOMES,
  'response:forces.state.*': ['missed', 'willMiss', 'unknown', 'inTime', 'arrivedLate', 'arrived', 'stopped'],
  'response:overdue.*': ['overdue', 'unanswered'],
  'response:*.title': ['end', 'changeLevel'],
  'response:*.explanation': ['end', 'changeLevel'],
  'response:*.confirm': ['end', 'changeLevel'],
  'response:clock.since.*': ['running', 'over'],
  'sentences:word.responseLevel.*': RESPONSE_LEVELS,
  'sentences:word.helpOutcome.*': HELP_OUTCOMES,
  'sentences:word.incidentField.*': Object.keys(incidentFields.shape),
  'store:verify.stage.*': VERIFY_STAGES,
  'store:verify.lane.*': LANES.map(String),
  'store:verify.what.*': ['unreadable', 'altered', 'unlinked', 'signature'],
  'store:verify.verdict.*': ['good', 'shown', 'files', 'bad'],
  'tasks:status.*': TASK_STATUSES,
  'tasks:step.*': TASK_STEPS,
  'tasks:did.*': [
    ...TASK_STEPS,
    'reissued',
    'returned',
    'cancelled',
    'noted',
    'explained',
    'voided',
    'rung',
    'escalated',
  ],
  'tasks:act.*': ['returned', 'cancelled', 'reissued', 'noted', 'corrected', 'voided', 'restored'],
  'tasks:form.*': ['returned', 'cancelled', 'noted', 'voided', 'restored'],
  'tasks:form.*Hint': ['voided', 'restored'],
  'tasks:late.*': ['soon', 'answerSoon', 'overdue', 'unanswered', 'doneLate'],
  'tasks:calling.outcome.*': RING_OUTCOMES,
  'tasks:calling.post.*': CALLEE_POSTS,
  'tasks:calling.cause.*': ESCALATION_CAUSES,
  'tasks:verify.*': ['consent', 'nobody'],
  'tasks:verify.because.*': ['recipient', 'reporter', 'member'],
  'sentences:word.ringOutcome.*': RING_OUTCOMES,
  'sentences:word.escalationCause.*': ESCALATION_CAUSES,
  'tasks:means.*': MEANS,
  'tasks:urgency.*': URGENCIES,
  'tasks:kind.*': RECIPIENT_KINDS,
  'teams:load.*': ['free', 'resting', 'unavailable'],
  'tasks:scope.*': ['open', 'active', 'all'],
  'tasks:empty.*': ['open', 'active', 'all', 'incident'],
  'tasks:layout.*': ['ledger', 'recipient', 'incident'],
  'tasks:due.*': ['30', '60', '120'],
  'tasks:field.*': ['title', 'detail', 'to', 'at', 'means', 'dueAt', 'urgency', 'acknowledge', 'authority'],
  'attachments:*': ['send', 'fetch'],
  'attachments:waits.*': TRANSFER_WAITS,
  'attachments:county.*': COUNTY_HOLDS,
  'attachments:county.*Hint': COUNTY_HOLDS,
  'orders:status.*': ['issued', 'acknowledged', 'replied', 'closed'],
  'orders:act.*': ['acknowledged', 'replied', 'closed', 'reopened'],
  'orders:did.*': ['acknowledged', 'replied', 'closed', 'reopened', 'explained'],
  'orders:scope.*': ['open', 'all'],
  'orders:empty.*': ['open', 'all'],
}
