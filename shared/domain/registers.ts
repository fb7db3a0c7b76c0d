import type { Json } from '../protocol/canonical.ts'
import { type Side, sideOf } from '../protocol/identity.ts'
import type { EventMeta, Seen } from './event.ts'

/** One value with who set it; `rivals` are values set at the same time by others who had not seen it (并发). */
export interface Register {
  readonly value: Json
  readonly by: Writer
  readonly rivals?: readonly Rival[]
}

export interface Rival {
  readonly value: Json
  readonly by: Writer
}

export interface Writer {
  readonly version: string
  readonly hlc: string
  readonly origin: string
  readonly name: string
}

export type Registers = { readonly [field: string]: Register }

/** Which side has the last word on a field when both write at once. */
export type OwnerOf = (field: string) => Side

const township: OwnerOf = () => 'township'

/**
 * Writes fields. A value replaces what its author had seen, whatever the clocks say; of values set without sight of each
 * other the field's owner wins, then the later clock, then the origin, and the loser stays visible as a rival.
 */
export function writeFields(
  registers: Registers,
  set: { readonly [field: string]: Json | undefined },
  event: EventMeta,
  seen: Seen,
  ownerOf: OwnerOf = township,
): Registers {
  const written: { [field: string]: Register } = { ...registers }
  for (const [field, value] of Object.entries(set)) {
    if (value !== undefined)
      written[field] = contest(written[field], { value, by: writerOf(event) }, seen, ownerOf(field))
  }
  return written
}

/** The plain values, without their history. */
export function valuesOf(registers: Registers): { readonly [field: string]: Json } {
  return Object.fromEntries(Object.entries(registers).map(([field, register]) => [field, register.value]))
}

/** The value of a text field, '' when it was never set. */
export function textOf(registers: Registers, field: string): string {
  const value = registers[field]?.value
  return typeof value === 'string' ? value : ''
}

function contest(current: Register | undefined, incoming: Rival, seen: Seen, owner: Side): Register {
  if (!current) return incoming
  const unseen = [{ value: current.value, by: current.by }, ...(current.rivals ?? [])].filter(
    (rival) => !seen(rival.by.version),
  )
  const [winner, ...rivals] = [incoming, ...unseen].sort((a, b) => rank(b, owner, a))
  if (!winner) return incoming
  return rivals.length > 0 ? { ...winner, rivals } : winner
}

/** Positive when `a` has precedence over `b`. */
function rank(a: Rival, owner: Side, b: Rival): number {
  const owns = Number(sideOf(a.by.origin) === owner) - Number(sideOf(b.by.origin) === owner)
  return owns || compare(a.by.hlc, b.by.hlc) || compare(a.by.origin, b.by.origin)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function writerOf(event: EventMeta): Writer {
  return { version: event.version, hlc: event.hlc, origin: event.origin, name: event.author?.name ?? '' }
}
