import type { Claim } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Predicate } from './predicates.ts'

/** One household without a number: 那户姓龙的, 有户, 老林家一个都. */
const ONE_HOUSEHOLD =
  /(?:(?:那|这|剩|某)一?户|(?<!没)有一?[户家]|(?:那|这)一?家|老?\p{Script=Han}(?<![国大人搬回各谁全])家)(?:人|姓\p{Script=Han}的?|老\p{Script=Han}{1,2}|的)?(?:一个|就是|硬是|死活|都|还|坚决|说什么|怎么劝)*$/u

/** 那户姓龙的说什么都不搬: a household that stays, though nobody counts. */
export function readHoldouts(
  text: string,
  clauses: readonly Clause[],
  verbs: readonly Predicate[],
  counted: readonly Claim[],
): readonly Claim[] {
  // 阿婆那户不走,隔壁三户也跟着不走: these come on top of her.
  const others = counted.filter(({ field }) => field === 'refusedHouseholds')
  if (others.some(({ from, to }) => !/也/u.test(text.slice(from, to)))) return []
  return verbs.flatMap((verb) => {
    const clause = clauses.find(({ from, to }) => verb.from >= from && verb.from < to)
    if (verb.said !== 'refused' || verb.negated || !clause) return []
    if (others.some(({ from, to }) => verb.from >= from || to <= clause.to)) return []
    const who = ONE_HOUSEHOLD.exec(text.slice(clause.from, verb.from))
    if (!who) return []
    const from = clause.from + who.index
    return [
      {
        field: 'refusedHouseholds',
        amount: { n: 1 },
        from,
        to: verb.to,
        kind: '',
        part: false,
        more: true,
        left: false,
      },
    ]
  })
}
