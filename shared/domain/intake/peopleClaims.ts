import type { Amount } from '../values.ts'
import type { Claim, LineFigure } from './claims.ts'
import type { Corrected } from './corrections.ts'
import type { Pair } from './pairing.ts'
import type { Predicate, Said } from './predicates.ts'

const FIELD: Partial<Record<Said, LineFigure>> = {
  dead: 'dead',
  injured: 'injured',
  missing: 'missing',
  trapped: 'trapped',
  evacuated: 'evacuated',
}

const THREATENS = /扬言|要跳楼|轻生/u

/** What a number and its verb claim; nothing when the verb is denied or tells of nobody's misfortune. */
export function claim(text: string, { number, verb }: Pair): readonly Claim[] {
  if (verb.negated) return []
  const home = verb.said === 'refused' && isOneHome(text, number)
  const field = home ? 'refusedHouseholds' : fieldOf(number, verb)
  if (!field) return []
  if (verb.said === 'evacuated' && isOrdered(text, verb)) return []
  // 站在楼顶扬言要跳: he can come down.
  if (verb.said === 'trapped' && THREATENS.test(text) && /[楼屋房]顶|[楼树]上/u.test(text.slice(verb.from, verb.to)))
    return []
  const place = number.said ?? { from: Math.min(number.from, verb.from), to: Math.max(number.to, verb.to) }
  const first = Math.min(number.from, verb.from)
  const head = text.slice(Math.max(0, first - 6), Math.max(number.from, verb.from))
  return [
    {
      field,
      amount: home ? { n: 1 } : isHedged(text, first) ? vague(number.amount) : number.amount,
      ...place,
      kind: verb.kind,
      part: /其中/u.test(head) || /其中[^.;!?]*$/u.test(text.slice(0, first)),
      more:
        /又(?![^,.;]{0,4}[说讲])|另外|另有|还有|再|加上|也$/u.test(head) ||
        // 隔壁三户也跟着不走.
        (verb.said === 'refused' && /也/u.test(text.slice(number.to, Math.max(number.to, verb.from)))),
      left: !/也$/u.test(head) && /^(?:[没未冇莫]|还|出不|[下上过回]不|在)/u.test(text.slice(verb.from, verb.to)),
    },
  ]
}

/** 一家两口子不肯走, 有家五口人不走: one home, whoever lives in it. */
function isOneHome(text: string, { counts, from, to }: Corrected): boolean {
  return (
    counts === 'person' &&
    // 两户不走,一户三口人,一户五口人: the two.
    !(/户/u.test(text.slice(Math.max(0, from - 4), from)) && /[两二三四五六七八九十\d]+户/u.test(text)) &&
    /[口俩]|夫妻|夫妇|公婆|母女|母子|父子|爷孙|婆孙|两老/u.test(text.slice(from, to)) &&
    /(?:一|那|这|有|某)[家户](?:人家|人)?(?:的|老)?$|^一家/u.test(
      text.slice(Math.max(0, from - 6), from) || text.slice(from, to),
    )
  )
}

/** 要求两点前把26户全部转移: to be done, not done. */
function isOrdered(text: string, { from }: Predicate): boolean {
  const before = /[^,.;:!?]*$/u.exec(text.slice(0, from))?.[0] ?? ''
  return (
    /要求|必须|务必|责令|确保|计划|准备|打算|即将|马上|正要|拟|(?:[点时]|天黑|之|以)前(?:要)?(?:把|将|全部|完成)|要[在于][^,.;]{1,6}前$/u.test(
      before,
    ) && !/已|了/u.test(before)
  )
}

