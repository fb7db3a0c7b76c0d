import type { Amount } from '../values.ts'
import { add, type Claim, type LineFigure } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { PERSON_NOUN } from './nouns.ts'
import type { Predicate, Said } from './predicates.ts'

interface Pair {
  readonly number: Corrected
  readonly verb: Predicate
}

const COUNTS_PEOPLE = new Set(['person', 'bare', 'alone', 'household', 'body'])
/** What may stand between verb and number so that they surely belong together. */
const AFTER_VERB =
  /^(?:了|着|过|掉|的|得|有|是|为|共|达|到|数|在|人员|人数|群众|村民|居民|人口|学生|一共|总共|共计|合计|大概|现在|目前|已经|已|还|只|就|里面|底下|下面|我们|咱们|村|里|上|至少|:|就是|另外|又)*$/u
const BEFORE_VERB =
  /^(?:被|都|全|全部|已|已经|也|还|又|正|正在|现在|目前|当场|可能|好像|估计|怕|因|给|让|遭|在|了|就|的|人|均|现|现已|到现在|至今|仍|仍然|一直|水|洪水|浪|大浪|急流|大风|倒下来的树|泥石流|土|石头|房子|车|大水|急|不幸|先后|最终|后来|,)*$/u
const SUBJECTLESS =
  /^(?:被|都|全|全部|已|已经|也|还|又|正|正在|现在|目前|当场|可能|好像|估计|到现在|至今|仍|一直|人|经|出现|均有|都有|送医后?|伤重|伤势过重|因|(?:早上|今早)?(?:邻居|家人|家里人)?发现|给|让|遭|均|结果|后来|然后|水|洪水|大水|到目前|刚才|就|后|最后|一起|一下子|瞬间|连人带车|连车带人|人也|人还|人都|电话)*$/u
const NAMES_PEOPLE = new RegExp(PERSON_NOUN, 'u')
const CHAIN = /^(?:共|计|共计|合计|,|、|和|及|,共|,共计|约|\()?$/u

/** Claims that numbers and verbs make together. Verbs nobody counted are handed back: 有人被埋. */
export function readPeople(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  verbs: readonly Predicate[],
): { readonly claims: readonly Claim[]; readonly uncounted: readonly Predicate[] } {
  const people = joinPeople(
    text,
    numbers.filter(({ counts }) => COUNTS_PEOPLE.has(counts)),
  )
  const claims: Claim[] = []
  const uncounted: Predicate[] = []
  let waiting: readonly Corrected[] = []
  let open: Predicate | undefined
  let topic: readonly Corrected[] = []
  for (const clause of clauses) {
    const inside = <T extends { from: number; to: number }>(all: readonly T[]) =>
      all.filter(({ from }) => from >= clause.from && from < clause.to)
    const here = inside(people)
    const said = inside(verbs).filter(({ from }) => !here.some((number) => from >= number.from && from < number.to))
    const pairs = pairUp(text, here, said)
    const left = here.filter((number) => !pairs.some((pair) => pair.number === number))
    const [verb] = said
    let fallen: readonly Corrected[] = []
    const starts = (verbFrom: number) => SUBJECTLESS.test(text.slice(clause.from, verbFrom))
    if (here.length === 0 && verb && starts(verb.from) && text.charAt(verb.to) !== '的') {
      // 里面有两个人,到现在没出来.  被困两人,已救出.
      if (verb.said === 'rescued') dropLast(claims)
      // 两人被埋,经抢救无效死亡.  车上三人,都失联.
      const all = /^(?:现在|目前|人)?(?:都|全|均)/u.test(text.slice(clause.from))
      const goesOn = waiting.length === 0 && !verb.negated && (verb.said === 'dead' || all)
      const meant = goesOn ? topic : waiting
      if (goesOn && verb.said === 'dead') dropLast(claims, ['trapped', 'missing', 'injured'])
      for (const number of meant) claims.push(...claim(text, { number, verb }))
      fallen = meant
      if (meant.length === 0) uncounted.push(...said)
    } else if (said.length === 0 && open && here.length > 0 && isBareCount(text, clause, here)) {
      for (const number of here) claims.push(...claim(text, { number, verb: open }))
    } else uncounted.push(...said.filter((one) => !pairs.some((pair) => pair.verb === one)))
    for (const pair of pairs)
      claims.push(...(pair.verb.said === 'remain' ? remaining(claims, pair) : claim(text, pair)))
    if (here.length > 0 || said.length > 0) {
      topic = [...fallen, ...pairs.map(({ number }) => number)].filter(({ counts }) => counts !== 'household')
      waiting = pairs.length === 0 && said.length === 0 ? left : []
      open = said.length > 0 && pairs.length === 0 ? said.at(-1) : pairs.at(-1)?.verb
      if (
        pairs.length > 0 &&
        here.length > 0 &&
        said.length > 0 &&
        !pairs.some(({ number }) => number.counts === 'household')
      )
        open = undefined
    }
  }
  for (const number of people.filter(({ counts }) => counts === 'body'))
    if (!claims.some(({ field, from, to }) => field === 'dead' && number.from >= from && number.to <= to))
      claims.push({
        field: 'dead',
        amount: number.amount,
        from: number.from,
        to: number.to,
        kind: '',
        part: false,
        more: false,
        left: false,
      })
  return { claims, uncounted }
}

/** 两个学生和一个老师, 一男两女: one number of people. */
function joinPeople(text: string, people: readonly Corrected[]): readonly Corrected[] {
  const joined: Corrected[] = []
  for (const next of people) {
    const last = joined.at(-1)
    const together =
      last?.counts === 'person' &&
      next.from >= last.to &&
      next.counts === 'person' &&
      /^(?:和|跟|与|及|、|加|加上)?$/u.test(text.slice(last.to, next.from))
    if (last && together) joined.splice(-1, 1, { ...last, to: next.to, amount: add(last.amount, next.amount) })
    else joined.push(next)
  }
  return joined
}

function dropLast(claims: Claim[], fields: readonly string[] = ['trapped', 'missing']): void {
  while (claims.length > 0 && fields.includes(claims.at(-1)?.field ?? '')) claims.pop()
}

/** A clause that holds hardly more than the number: 一共五个, 大概有三户. */
function isBareCount(text: string, { from, to }: Clause, numbers: readonly Corrected[]): boolean {
  let rest = text.slice(from, to)
  for (const number of numbers) rest = rest.replace(text.slice(number.from, number.to), '')
  return /^(?:一共|总共|共|有|是|就|只|才|还|大概|大约|约|估计|可能|好像|至少|的|人|计|说是|听说|(?:屋顶|楼顶|房顶|里面|里头|下面|底下|井下)上?)*$/u.test(
    rest,
  )
}

type Token = { readonly number: Corrected } | { readonly verb: Predicate }
const placeOf = (token: Token) => ('number' in token ? token.number : token.verb)

/** The best way to give each verb its number within one clause; neighbours only, and nothing twice. */
function pairUp(text: string, numbers: readonly Corrected[], verbs: readonly Predicate[]): readonly Pair[] {
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
    const gap = text.slice(verb.to, number.from)
    if (/[车船牛羊猪鸡树]$/u.test(gap)) return 0
    if (!AFTER_VERB.test(gap)) return isNear(gap, number, verb.said === 'evacuated' ? 14 : 7)
    const object = gap.startsWith('了') || /了$/u.test(text.slice(verb.from, verb.to))
    return /的$/u.test(gap) ? 2.5 : (object ? 4 : 3) + (verbFirst ? 0.2 : 0)
  }
  const last = [number, ...chainOf(text, all, number)].at(-1) ?? number
  const gap = text.slice(last.to, verb.from)
  if (number.counts === 'alone' && gap !== '') return 0
  // 被困5人已全部安全转移: that they are out of it is what counts.
  const over =
    (verb.said === 'rescued' || verb.said === 'evacuated') &&
    /全部|都|均|已/u.test(gap + text.slice(verb.from, verb.to))
  if (over && BEFORE_VERB.test(gap)) return 4.5
  return BEFORE_VERB.test(gap) ? 3 + (verbFirst ? 0 : 0.2) : isNear(gap, number, 12)
}

