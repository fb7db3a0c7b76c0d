import type { Folded } from '../../../shared/domain/fold.ts'
import { aggregateOf } from '../../../shared/domain/kinds.ts'
import type { LogEntry } from '../../../shared/domain/log/log.ts'
import { type Registers, textOf } from '../../../shared/domain/registers.ts'
import type { LogEntryNow, LogLine } from '../../../shared/ipc/log.ts'
import type { ReadableDb } from '../../../shared/node/openDatabase.ts'
import type { Json } from '../../../shared/protocol/canonical.ts'
import { readEntity } from '../projections/entityState.ts'
import { readEntryOrigin } from './entryOrigin.ts'
import { findMarks, type LineMarks, NO_MARKS } from './lineMarks.ts'

type Subject = Pick<LogLine, 'label' | 'entry' | 'concurrent' | 'ineffective'>

interface Known {
  readonly label: string
  readonly entry: LogEntryNow | null
  readonly marks: ReadonlyMap<string, LineMarks>
}

const UNKNOWN: Known = { label: '', entry: null, marks: new Map() }

/**
 * What the things that log lines speak of have become: their present name, their marks, and a free entry's present text.
 * @returns a function, so that a page of lines reads each thing once.
 */
export function openSubjects(db: ReadableDb): (kind: string, entity: string, version: string) => Subject {
  const known = new Map<string, Known>()
  return (kind, entity, version) => {
    const subject = known.get(entity) ?? readSubject(db, kind, entity)
    known.set(entity, subject)
    const { concurrent, ineffective } = subject.marks.get(version) ?? NO_MARKS
    return { label: subject.label, entry: subject.entry, concurrent, ineffective }
  }
}

function readSubject(db: ReadableDb, kind: string, entity: string): Known {
  const folded = readEntity<{ readonly [key: string]: Json }>(db, aggregateOf(kind), entity)
  if (!folded) return UNKNOWN
  const entry = kind.startsWith('log.') ? entryNow(db, entity, folded as unknown as Folded<LogEntry>) : null
  return { label: labelOf(folded.state), entry, marks: findMarks(folded.state) }
}

/** Number and title, or the name: whichever the aggregate has. */
function labelOf(state: { readonly [key: string]: Json }): string {
  const fields = (state.fields ?? {}) as unknown as Registers
  const label = (state.label ?? {}) as { readonly no?: string; readonly title?: string; readonly about?: string }
  const number = typeof state.no === 'string' ? state.no : textOf(fields, 'no') || (label.no ?? '')
  const title = textOf(fields, 'title') || textOf(fields, 'name') || (label.title ?? label.about ?? '')
  return [number, title].filter((part) => part !== '').join(' ')
}

function entryNow(db: ReadableDb, entity: string, { state, tips }: Folded<LogEntry>): LogEntryNow {
  const { fields, voided } = state
  const at = fields.at?.value
  const origin = readEntryOrigin(db, entity)
  return {
    tips,
    at: typeof at === 'number' ? at : 0,
    text: textOf(fields, 'text'),
    corrected: Object.values(fields).some(({ by }) => by.version !== origin?.version),
    voided: voided && { reason: voided.reason, by: voided.by.name },
    author: origin?.author?.person ?? null,
  }
}
