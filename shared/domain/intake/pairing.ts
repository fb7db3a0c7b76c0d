import type { Corrected } from './corrections.ts'
import { PERSON_NOUN } from './nouns.ts'
import type { Predicate } from './predicates.ts'

/** A number and the verb that says what befell as many. */
export interface Pair {
  readonly number: Corrected
  readonly verb: Predicate
}

/** What may stand between verb and number so that they surely belong together. */
const AFTER_VERB =
  /^(?:了|着|过|掉|的|得|有|是|为|共|达|到|数|在|人员|人数|群众|村民|居民|人口|学生|一共|总共|共计|合计|大概|现在|目前|已经|已|还|只|就|里面|底下|下面|我们|咱们|村|里|上|至少|:|就是|另外|又|老老少少|路过的|过路的|旁边的|下面的|在场的|男女老少|大大小小|大人小孩|(?:前面|之前|先前|早先|昨天|先)报的?(?:是|为)?|原先|原来|先头|起先|早先|最初|早上|上午|还是|点过了?)*$/u
const BEFORE_VERB =
  /^(?:被|都|全|全部|已|已经|也|还|又|正|正在|现在|目前|当场|可能|好像|估计|怕|因|给|让|遭|在|了|就|的|人|均|现|现已|到现在|至今|仍|仍然|一直|水|洪水|浪|大浪|急流|大风|倒下来的树|泥石流|土|石头|房子|车|大水|急|不幸|先后|最终|后来|,)*$/u
const NAMES_PEOPLE = new RegExp(PERSON_NOUN, 'u')
const GROWN = /[由从][\d一二两三四五六七八九十百几]+[人个名位]?(?:上升|升|增加|增|涨|变|更正|改)(?:到|至|为|成)$/u
const CHAIN = /^(?:共|计|共计|合计|,|、|和|及|,共|,共计|约|\()?$/u

type Token = { readonly number: Corrected } | { readonly verb: Predicate }
const placeOf = (token: Token) => ('number' in token ? token.number : token.verb)

/** The best way to give each verb its number within one clause; neighbours only, and nothing twice. */
export function pairUp(text: string, numbers: readonly Corrected[], verbs: readonly Predicate[]): readonly Pair[] {
  const heads = numbers.filter((number, i) => !isChained(text, numbers[i - 1], number))
  const tokens: readonly Token[] = [...heads.map((number) => ({ number })), ...verbs.map((verb) => ({ verb }))].sort(
    (a, b) => placeOf(a).from - placeOf(b).from,
  )
  const verbFirst = tokens[0] !== undefined && 'verb' in tokens[0]
  interface Best {
    readonly weight: number
    readonly pairs: readonly Pair[]
  }
  const none: Best = { weight: 0, pairs: [] }
  let before = none
  let best = none
  for (const [i, token] of tokens.entries()) {
    const previous = tokens[i - 1]
    let next = best
    if (previous && 'number' in token !== 'number' in previous) {
      const pair: Pair =
        'number' in token
          ? { number: token.number, verb: (previous as { verb: Predicate }).verb }
          : { number: (previous as { number: Corrected }).number, verb: token.verb }
      const weight = weigh(text, pair, verbFirst, numbers)
      if (weight > 0 && before.weight + weight > best.weight)
        next = { weight: before.weight + weight, pairs: [...before.pairs, pair] }
    }
    before = best
    best = next
  }
  return best.pairs.flatMap(({ number, verb }) => [
    { number, verb },
    ...chainOf(text, numbers, number).map((chained) => ({ number: chained, verb })),
  ])
}

/** 15户46人: the second goes with the first. */
function isChained(text: string, first: Corrected | undefined, second: Corrected): boolean {
  return (
    first !== undefined &&
    first.counts !== second.counts &&
    (first.counts === 'household' || second.counts === 'household') &&
    CHAIN.test(text.slice(first.to, second.from))
  )
}

function chainOf(text: string, numbers: readonly Corrected[], head: Corrected): readonly Corrected[] {
  const next = numbers[numbers.indexOf(head) + 1]
  return next && isChained(text, head, next) ? [next, ...chainOf(text, numbers, next)] : []
}

function weigh(text: string, { number, verb }: Pair, verbFirst: boolean, all: readonly Corrected[]): number {
  if (verb.to <= number.from) {
    // 剩下4户12人不愿走: any other verb says more of them.
    if (verb.said === 'remain') return /^(?:了|的|有|还有)*$/u.test(text.slice(verb.to, number.from)) ? 1.2 : 0
    // 死亡人数从2人上升到4人.
    const said = text.slice(verb.to, number.from).replace(GROWN, '')
    // 死了好几个.
    const gap = verb.said === 'dead' ? said.replace(/好$/u, '') : said
    // 困住了两辆客车大概五六十人: those aboard.
    if (/^(?:了|着|住)*[一二两三四五六七八九十几\d]+[辆台艘条]\p{Script=Han}{0,2}[车船],?(?:上|里)?$/u.test(gap))
      return number.counts === 'person' && verb.said !== 'injured' ? 2 : 0
    if (/[车船牛羊猪鸡树]$/u.test(gap)) return 0
    if (!AFTER_VERB.test(gap)) return isNear(gap, number, verb.said === 'evacuated' ? 14 : 7)
    const object = gap.startsWith('了') || /了$/u.test(text.slice(verb.from, verb.to))
    // 工作人员6人失联3人: of two numbers round one verb the second is what it says.
    const inner =
      all.some((one) => one !== number && /^人?$/u.test(text.slice(one.to, Math.max(one.to, verb.from)))) && gap === ''
    return /的$/u.test(gap) ? 2.5 : (object ? 4 : 3) + (verbFirst || (inner && all.length === 2) ? 0.3 : 0)
  }
  const last = [number, ...chainOf(text, all, number)].at(-1) ?? number
  const gap = text.slice(last.to, verb.from)
  if (number.counts === 'alone' && gap !== '') return 0
  // 被困5人已全部安全转移: that they are out of it is what counts.
  const over =
    (verb.said === 'rescued' || verb.said === 'evacuated') &&
    /全部|都|均|已/u.test(gap + text.slice(verb.from, verb.to))
  // 十八户已经转了十五户: the second is how many did.
  const done = all.some(({ counts, from }) => counts === number.counts && from === verb.to)
  if (over && !done && BEFORE_VERB.test(gap)) return 4.5
  if (BEFORE_VERB.test(gap)) return 3 + (verbFirst ? 0 : 0.2)
  // 有一个在邻居家找到了.
  return number.counts === 'bare' && /^(?:在|从|被|让|给)\p{Script=Han}{1,7}$/u.test(gap)
    ? 1.8
    : isNear(gap, number, 12)
}

/** Other words between: “三个” alone may then count anything, unless people are named there. */
function isNear(gap: string, { counts }: Corrected, most: number): number {
  if (gap.length > most) return 0
  return counts === 'person' || counts === 'household' || NAMES_PEOPLE.test(gap) ? 1.5 : 0
}
