import { beijingDay } from '../../../shared/domain/beijing.ts'
import type { LogFilter, LogLine } from '../../../shared/ipc/log.ts'
import { FLAG_DRILL, FLAG_IMPORTED, FLAG_OUTSIDE_ROLE } from '../../../shared/protocol/envelope.ts'

/** What the filter row holds, as typed. */
export interface FilterForm {
  readonly text: string
  /** Id of a person, '' for everybody. */
  readonly person: string
  /** One of GROUPS, '' for all. */
  readonly group: string
  /** Beijing dates, '' when open. */
  readonly fromDay: string
  readonly toDay: string
  /** What drills left in the log, instead of what is real. */
  readonly drill: boolean
}

export const NO_FILTER: FilterForm = { text: '', person: '', group: '', fromDay: '', toDay: '', drill: false }

/** Kinds of records in the words of the duty room, each with the aggregates it stands for. */
export const GROUPS = {
  entry: ['log'],
  incident: ['incident', 'call', 'response', 'outage', 'evacuation', 'review', 'attachment'],
  report: ['report'],
  task: ['task'],
  order: ['order', 'receipt'],
  team: ['team', 'roster'],
  duty: ['duty', 'township', 'person', 'village', 'card', 'household', 'householdList', 'drill'],
  console: ['console'],
} as const satisfies Record<string, readonly string[]>
export type Group = keyof typeof GROUPS

export function isGroup(value: string): value is Group {
  return Object.hasOwn(GROUPS, value)
}

export function filterOf(form: FilterForm): LogFilter {
  return {
    ...(form.text.trim() ? { text: form.text.trim() } : {}),
    ...(form.person ? { person: form.person } : {}),
    ...(isGroup(form.group) ? { groups: [...GROUPS[form.group]] } : {}),
    ...(form.fromDay ? { fromDay: form.fromDay } : {}),
    ...(form.toDay ? { toDay: form.toDay } : {}),
    ...(form.drill ? { drill: true } : {}),
  }
}

/** The group a record belongs to; what no group names is the console's own business. */
export function groupOf(kind: string): Group {
  const aggregate = kind.slice(0, kind.indexOf('.'))
  const found = Object.entries(GROUPS).find(([, aggregates]) => (aggregates as readonly string[]).includes(aggregate))
  return found && isGroup(found[0]) ? found[0] : 'console'
}

/** Lines under their Beijing day, in the order given. */
export function byDay(
  lines: readonly LogLine[],
): readonly { readonly day: string; readonly lines: readonly LogLine[] }[] {
  const days: { day: string; lines: LogLine[] }[] = []
  for (const line of lines) {
    const day = beijingDay(line.atMs)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

export const MARKS = [
  'drill',
  'imported',
  'outsideRole',
  'afterRevocation',
  'otherWorld',
  'concurrent',
  'ineffective',
  'corrected',
  'voided',
] as const
export type Mark = (typeof MARKS)[number]

/** Who took back what a line says, and why; null: it stands. */
export function voidedOf({ kind, entry, voided }: LogLine): { readonly reason: string; readonly by: string } | null {
  return (kind === 'log.entered' ? entry?.voided : voided) ?? null
}

/** What has to be said beside a line, worst last. */
export function marksOf(line: LogLine): readonly Mark[] {
  const { flags, entry, kind } = line
  const own = kind === 'log.entered' ? entry : null
  const holds: Readonly<Record<Mark, boolean>> = {
    drill: (flags & FLAG_DRILL) !== 0,
    imported: (flags & FLAG_IMPORTED) !== 0,
    outsideRole: (flags & FLAG_OUTSIDE_ROLE) !== 0,
    afterRevocation: line.flag === 'afterRevocation',
    otherWorld: line.flag === 'otherWorld',
    concurrent: line.concurrent,
    ineffective: line.ineffective,
    corrected: own?.corrected ?? false,
    voided: voidedOf(line) !== null,
  }
  return MARKS.filter((mark) => holds[mark])
}

/** A free entry of this person, which they may correct or void. */
export function isOwnEntry(line: LogLine, person: string): boolean {
  return line.kind === 'log.entered' && line.entry?.author === person
}

/** The room of each aggregate, and whether it opens one thing of it. */
const ROOMS: Readonly<Record<string, { readonly room: string; readonly single: boolean }>> = {
  incident: { room: 'incidents', single: true },
  task: { room: 'tasks', single: true },
  order: { room: 'orders', single: true },
  team: { room: 'teams', single: true },
  person: { room: 'people', single: false },
  village: { room: 'villages', single: false },
}

/** Where a line leads: the room, and the thing it speaks of. Null when there is nothing more to see than the line itself. */
export function placeOf({
  kind,
  entity,
  incident,
}: Pick<LogLine, 'kind' | 'entity' | 'incident'>): { readonly room: string; readonly target: string | null } | null {
  const aggregate = kind.slice(0, kind.indexOf('.'))
  if (aggregate === 'call') return incident ? { room: 'incidents', target: incident } : null
  const place = Object.hasOwn(ROOMS, aggregate) ? ROOMS[aggregate] : undefined
  return place ? { room: place.room, target: place.single ? entity : null } : null
}
