import { add } from '../claims.ts'
import type { Mention } from './mentions.ts'

const AND = /^(?:和|跟|与|及|同|、|加|加上|还有|连同|带着?|领着|抱着|背着)$/u
const QUARREL = /^(?:吵|闹|拌嘴|置气|怄气|赌气|争了?几句)/u
const TOGETHER = /^(?:带着?|连同?|加上?|和|跟)(?:乘客|游客|旅客|学生|孩子|家属|船工|工人|徒弟)$/u

/** 三个老人和一个娃娃, 她跟她孙子两个, 司机一个: one number of people. */
export function joinMentions(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const joined: Mention[] = []
  for (const next of mentions) {
    const last = joined.at(-1)
    const gap = last ? text.slice(last.to, next.from) : undefined
    // 跟他儿子吵架: that one has only his words of it.
    if (gap && /^[跟和与]$/u.test(gap) && QUARREL.test(text.slice(next.to))) continue
    const names = [...(last?.names ?? []), ...next.names]
    // 司机带乘客31个人: with him.
    const together = last && last.names.length > 0 && next.bare && next.names.length === 0 && next.amount
    // 老师跟剩下那个娃: he, and all that are left.
    if (last && last.names.length > 0 && next.amount && gap && /^[和跟与、](?:剩下?|余下|最后)的?$/u.test(gap))
      joined.splice(-1, 1, {
        ...last,
        to: next.to,
        amount: add({ n: 1 }, next.amount),
        names: [],
        bare: true,
        rest: true,
      })
    else if (together && gap && TOGETHER.test(gap))
      joined.splice(-1, 1, { ...last, to: next.to, amount: next.amount, names })
    else if (
      last?.amount &&
      gap === '' &&
      !last.bare &&
      !next.bare &&
      last.names.length === 0 &&
      next.names.length === 0 &&
      next.amount
    )
      joined.splice(-1, 1, { ...last, to: next.to, amount: add(last.amount, next.amount) })
    else if (
      last &&
      gap === '' &&
      last.names.length > 0 &&
      next.names.length === 0 &&
      next.amount !== null &&
      !next.rest
    )
      joined.splice(-1, 1, { ...last, to: next.to, amount: next.amount, names })
    else if (
      last?.amount &&
      gap === '' &&
      last.names.length > 0 &&
      next.names.length > 0 &&
      next.amount &&
      (!last.foreign || (last.kin && next.kin))
    )
      // 儿子儿媳 are two, 割草的老嫂子 is one.
      joined.splice(-1, 1, {
        ...last,
        to: next.to,
        amount: last.kin && next.kin ? add(last.amount, next.amount) : next.amount,
        names,
      })
    else if (last?.amount && gap !== undefined && AND.test(gap) && next.amount && !next.rest)
      joined.splice(-1, 1, { ...last, to: next.to, amount: add(last.amount, next.amount), names })
    else joined.push(next)
  }
  return joined
}