/** Other words between: “三个” alone may then count anything, unless people are named there. */
function isNear(gap: string, { counts }: Corrected, most: number): number {
  if (gap.length > most) return 0
  return counts === 'person' || counts === 'household' || NAMES_PEOPLE.test(gap) ? 1.5 : 0
}

const FIELD: Partial<Record<Said, LineFigure>> = {
  dead: 'dead',
  injured: 'injured',
  missing: 'missing',
  trapped: 'trapped',
  evacuated: 'evacuated',
}

function claim(text: string, { number, verb }: Pair): readonly Claim[] {
  if (verb.negated) return []
  const field = fieldOf(number, verb)
  if (!field) return []
  const place = number.said ?? { from: Math.min(number.from, verb.from), to: Math.max(number.to, verb.to) }
  const first = Math.min(number.from, verb.from)
  const head = text.slice(Math.max(0, first - 6), Math.max(number.from, verb.from))
  return [
    {
      field,
      amount: isHedged(text, first) ? vague(number.amount) : number.amount,
      ...place,
      kind: verb.kind,
      part: /其中/u.test(head),
      more: /又|另外|另有|还有|再|加上|也$/u.test(head),
      left: /^(?:[没未冇莫]|还|出不|[下上过回]不|在)/u.test(text.slice(verb.from, verb.to)),
    },
  ]
}

/** 埋3,出1,余2: as many as are left of those named before. */
function remaining(claims: readonly Claim[], { number, verb }: Pair): readonly Claim[] {
  const before = claims.findLast(({ field }) => field === 'trapped' || field === 'missing')
  if (!before || number.counts === 'household') return []
  return [
    {
      ...before,
      amount: number.amount,
      from: Math.min(verb.from, number.from),
      to: Math.max(verb.to, number.to),
      left: true,
    },
  ]
}

/** 可能埋了两个人: the caller is not sure of it. */
function isHedged(text: string, from: number): boolean {
  return /(?:可能|好像|估计|大概|似乎|也许|恐怕|怕是|疑似|应该)(?:是|有|都|就|被|还|已经|得)*$/u.test(
    text.slice(Math.max(0, from - 8), from),
  )
}

function vague(amount: Amount & object): Amount & object {
  return 'n' in amount ? { about: amount.n } : amount
}

function fieldOf({ counts }: Corrected, { said }: Predicate): LineFigure | undefined {
  if (counts === 'body') return 'dead'
  if (counts !== 'household') return FIELD[said]
  if (said === 'evacuated') return 'evacuatedHouseholds'
  return said === 'refused' ? 'refusedHouseholds' : undefined
}
