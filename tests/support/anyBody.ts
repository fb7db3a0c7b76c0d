import fc from 'fast-check'
import { bodies, type Kind } from '../../shared/domain/kinds.ts'

/** What zod keeps about a schema, as far as it is needed here. */
interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly shape?: Record<string, Schema>
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly items?: readonly Schema[]
  readonly values?: readonly unknown[]
  readonly entries?: Record<string, string | number>
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly in?: Schema
  readonly left?: Schema
  readonly right?: Schema
  readonly getter?: () => Schema
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
}
interface Check {
  readonly check: string
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
  readonly inclusive?: boolean
  readonly format?: string
  readonly pattern?: RegExp
}
interface Schema {
  readonly _zod: { readonly def: Definition }
  safeParse(value: unknown): { readonly success: boolean }
}

/** Few different values, so that events of different devices speak of the same things. */
const someText = fc.constantFrom(
  '李家湾',
  '后山滑坡',
  '一',
  'A',
  'call-1',
  'incident-1',
  'team-1',
  'person-1',
  '2026-07-14',
  '510124103',
)
const someNumber = fc.oneof(fc.nat(10), fc.integer({ min: 1_783_000_000_000, max: 1_785_000_000_000 }))

/** Bodies that a kind's schema accepts: made from the schema itself, so that a new kind is covered the day it is added. */
export function anyBody<K extends Kind>(kind: K): fc.Arbitrary<unknown> {
  const schema = bodies[kind] as unknown as Schema
  let inARow = 0
  return anyOf(schema).filter((value) => {
    const { success } = schema.safeParse(value)
    inARow = success ? 0 : inARow + 1
    if (inARow > 1000) throw new Error(`nothing made for ${kind} is accepted: give someText a value that is`)
    return success
  })
}

function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  const def = schema._zod.def
  const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)] as (Check & Definition)[]
  switch (def.type) {
    case 'string':
      return anyText(checks)
    case 'number':
    case 'int':
      return anyNumber(checks)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'undefined':
      return fc.constant(undefined)
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'optional':
    case 'default':
    case 'prefault':
    case 'exactoptional':
      return anyOf(inner(def))
    case 'nullable':
      return fc.option(anyOf(inner(def)), { nil: null, freq: 3 })
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return anyOf(inner(def))
    case 'pipe':
      return anyOf(def.in as Schema)
    case 'lazy':
      return anyOf((def.getter as () => Schema)())
    case 'union':
      return fc.oneof(...(def.options ?? []).map(anyOf))
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map(anyOf))
    case 'array':
      return fc.array(anyOf(def.element as Schema), { minLength: lowest(checks, 'min_length'), maxLength: 3 })
    case 'record':
      return fc.dictionary(anyOf(def.keyType as Schema) as fc.Arbitrary<string>, anyOf(def.valueType as Schema), {
        maxKeys: 3,
      })
    case 'object':
      return anyObject(def.shape ?? {})
    case 'intersection':
      return fc
        .tuple(anyOf(def.left as Schema), anyOf(def.right as Schema))
        .map(([left, right]) => ({ ...(left as object), ...(right as object) }))
    case 'any':
    case 'unknown':
      return fc.jsonValue({ maxDepth: 1 })
    default:
      throw new Error(`anyBody does not know the schema type ${def.type}: add it here`)
  }
}

function inner(def: Definition): Schema {
  return def.innerType as Schema
}

function anyObject(shape: Record<string, Schema>): fc.Arbitrary<unknown> {
  const required = Object.entries(shape)
    .filter(([, member]) => !isOptional(member))
    .map(([name]) => name)
  const members = Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, anyOf(member)]))
  return fc.record(members, { requiredKeys: required, noNullPrototype: true })
}

function isOptional(schema: Schema): boolean {
  const { type } = schema._zod.def
  return type === 'optional' || type === 'exactoptional' || type === 'default' || type === 'prefault'
}

function anyText(checks: readonly (Check & Definition)[]): fc.Arbitrary<string> {
  const pattern = checks.find((check) => check.pattern)?.pattern
  if (pattern) return fc.stringMatching(pattern)
  const format = checks.find((check) => check.format)?.format
  if (format === 'date') return fc.constantFrom('2026-07-14', '2026-07-15')
  const least = lowest(checks, 'min_length')
  const most = Math.min(
    ...checks.filter(({ check }) => check === 'max_length').map(({ maximum }) => maximum ?? 200),
    200,
  )
  const any = fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, 12) })
  return fc.oneof({ weight: 4, arbitrary: someText }, { weight: 1, arbitrary: any }).map((text) => text.slice(0, most))
}

function anyNumber(checks: readonly (Check & Definition)[]): fc.Arbitrary<number> {
  const least = Math.max(...checks.filter(({ check }) => check === 'greater_than').map(({ value }) => value ?? 0), 0)
  const most = Math.min(
    ...checks.filter(({ check }) => check === 'less_than').map(({ value }) => value ?? 2 ** 40),
    2 ** 50,
  )
  const any = fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
  return fc.oneof(
    { weight: 3, arbitrary: someNumber.filter((n) => n >= least && n <= most) },
    { weight: 1, arbitrary: any },
  )
}

function lowest(checks: readonly (Check & Definition)[], name: string): number {
  return Math.max(...checks.filter(({ check }) => check === name).map(({ minimum }) => minimum ?? 0), 0)
}
