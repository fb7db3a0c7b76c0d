import type { Json } from '../../shared/protocol/canonical.ts'

/** What zod keeps about a schema, as far as it is needed here. */
interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly items?: readonly Schema[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string | number>>
  readonly valueType?: Schema
  readonly in?: Schema
  readonly left?: Schema
  readonly right?: Schema
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
}
interface Check {
  readonly maximum?: number
  readonly value?: number
  readonly pattern?: RegExp
}
interface Schema {
  readonly _zod: { readonly def: unknown }
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition
const SAMPLE_TIME = Date.UTC(2026, 0, 1)
/** Integers with a limit beyond that are readings of a clock. */
const CLOCK = 1e12

/** Two values of a schema's shape: with what must be there, and with everything. Texts are left empty: only the shape matters. */
export function sampleValues(schema: Schema): readonly Json[] {
  const least = sampleOf(schema, '', false)
  const most = sampleOf(schema, '', true)
  return JSON.stringify(least) === JSON.stringify(most) ? [least] : [most, least]
}

function sampleOf(schema: Schema, name: string, full: boolean): Json {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'string':
      return sampleText(def, name)
    case 'number':
    case 'int':
      return isClock(def) || name === 'at' ? SAMPLE_TIME : 1
    case 'boolean':
      return true
    case 'literal':
      return (def.values?.[0] ?? null) as Json
    case 'enum':
      return Object.values(def.entries ?? {})[0] ?? ''
    case 'optional':
    case 'exactoptional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return sampleOf(def.innerType as Schema, name, full)
    case 'nullable':
      return full ? sampleOf(def.innerType as Schema, name, full) : null
    case 'pipe':
      return sampleOf(def.in as Schema, name, full)
    case 'union':
      return sampleOf((full ? def.options?.[0] : def.options?.at(-1)) as Schema, name, full)
    case 'tuple':
      return (def.items ?? []).map((item) => sampleOf(item, name, full))
    case 'array':
      return full ? [sampleOf(def.element as Schema, name, full)] : []
    case 'object':
      return sampleObject(def, full)
    case 'intersection':
      return {
        ...(sampleOf(def.left as Schema, name, full) as object),
        ...(sampleOf(def.right as Schema, name, full) as object),
      } as Json
    case 'record':
      return {}
    default:
      return null
  }
}

function sampleObject(def: Definition, full: boolean): Json {
  const members = Object.entries(def.shape ?? {})
    // Envelopes are told one by one, behind the frame.
    .filter(([key, member]) => key !== 'events' && (full || !isOptional(member)))
  return Object.fromEntries(members.map(([key, member]) => [key, sampleOf(member, key, full)]))
}

/** Hashes and signatures look like what they are; ids and epochs too. */
function sampleText({ checks }: Definition, name: string): string {
  const pattern = (checks ?? []).map(({ _zod }) => _zod.def.pattern?.source ?? '').join('')
  const digits = /\[0-9a-f\]\{(\d+)\}/.exec(pattern)?.[1]
  if (digits !== undefined) return 'a'.repeat(Number(digits))
  if (name === 'id') return 'person-0000000000000000'
  return name === 'epoch' || name === 'hubEpoch' ? '1-00000000' : ''
}

function isOptional(schema: Schema): boolean {
  return ['optional', 'exactoptional', 'default', 'prefault'].includes(definitionOf(schema).type)
}

function isClock({ checks }: Definition): boolean {
  return (checks ?? []).some(
    ({ _zod: { def } }) => (def.maximum ?? def.value ?? 0) > CLOCK && (def.value ?? 0) < 2 ** 53 - 1,
  )
}

/** Names of members and values of enumerations anywhere in a schema. */
export function wordsOf(schema: Schema): readonly string[] {
  const def = definitionOf(schema)
  const parts = [
    def.innerType,
    def.element,
    def.valueType,
    def.in,
    def.left,
    def.right,
    ...(def.options ?? []),
    ...(def.items ?? []),
    ...Object.values(def.shape ?? {}),
  ]
  const own = [...Object.keys(def.shape ?? {}), ...(def.values ?? []), ...Object.values(def.entries ?? {})]
  return [
    ...own.filter((word): word is string => typeof word === 'string' && word !== ''),
    ...parts.filter((part) => part !== undefined).flatMap(wordsOf),
  ]
}
