import type { Json } from '../../../shared/protocol/canonical.ts'

export interface LineMarks {
  readonly concurrent: boolean
  readonly ineffective: boolean
  /** Taken back, by whom and why. */
  readonly voided?: { readonly reason: string; readonly by: string }
}

export const NO_MARKS: LineMarks = { concurrent: false, ineffective: false }

/**
 * Finds in an entity's state what became of each of its events. All aggregates keep the same words for it: a value names its
 * writer in `by` or `writer`; values in `rivals` and the value they stand beside are 并发, as is what says `concurrent`; what
 * lies in `ineffective`, or says effective: false or effect: 'none', is 未生效; what names its voiding in `voided` is 已作废, and no 未生效
 * besides.
 * @returns marks by version; versions without any are absent.
 */
export function findMarks(state: Json): ReadonlyMap<string, LineMarks> {
  const marks = new Map<string, LineMarks>()
  const add = (version: string, mark: Partial<LineMarks>) =>
    marks.set(version, { ...NO_MARKS, ...marks.get(version), ...mark })
  const walk = (value: Json, inside: Partial<LineMarks>) => {
    if (Array.isArray(value)) for (const part of value) walk(part, inside)
    else if (isMembers(value)) {
      const mark = { ...inside, ...ownMarks(value) }
      const version = writerVersion(value)
      if (version && (mark.concurrent || mark.ineffective || mark.voided)) add(version, mark)
      for (const [key, member] of Object.entries(value)) walk(member, insideOf(key))
    }
  }
  walk(state, {})
  return marks
}

type Members = { readonly [key: string]: Json }

/** Array.isArray does not narrow a readonly array away. */
function isMembers(value: Json): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function ownMarks(value: Members): Partial<LineMarks> {
  const voided = voidedMark(value)
  return {
    ...voided,
    ...(value.concurrent === true || (Array.isArray(value.rivals) && value.rivals.length > 0)
      ? { concurrent: true }
      : {}),
    ...(!voided.voided && (value.effective === false || value.effect === 'none') ? { ineffective: true } : {}),
  }
}

function voidedMark({ voided }: Members): Partial<LineMarks> {
  if (voided === undefined || !isMembers(voided) || voided.by === undefined || !isMembers(voided.by)) return {}
  const { reason, by } = voided
  return { voided: { reason: String(reason), by: String(by.name) } }
}

function insideOf(key: string): Partial<LineMarks> {
  if (key === 'rivals') return { concurrent: true }
  return key === 'ineffective' ? { ineffective: true } : {}
}

function writerVersion(value: Members): string | null {
  for (const writer of [value.by, value.writer]) {
    if (writer !== undefined && isMembers(writer) && typeof writer.version === 'string') return writer.version
  }
  return null
}
