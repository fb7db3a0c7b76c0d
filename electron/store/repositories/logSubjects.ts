import type { Folded } from '../../../shared/domain/fold.ts'
import { aggregateOf } from '../../../shared/domain/kinds.ts'
import type { LogEntry } from '../../../shared/domain/log/log.ts'
import { type Registers, textOf } from '../../../shared/domain/registers.ts'
import type { LogEntryNow, LogLine } from '../../../shared/ipc/log.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import type { Author } from '../../../shared/protocol/envelope.ts'
import { readEntity } from '../projections/entityState.ts'
import { findMarks, type LineMarks, NO_MARKS } from './lineMarks.ts'

type Subject = Pick<LogLine, 'label' | 'entry' | 'concurrent' | 'ineffective' | 'voided' | 'incident'>

/** What is asked of a line: whose it is, and which event of that thing. */
interface LineOf {
  readonly kind: string
  readonly entity: string
  readonly version: string
  readonly author: Author | null
}

type State = { readonly [key: string]: Json }

interface Known {
  readonly label: string
  readonly folded: Folded<State> | null
  readonly marks: ReadonlyMap<string, LineMarks>
}

const UNKNOWN: Known = { label: '', folded: null, marks: new Map() }

/**
 * What the things that log lines speak of have become: their present name, their marks, and a free entry's present text.
 * @returns a function, so that a page of lines reads each thing once.
 */
export function openSubjects(db: ReadableDb): (line: LineOf) => Subject {
  const known = new Map<string, Known>()
  return ({ kind, entity, version, author }) => {
    const key = `${aggregateOf(kind)} ${entity}`
    const subject = known.get(key) ?? readSubject(db, aggregateOf(kind), entity)
    known.set(key, subject)
    const { label, folded, marks } = subject
    const { concurrent, ineffective, voided } = marks.get(version) ?? NO_MARKS
    const entry = kind === 'log.entered' && folded ? entryNow(folded, version, author?.person ?? null) : null
    const incident = kind.startsWith('call.') && folded ? incidentOf(folded.state) : null
    return { label, entry, concurrent, ineffective, ...(voided && { voided }), ...(incident ? { incident } : {}) }
  }
}

function readSubject(db: ReadableDb, aggregate: string, entity: string): Known {
  const folded = readEntity<State>(db, aggregate, entity)
  return folded ? { label: labelOf(folded.state), folded, marks: findMarks(folded.state) } : UNKNOWN
}

/** Number and title, or the name: whichever the aggregate has. */
function labelOf(state: State): string {
  const fields = (state.fields ?? {}) as unknown as Registers
  const label = (state.label ?? {}) as { readonly no?: string; readonly title?: string; readonly about?: string }
  const number = typeof state.no === 'string' ? state.no : textOf(fields, 'no') || (label.no ?? '')
  const title = textOf(fields, 'title') || textOf(fields, 'name') || (label.title ?? label.about ?? '')
  return [number, title].filter((part) => part !== '').join(' ')
}

/** Only calls have an incident among their fields. */
function incidentOf(state: State): string | null {
  const value = ((state.fields ?? {}) as unknown as Registers).incident?.value
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null
}

function entryNow(folded: Folded<State>, version: string, author: string | null): LogEntryNow {
  // Only the log's own aggregate has entities with a log.entered.
  const { state, tips } = folded as unknown as Folded<LogEntry>
  const { fields, voided } = state
  const at = fields.at?.value
  return {
    tips,
    at: typeof at === 'number' ? at : 0,
    text: textOf(fields, 'text'),
    corrected: Object.values(fields).some(({ by }) => by.version !== version),
    voided: voided && { reason: voided.reason, by: voided.by.name },
    author,
  }
}
