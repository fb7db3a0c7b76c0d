import type { Amount } from '../../values.ts'
import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'

/** People told of together, and those of them told of apart. */
export interface Group {
  amount: Amount
  readonly names: readonly string[]
  /** 一家四口, 老两口: kin of each other. */
  readonly family: boolean
  /** 还有两三个: what is left of those before. */
  readonly last: boolean
  readonly parts: Group[]
  readonly parent: Group | undefined
  dead: boolean
  missing: boolean
  trapped: boolean
  injured: boolean
  /** What was said of him himself, not of all of them. */
  readonly own: Set<string>
  /** All of them were got out, it was said. */
  allOut: boolean
  /** By what they were hit: 咬, 砸. */
  hits: string
  /** 伤三人: the dead are beside them. */
  wound: boolean
  /** 轻伤, 骨折: others are told of beside them and are none of them. */
  specific: boolean
  /** 晕倒: who then has fits or does not wake is one of them. */
  swooned: boolean
  /** 喊得应: who does not answer is none of them. */
  answers: boolean
  /** Known only by his hand or foot. */
  nameless: boolean
  /** Anything was said of them. */
  told: boolean
  /** Where they were brought up. */
  readonly said: { readonly from: number; readonly to: number }
  /** With all that was told of them. */
  from: number
  to: number
}

export function exact(amount: Amount): number {
  return amount !== null && 'n' in amount ? amount.n : Number.NaN
}

export function most(amount: Amount): number {
  if (amount === null) return Number.NaN
  return 'n' in amount ? amount.n : 'min' in amount ? amount.max : amount.about
}

/** Anything was said of them, or of some of them. */
export function isTold({ told, parts }: Group): boolean {
  return told || parts.some(isTold)
}

/** They and all told of apart. */
export function withParts(group: Group): readonly Group[] {
  return [group, ...group.parts.flatMap(withParts)]
}

/** How many of them nothing was said of apart. */
export function left(group: Group): number {
  return group.parts.reduce((n, part) => (isTold(part) ? n - exact(part.amount) : n), most(group.amount))
}

export function makeGroup(mention: Mention, parent?: Group): Group {
  const { amount, names, family, last, from, to } = mention
  const group: Group = {
    amount,
    names,
    family,
    last,
    said: { from, to },
    parts: [],
    parent,
    dead: parent?.dead ?? false,
    missing: parent?.missing ?? false,
    trapped: parent?.trapped ?? false,
    injured: parent?.injured ?? false,
    own: new Set(),
    hits: '',
    allOut: false,
    specific: false,
    wound: false,
    swooned: false,
    answers: false,
    nameless: false,
    told: false,
    from,
    to,
  }
  parent?.parts.push(group)
  return group
}

const HITS = /[咬蜇蛰砍捅烫砸撞炸烧电熏]/u

/** The last word on them counts; death is the last, and a wound stays. */
export function befall(group: Group, one: Told, whole: boolean): void {
  const { fate, from, to } = one
  group.told = true
  group.own.add(fate)
  group.hits += HITS.exec(one.word)?.[0] ?? ''
  group.specific ||= one.specific
  group.wound ||= one.wound
  group.answers ||= /[喊叫]得答?应/u.test(one.word)
  group.swooned ||= one.word.includes('晕')
  if (fate === 'unharmed' && /^没.?死/u.test(one.word)) group.dead = false
  if (!group.dead) {
    if (fate === 'dead') {
      group.dead = true
      group.missing = group.trapped = group.injured = false
    }
    if (fate === 'missing' || fate === 'trapped') {
      group.missing = fate === 'missing'
      group.trapped = fate === 'trapped'
    }
    if (fate === 'injured') {
      group.injured = true
      group.missing = false
      if (one.taken) group.trapped = false
    }
    if (fate === 'freed' || fate === 'found') group.missing = group.trapped = false
    if (fate === 'unharmed') {
      if (!one.mild) group.missing = group.trapped = false
      if (/出院|治好/u.test(one.word)) group.injured = false
      if (!group.own.has('injured') && !/碍|恙/u.test(one.word)) group.injured = false
    }
  }
  group.from = Math.min(group.from, from)
  group.to = Math.max(group.to, to)
  if (whole) for (const part of group.parts) befall(part, one, true)
}
