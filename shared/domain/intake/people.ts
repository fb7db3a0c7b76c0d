import { add, type Claim } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { type Pair, pairUp } from './pairing.ts'
import { findParallels } from './parallel.ts'
import {
  afterRescue,
  carriedOut,
  claim,
  household,
  isUnharmed,
  remaining,
  withoutBreakdown,
  withoutTheDead,
  withoutTheFreed,
} from './peopleClaims.ts'
import type { Predicate } from './predicates.ts'
import { isTakenAlong } from './runaways.ts'

const COUNTS_PEOPLE = new Set(['person', 'bare', 'alone', 'household', 'body'])
const SUBJECTLESS =
  /^(?:被|都|全|全部|已|已经|现|也|还|又|正|正在|现在|目前|当场|可能|好像|估计|到现在|至今|仍|一直|人|经|出现|均有|都有|送医后?|伤重|伤势过重|因|当时|立马|很快|没多久|(?:早上|今早)?(?:邻居|家人|家里人)?发现|给|让|遭|均|结果|后来|然后|水|洪水|大水|(?:大腿|小腿|腿|手臂?|胳膊|脚|头部?|脑袋|腰|肋骨|牙齿|脸|胸口)(?:被|也|都)?|到目前|刚才|就|后|最后|一起|一下子|瞬间|连人带车|连车带人|人也|人还|人都|电话)*$/u

/** Who goes there to help is told of by himself only. */
const HELPERS = /干部|民警|消防|医生|护士|志愿者|专家|辅警/u