/** 埋3,出1,余2: as many as are left of those named before. */
export function remaining(claims: readonly Claim[], { number, verb }: Pair): readonly Claim[] {
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

/** 那家三口人已经搬到亲戚家: one household. */
export function household(text: string, { number, verb }: Pair): readonly Claim[] {
  if (verb.negated || isOrdered(text, verb) || number.counts !== 'person') return []
  if (
    !/(?:那|这|某|有一?|户主姓\p{Script=Han})家$/u.test(text.slice(0, number.from)) ||
    !/口/u.test(text.slice(number.from, number.to))
  )
    return []
  const [from, to] = [Math.min(number.from, verb.from), Math.max(number.to, verb.to)]
  return [{ field: 'evacuatedHouseholds', amount: { n: 1 }, from, to, kind: '', part: false, more: true, left: false }]
}

/** 水涨上来了,六个老人已经背出来: moved, where nobody was trapped or buried. */
export function carriedOut(text: string, { number, verb }: Pair, before: readonly Claim[]): readonly Claim[] {
  const carried =
    /^(?:背|搀|扶|接)/u.test(text.slice(verb.from, verb.to)) && number.counts === 'person' && !verb.negated
  const stuck = before.some(({ field }) => field === 'trapped' || field === 'missing')
  if (
    !carried ||
    stuck ||
    !/水|涨|淹|滑坡|裂缝|台风|转移|避险/u.test(text) ||
    /[埋压困火烟塌]|落水|掉[进到]/u.test(text)
  )
    return []
  const [from, to] = [Math.min(number.from, verb.from), Math.max(number.to, verb.to)]
  return [{ field: 'evacuated', amount: number.amount, from, to, kind: '', part: false, more: false, left: false }]
}

/** Came away whole; that alone does not take anybody out of where he is. */
export function isUnharmed(text: string, { from, to }: Predicate): boolean {
  return /^(?:没事|平安|安全)/u.test(text.slice(from, to))
}

/** 五个人被埋,救出来两个: three are left there. Only of numbers that are certain; as many rescued as were there leaves nobody. */
export function afterRescue(claims: readonly Claim[], { number, verb }: Pair): readonly Claim[] {
  const before = claims.findLast(({ field }) => field === 'trapped' || field === 'missing')
  if (verb.negated || !before || number.counts === 'household' || before.to > Math.max(number.from, verb.from))
    return []
  const [was, out] = [before.amount, number.amount]
  if (was === null || !('n' in was) || !('n' in out) || out.n >= was.n) return []
  const [from, to] = [Math.min(verb.from, number.from), Math.max(verb.to, number.to)]
  return [{ ...before, amount: { n: was.n - out.n }, from: Math.min(before.from, from), to, left: true }]
}

/** 一共走了两百零六个,学校安置八十六: the second is of the first. */
export function withoutBreakdown(text: string, claims: readonly Claim[]): readonly Claim[] {
  const size = ({ amount }: Claim) => (amount !== null && 'n' in amount ? amount.n : 0)
  return claims.map((one, i) => {
    const total = claims
      .slice(0, i)
      .find(
        (first) =>
          first.field === one.field &&
          size(first) > size(one) &&
          TOTAL.test(text.slice(Math.max(0, first.from - 8), first.to)),
      )
    const moved = one.field === 'evacuated' || one.field === 'evacuatedHouseholds'
    return total && moved && !one.more ? { ...one, part: true } : one
  })
}

const TOTAL = /一共|总共|共计|合计|累计|全村|全镇|总计/u

/** 三口中毒,两个昏迷,一个死了: the dead were of the three, who are not all injured then. */
export function withoutTheDead(claims: readonly Claim[]): readonly Claim[] {
  const exact = (field: LineFigure, part: boolean) =>
    claims.filter((one) => one.field === field && (one.kind !== '') === part && !one.part)
  const sum = (all: readonly Claim[]) =>
    all.reduce((n, { amount }) => n + (amount !== null && 'n' in amount ? amount.n : Number.NaN), 0)
  const [whole, ...others] = exact('injured', false)
  const [parts, dead] = [exact('injured', true), exact('dead', false)]
  if (!whole || others.length > 0 || parts.length === 0 || sum(dead) === 0) return claims
  if ([...parts, ...dead].some(({ from }) => from < whole.from)) return claims
  return sum([whole]) === sum(parts) + sum(dead) ? claims.filter((one) => one !== whole) : claims
}

/** 压到三个学生,两个轻伤一个重伤: all of them are out, and hurt. `unharmed`: how many came away whole. */
export function withoutTheFreed(claims: readonly Claim[], unharmed: number): readonly Claim[] {
  return claims.filter((one, i) => {
    const was = one.amount
    if (one.field !== 'trapped' || was === null || !('n' in was)) return true
    const after = claims.slice(i + 1).filter(({ field }) => field === 'injured' || field === 'dead')
    const sum = after.reduce((n, { amount }) => n + (amount !== null && 'n' in amount ? amount.n : Number.NaN), 0)
    return after.length + (unharmed > 0 ? 1 : 0) < 2 || sum + unharmed !== was.n
  })
}

/** 可能埋了两个人: the caller is not sure of it. */
function isHedged(text: string, from: number): boolean {
  const head = text.slice(Math.max(0, from - 16), from)
  // 不对,应该是伤两个: he puts it right, and knows.
  if (/(?:不对|错了?|更正|纠正|说错|不是[^,.;]{1,8}),?应该(?:是|有|为)?$/u.test(head)) return false
  return /(?:可能|好像|估计|大概|似乎|也许|恐怕|怕是|疑似|应该)(?:是|有|都|就|被|还|已经|得)*$/u.test(head.slice(-8))
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
