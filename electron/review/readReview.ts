import { claimsOf } from '../../shared/domain/call/readCall.ts'
import { figureBoard } from '../../shared/domain/incident/figureBoard.ts'
import { officialOf, ownClaims } from '../../shared/domain/incident/readIncident.ts'
import { reportClocks } from '../../shared/domain/report/clocks.ts'
import { responseEntity } from '../../shared/domain/response/events.ts'
import { pastReviewEntity, reviewEntity } from '../../shared/domain/review/events.ts'
import { linkRecord } from '../../shared/domain/review/linkSpells.ts'
import { milestonesOf, type ReviewFacts } from '../../shared/domain/review/milestones.ts'
import type { LessonLine, ReviewPage } from '../../shared/domain/review/page.ts'
import { lessonsSince, lessonValues } from '../../shared/domain/review/review.ts'
import { CLOCK_RULES } from '../../shared/domain/rules.ts'
import type { ArgsOf } from '../../shared/ipc/contract.ts'
import { openPastDrill } from '../commands/drillPast.ts'
import type { DeskContext } from '../deskContext.ts'
import { readState } from '../store/projections/entityState.ts'
import { readCountyHad } from '../store/repositories/countyHad.ts'
import { readEvacuationStates } from '../store/repositories/households.ts'
import { readIncidentDetail } from '../store/repositories/incidentDetail.ts'
import { readLinkSpells } from '../store/repositories/linkSpells.ts'
import { readReportedIncident } from '../store/repositories/reporting.ts'
import { readInterruptions, readPeopleOf, readTasksOf } from '../store/repositories/review.ts'

/** 复盘 of an incident, running or ended: put together from what is recorded and from the limits of today. */
export function readReview(desk: DeskContext, { incident: id, drill: past }: ArgsOf<'review.read'>): ReviewPage | null {
  const { clockRules, reportData, drill, now } = desk
  const db = past === undefined ? desk.store.db : openPastDrill(desk, past)
  const reported = readReportedIncident(db, id)
  const detail = readIncidentDetail(db, id)
  if (!reported || !detail) return null
  const { facts, parts, type, incident } = reported
  const counted = facts.endedAt !== null && reportData.isCounted(type)
  const had = readCountyHad(db, desk.store.origin, parts)
  const ring = clockRules.limit('response.ring', facts.receivedAt)
  const review = readState(db, 'review', reviewEntity(id))
  const written = review?.state.lessons ?? []
  const followUps = new Set(written.map(({ task }) => task?.id))
  // After a drill its lessons are real, and so are their tasks.
  const since = past === undefined ? null : readState(drill.real.db, 'review', pastReviewEntity(id))
  const tasksDb = past === undefined ? db : drill.real.db
  const reviewed: ReviewFacts = {
    incident: detail.incident.state,
    receivedAt: facts.receivedAt,
    parts,
    had,
    deadlines: reportClocks(parts, { ...facts, counted, had }, clockRules.reports, now()),
    response: readState(db, 'response', responseEntity(id))?.state ?? null,
    // What follows from the lessons came after the incident and is no step of it.
    tasks: readTasksOf(db, id).filter((task) => !followUps.has(task.id)),
    evacuations: readEvacuationStates(db, id),
    ring: ring ? { dueAt: ring.dueAt, rule: ring.rule } : null,
    now: now(),
  }
  const until = facts.endedAt ?? now()
  const members = [detail.incident, ...detail.members]
  const claims = [
    ...members.flatMap(({ state }) => ownClaims(state)),
    ...detail.calls.flatMap(({ state }) => claimsOf(state)),
  ]
  return {
    incident,
    tips: (past === undefined ? review : since)?.tips ?? [],
    drill: past !== undefined || drill.world === 'drill',
    endedAt: facts.endedAt,
    receivedAt: facts.receivedAt,
    receivedBy: detail.incident.state.opened?.name ?? '',
    lines: milestonesOf(reviewed).map((line) => ({ ...line, source: sourceOf(desk, line.limit?.rule ?? '') })),
    figures: figureBoard(claims, officialOf(detail.incident.state), figureOrder(desk)),
    people: readPeopleOf(db, id),
    interruptions: readInterruptions(drill.real.db, drill.real.origin, facts.receivedAt, until),
    links: linkRecord(readLinkSpells(drill.real.db, facts.receivedAt, until), {
      from: facts.receivedAt,
      until: facts.endedAt,
      now: now(),
    }),
    lessons: (past === undefined ? written : lessonsSince(written, since?.state.lessons ?? [])).flatMap(
      (lesson): readonly LessonLine[] => {
        const values = lessonValues(lesson)
        if (!values) return []
        const { task, withdrawn, by } = lesson
        return [
          {
            ...values,
            id: lesson.id,
            by: by.name,
            withdrawn: withdrawn && { reason: withdrawn.reason, by: withdrawn.by.name },
            task: task && { ...task, status: readState(tasksDb, 'task', task.id)?.state.status ?? null },
          },
        ]
      },
    ),
    now: now(),
  }
}

function figureOrder({ reportData }: DeskContext): readonly string[] {
  return reportData.classification().figures.map(({ key }) => key)
}

function sourceOf({ clockRules }: DeskContext, rule: string): string {
  const known = CLOCK_RULES.find((one) => one === rule)
  return known ? clockRules.sourceOf(known) : ''
}
