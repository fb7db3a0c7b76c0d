import { beijingDay, beijingTime } from '../../shared/domain/beijing.ts'
import type { ScriptFacts } from '../../shared/domain/task/script.ts'
import type { Task } from '../../shared/domain/task/task.ts'
import { taskValues } from '../../shared/domain/task/values.ts'
import type { DeskContext } from '../deskContext.ts'
import { readIncidentPage } from '../store/repositories/incidents.ts'
import { readOutages } from '../store/repositories/outages.ts'
import { readActivePeople } from '../store/repositories/people.ts'
import { readBoard } from '../store/repositories/response.ts'
import { readPost, readTownship } from '../store/repositories/township.ts'

/** So many warnings can be listened to: the first of each card, which are the gravest. */
const MOST_FORBIDDEN = 3

type Desk = Pick<DeskContext, 'store' | 'session' | 'cards' | 'now'>

/** What was entered about a task, as it is read aloud. */
export function scriptFactsOf(desk: Desk, task: Task, drill: boolean): ScriptFacts {
  const { to, title, detail, dueAt, authority } = taskValues(task)
  const officer = officerOf(desk)
  return {
    recipient: to?.name ?? '',
    township: readTownship(desk.store.db)?.name ?? '',
    officer: officer.name,
    phone: drill ? '' : officer.phone,
    authority,
    title,
    detail,
    due: dueAt === null ? '' : dueWords(dueAt, desk.now()),
    drill,
    ...incidentFacts(desk, task.incident?.id ?? null, task.incident?.title ?? ''),
  }
}

/** What is known of the incident: where, which roads are cut, what its cards forbid. */
function incidentFacts(
  { store: { db }, cards }: Desk,
  id: string | null,
  title: string,
): Pick<ScriptFacts, 'incident' | 'place' | 'roads' | 'forbidden'> {
  if (id === null) return { incident: '', place: '', roads: [], forbidden: [] }
  const page = { sort: 'openedMs', descending: true, offset: 0, limit: 1 } as const
  const [row] = readIncidentPage(db, { ids: [id] }, page).rows
  const board = readBoard(db, id, cards.all())
  const roads = readOutages(db, id).filter(
    ({ utility, repair, voided, incident }) =>
      utility === 'road' && repair === null && !voided && (incident === null || incident.id === id),
  )
  const forbidden = (board?.cards ?? []).flatMap(({ card }) => card.forbidden.map(({ text }) => text['zh-CN']))
  return {
    incident: row?.title || title,
    place: [row?.villageName, row?.place].filter(Boolean).join(''),
    roads: roads.map(({ village, place }) => `${village.name}${place}`),
    forbidden: forbidden.slice(0, MOST_FORBIDDEN),
  }
}

/** Whoever is on duty now, with the telephone people reach them at; nobody on duty: who sits at the desk. */
export function officerOf({ store, session }: Pick<DeskContext, 'store' | 'session'>): {
  readonly name: string
  readonly phone: string
} {
  const holder = readPost(store.db, 'officer').holders[0] ?? session.current()
  const person = readActivePeople(store.db).find(({ id }) => id === holder?.id)
  return { name: person?.name ?? holder?.name ?? '', phone: person?.phone ?? '' }
}

/** 03:40 today, 7月15日03:40 another day: what is read aloud has no year. */
export function dueWords(ms: number, now: number): string {
  const day = beijingDay(ms)
  const [, month, date] = day.split('-').map(Number)
  return day === beijingDay(now) ? beijingTime(ms) : `${month}月${date}日${beijingTime(ms)}`
}
