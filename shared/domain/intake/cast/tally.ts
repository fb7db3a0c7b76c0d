import type { Amount } from '../../values.ts'
import { add, type Claim } from '../claims.ts'
import { exact, type Group, isTold, left } from './scene.ts'

export const FIELDS = ['dead', 'missing', 'trapped', 'injured'] as const
type Field = (typeof FIELDS)[number]
type Share = Pick<Claim, 'amount' | 'from' | 'to'>

/** How many are dead, missing, trapped and hurt, everybody once. */
export function tally(groups: readonly Group[]): readonly Claim[] {
  return FIELDS.flatMap((field) => {
    const counted = groups.flatMap((group) => shares(group, field)).filter(({ amount }) => amount !== null)
    const [first, ...rest] = counted
    if (!first?.amount) return field === 'missing' || field === 'trapped' ? over(groups, field) : []
    const amount = rest.reduce((sum, one) => (one.amount ? add(sum, one.amount) : sum), first.amount)
    const from = Math.min(...counted.map((one) => one.from))
    const to = Math.max(...counted.map((one) => one.to))
    return [{ field, amount, from, to, kind: '', part: false, more: false, left: false }]
  })
}

/** 走丢的老人找到了, 困的七个都救下来了: nobody is missing, or trapped, any more. */
function over(groups: readonly Group[], field: 'missing' | 'trapped'): readonly Claim[] {
  const out = field === 'missing' ? 'found' : 'freed'
  const one = groups.find(
    ({ own, parts, dead, allOut }) =>
      !dead && own.has(field) && own.has(out) && (field === 'trapped' ? allOut : parts.length === 0),
  )
  if (!one) return []
  const { from, to } = one
  return [{ field, amount: { n: 0 }, from, to, kind: '', part: false, more: false, left: false }]
}

/** The parts with the fate, and the others of the group if all had it. */
function shares(group: Group, field: Field): readonly Share[] {
  const { amount, from, to } = group
  const parts = group.parts.filter(isTold)
  if (parts.length === 0) return group[field] ? [{ amount, from, to }] : []
  const others = left(group)
  // All are told of one by one: what was said of all of them at first is over.
  const over = others === 0 && (field === 'trapped' || field === 'missing')
  const of = parts
    .filter((part) => !over || part.own.has(field) || part.parts.length > 0)
    .flatMap((part) => shares(part, field))
  if (!group[field] || over) return of
  if (Number.isNaN(exact(amount))) {
    const without = parts.reduce((n, part) => n + (part[field] ? 0 : exact(part.amount)), 0)
    return [{ amount: less(amount, without), from, to }]
  }
  return others > 0 ? [...of, { amount: { n: others }, from, to }] : of
}

function less(amount: Amount, n: number): Amount {
  if (amount === null || Number.isNaN(n)) return amount
  if ('min' in amount) return { min: Math.max(0, amount.min - n), max: amount.max - n }
  return 'n' in amount ? { n: amount.n - n } : { about: amount.about - n }
}