/** Claims that numbers and verbs make together. Verbs nobody counted are handed back: 有人被埋. */
export function readPeople(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  verbs: readonly Predicate[],
): { readonly claims: readonly Claim[]; readonly uncounted: readonly Predicate[] } {
  const people = joinPeople(
    text,
    numbers.filter(
      ({ counts, amount }) => COUNTS_PEOPLE.has(counts) && !(counts === 'alone' && 'n' in amount && amount.n > 9999),
    ),
  )
  const claims: Claim[] = []
  const uncounted: Predicate[] = []
  let waiting: readonly Corrected[] = []
  let open: Predicate | undefined
  let topic: readonly Corrected[] = []
  let unharmed = 0
  let list: Predicate | undefined
  let moved: { readonly verb: Predicate; readonly counts: Corrected['counts'] | undefined } | undefined
  for (const clause of clauses) {
    const inside = <T extends { from: number; to: number }>(all: readonly T[]) =>
      all.filter(({ from }) => from >= clause.from && from < clause.to)
    const here = inside(people)
    const said = inside(verbs).filter(
      (verb) =>
        !here.some((number) => verb.from >= number.from && verb.from < number.to) &&
        // 冻死三十 of a herd: says nothing of the people before.
        !(verb.said === 'dead' && numbers.some(({ counts, from }) => counts === 'animal' && from === verb.to)),
    )
    const pairs = pairUp(text, here, said)
    const left = here.filter((number) => !pairs.some((pair) => pair.number === number))
    // 送到医院没抢救过来: the last word on him.
    const verb = said.find((one) => one.said === 'dead' && !one.negated && said[0]?.kind === 'sent') ?? said[0]
    let fallen: readonly Corrected[] = []
    const starts = (verbFrom: number) => SUBJECTLESS.test(text.slice(clause.from, verbFrom))
    if (here.length === 0 && verb && starts(said[0]?.from ?? verb.from) && text.charAt(verb.to) !== '的') {
      // 里面有两个人,到现在没出来.  被困两人,已救出.
      if (verb.said === 'rescued') dropLast(claims)
      // 两人被埋,经抢救无效死亡.  车上三人,都失联.
      const all = /^(?:现在?|目前|人|已经?|也)*(?:都|全|均)/u.test(text.slice(clause.from))
      const goesOn = waiting.length === 0 && !verb.negated && (verb.said === 'dead' || all)
      // 压到一个老太婆,已经送卫生院了: she is out.
      const taken =
        waiting.length === 0 && verb.kind === 'sent' && claims.at(-1)?.field === 'trapped' && topic.length > 0
      const them =
        goesOn || taken ? topic.filter(({ counts }) => counts !== 'household' || verb.said === 'evacuated') : waiting
      const meant = them.filter((one) => one.counts !== 'household' || !isCountedAlone(text, one, clause))
      if (goesOn && verb.said === 'dead') dropLast(claims, ['trapped', 'missing', 'injured'])
      if (taken) dropLast(claims)
      for (const number of meant) claims.push(...claim(text, { number, verb }))
      fallen = meant
      if (meant.length === 0) uncounted.push(...said)
    } else if (said.length === 0 && open && here.length > 0 && isBareCount(text, clause, here)) {
      for (const number of here) claims.push(...claim(text, { number, verb: open }))
      moved = open.said === 'evacuated' ? { verb: open, counts: here.at(-1)?.counts } : undefined
    } else if (said.length === 0 && moved && isOtherCount(text, clause, here, moved.counts)) {
      // 转移的是68人,21户: the same, counted otherwise.
      for (const number of here) claims.push(...claim(text, { number, verb: moved.verb }))
    } else if (said.length === 0 && list && isListed(text, clause, here)) {
      for (const number of here)
        claims.push(...claim(text, { number, verb: list }).map((one) => ({ ...one, more: true })))
    } else uncounted.push(...said.filter((one) => !pairs.some((pair) => pair.verb === one)))
    for (const said of pairs) {
      const pair = ofHomes(text, people, said)
      claims.push(...claimsOf(text, pair, claims))
      if (pair.verb.said === 'rescued' && isUnharmed(text, pair.verb) && 'n' in pair.number.amount)
        unharmed += pair.number.amount.n
    }
    if (said.length > 0) list = pairs.at(-1)?.verb
    const last = pairs.at(-1)
    if (said.length > 0)
      moved = last?.verb.said === 'evacuated' ? { verb: last.verb, counts: last.number.counts } : undefined
    if (here.length > 0 || said.length > 0) {
      topic = [...fallen, ...pairs.map(({ number }) => number)]
      waiting = pairs.length === 0 && said.length === 0 ? left.filter((one) => isLeft(text, one, clause)) : []
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
  const parallels = findParallels(text)
  const onTop = withoutBreakdown(text, claims).map((one) =>
    !one.part && parallels.some(({ from, to }) => one.from >= from && one.to <= to) ? { ...one, more: true } : one,
  )
  return { claims: withoutTheFreed(withoutTheDead(onTop), unharmed), uncounted }
}

/** 该撤五十户,撤了四十六: of these, households. */
function ofHomes(text: string, people: readonly Corrected[], pair: Pair): Pair {
  const { number, verb } = pair
  if (verb.said !== 'evacuated' || (number.counts !== 'alone' && number.counts !== 'bare')) return pair
  const before = people.findLast(({ to }) => to <= number.from)
  const near =
    before?.counts === 'household' && number.from - before.to <= 8 && !/人/u.test(text.slice(before.to, number.to))
  return near ? { number: { ...number, counts: 'household' }, verb } : pair
}

/** 淹了七八户,人都转出来了,三十二个: the homes were hit, and who left them is counted next. */
function isCountedAlone(text: string, home: Corrected, { from, to }: Clause): boolean {
  const told = text.slice(Math.max(0, home.from - 6), Math.min(from, home.to + 8))
  return (
    /^(?:人|群众|老百姓)/u.test(text.slice(from, to)) &&
    HIT.test(told) &&
    /^,(?:一共|总共|共|大概|有)*[\d一二两三四五六七八九十百几]+(?:多|来)?[个人名口]/u.test(text.slice(to))
  )
}

const HIT = /裂|进水|[淹倒塌漏断停损垮烧]/u

/** Of whom the next clause may tell: not helpers, nor households whose homes were hit. */
function isLeft(text: string, { from, to, counts }: Corrected, clause: Clause): boolean {
  return (
    counts !== 'alone' &&
    !HELPERS.test(text.slice(from, to)) &&
    !isTakenAlong(text.slice(0, from)) &&
    !(counts === 'household' && /其中[^,.;]*$/u.test(text.slice(0, from)) && HIT.test(text.slice(to, clause.to)))
  )
}

function claimsOf(text: string, pair: Pair, before: readonly Claim[]): readonly Claim[] {
  if (pair.verb.said === 'remain') return remaining(before, pair)
  if (pair.verb.said === 'evacuated') return [...claim(text, pair), ...household(text, pair)]
  if (pair.verb.said !== 'rescued') return claim(text, pair)
  // 救起来的有一个呛了水: got out already.
  if (pair.verb.to <= pair.number.from && text.charAt(pair.verb.to) === '的') return []
  if (isUnharmed(text, pair.verb)) return []
  // 失踪的是两个,另外那个找到了: none of the two.
  if (
    /另外?(?:那|的|有)?$/u.test(text.slice(0, pair.number.from)) &&
    !before.at(-1)?.left &&
    !/也/u.test(text.slice(pair.number.to, pair.verb.to))
  )
    return []
  const out = carriedOut(text, pair, before)
  return out.length > 0 ? out : afterRescue(before, pair)
}

const AND =
  /^(?:(?:和|跟|与|及|、|加|加上|连同?|还有|带着?个?|领着|抱着|背着)(?:学生|老师|教师|工人|家属|乘客|司机|大人|小孩)?)?$/u
const AND_HOMES = /^[和跟与及][^,.;\d]{0,6}$/u

/** 两个学生和一个老师, 一男两女: one number of people. */
function joinPeople(text: string, people: readonly Corrected[]): readonly Corrected[] {
  const joined: Corrected[] = []
  for (const next of people) {
    const last = joined.at(-1)
    const gap = last && next.from >= last.to ? text.slice(last.to, next.from) : undefined
    const people = last?.counts === 'person' && next.counts === 'person' && gap !== undefined && AND.test(gap)
    // 寨老一家和养猪那两家.
    const homes =
      last?.counts === 'household' && next.counts === 'household' && gap !== undefined && AND_HOMES.test(gap)
    const together = people || homes
    if (last && together) joined.splice(-1, 1, { ...last, to: next.to, amount: add(last.amount, next.amount) })
    else joined.push(next)
  }
  return joined
}

function dropLast(claims: Claim[], fields: readonly string[] = ['trapped', 'missing']): void {
  while (claims.length > 0 && fields.includes(claims.at(-1)?.field ?? '')) claims.pop()
}

/** 炸伤路人5名、摊主2名: the second goes with the verb of the first. */
function isListed(text: string, { from, to }: Clause, numbers: readonly Corrected[]): boolean {
  const [number] = numbers
  return (
    text.charAt(from - 1) === '、' &&
    numbers.length === 1 &&
    (number?.counts === 'person' || number?.counts === 'household') &&
    number.to === to &&
    number.from - from <= 6
  )
}

/** 21户 after 68人: one number that counts homes where people were counted, or people where homes were. */
function isOtherCount(
  text: string,
  clause: Clause,
  numbers: readonly Corrected[],
  counts: Corrected['counts'] | undefined,
): boolean {
  const [number] = numbers
  const pair = [counts, number?.counts]
  return (
    numbers.length === 1 && pair.includes('household') && pair.includes('person') && isBareCount(text, clause, numbers)
  )
}

/** A clause that holds hardly more than the number: 一共五个, 大概有三户. */
function isBareCount(text: string, { from, to }: Clause, numbers: readonly Corrected[]): boolean {
  let rest = text.slice(from, to)
  for (const { from, to, said } of numbers) {
    rest = rest.replace(text.slice(from, to), '')
    if (said) rest = rest.replace(text.slice(said.from, said.to), '')
  }
  // 石门村135人报多了,是129人.
  if (/报[重错多少漏]了?/u.test(rest)) rest = rest.replace(/^\p{Script=Han}{2,4}(?:村|社区|[组屯寨])/u, '')
  return /^(?:户数|人数|报[重错多少漏]了?|[没不未]变|没动|一共|总共|共|合起来?|加起来|拢共|统共|合计|累计|先头|原先|起先|头先|有|是|就|只|才|还|大概|大约|约|估计|可能|好像|至少|的|人|计|说是|听说|(?:(?:屋|家|车|船|房子|房|院子|厂|店|洞|井|池子|楼)(?:里头?|里面|内|上|中)?|屋顶|楼顶|房顶|里面|里头|下面|底下|井下|当时|坐着?|住着?|由|更正为?|改为|应为|核实为|增至|升至|上升到|增加到)上?)*$/u.test(
    rest,
  )
}
