import { claimOf, earlierOf, lastThree } from './around.ts'
import { add, type Claim } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { ANIMAL_NOUN } from './nouns.ts'

/** Gone, but perhaps alive: 冲走, 埋, 丢. Those found again come off. */
const GONE =
  /盖了|全盖|冲走|冲跑|卷走|[冲卷刮]了|淹(?!死)|压(?!死)|砸(?!死)|埋(?!死)|丢|走失|失(?:踪|联)|不见|跑了|跑掉|跑散|没(?:有)?(?:拉|跑|救|赶|牵|弄|抢|爬|逃|出)(?:得|得及)?(?:出来?|上来?|来)|偷/u
const DEAD =
  /死|(?<![发高低])烧|没了|没气|损失|[冲淹]没|毒(?!蛇)|电(?:击|倒|了)|冻(?!住)|遇难|扑杀|倒毙|毙|劈|雷打|断气|咬了|冲|淹|压|砸|埋/u
const SAVED =
  /找(?:回|到|着)|救(?:出|活|回|下|起|上)|(?:扒|挖|刨|拉|牵|赶|抢|弄|跑|逃)(?:了)?出来?(?!的?死)|活(?:的|着|下)|还活|还在喘|还有气|没死|未死|安然|安全|存活|打回|追回|牵回|赶回/u
const DENIED =
  /[压困埋]着|没少|(?:咬|砸|撞|烧|打|压)伤|受伤|没(?:有)?[死淹冲丢压](?!出)|没有[死淹冲]|未死|没伤|带(?:着)?伤|挂了?伤|有伤/u

const REST =
  /(?:其余|其他|其它|剩下|剩余|剩|别|另外)的?[^,.;\d]{0,4}(?:死|没了|淹|冲走|埋|不见|没救|没出来|烧|没得?影|没找|没下落|没回)/u

const BEAST = new RegExp(ANIMAL_NOUN, 'u')
/** 养鸭的,原来五千只; 羊群跑了,一共三百只: only of beasts. */
const KEEPS = new RegExp(`养${ANIMAL_NOUN}|${ANIMAL_NOUN}(?:群|圈|场|棚|栏)`, 'u')
/** 从昨天死到现在只剩 */
const isRemains = (before: string) => /[只头羽][^.;]{0,14}[死瘟淹冲][^.;]{0,10}剩(?:下|了)?$/u.test(before)

/** 一共三百二十只,找回来活的二百八: of the same beasts. */
const isFound = (before: string) => /[只头匹羽][^.;]{0,8}(?:找|赶|追|救|牵)(?:了)?回来?(?:活的|了)?$/u.test(before)

/** Beasts dead or lost. */
export function readLivestock(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
): readonly Claim[] {
  const keeps = KEEPS.exec(text)?.index ?? text.length
  const beasts = numbers.filter(
    (one) =>
      one.counts === 'animal' ||
      (one.from > keeps && one.counts === 'thing' && /^[只羽]$/u.test(one.unit)) ||
      (one.unit === '' && (isRemains(text.slice(keeps, one.from)) || isFound(text.slice(0, one.from)))),
  )
  const claims: (Claim & { readonly alive: boolean })[] = []
  let taken = 0
  let herd: Claim['amount'] = null
  let rest: Claim['amount'] = null
  for (const [i, number] of beasts.entries()) {
    const at = clauses.findIndex(({ from, to }) => number.from >= from && number.from < to)
    const clause = clauses[at]
    if (!clause) continue
    const here = text.slice(clause.from, clause.to)
    const houseByHouse = /^(?:还有|另外?|再)?一[户家]$/u.test(text.slice(clause.from, number.from))
    const earlier = houseByHouse ? lastThree(text, clauses, at) : earlierOf(text, clauses, at)
    const before = text.slice(Math.max(clause.from, taken), number.from)
    const next = beasts[i + 1]
    if (next && isHerd(text, number, next, before, clause.to)) {
      herd = number.amount
      taken = number.to
      continue
    }
    // 三百来只让水冲得只剩四十只.
    const remains = /剩(?:下|了)?$/u.test(before) ? minus(herd, number.amount) : null
    if (remains) {
      claims.push({ ...claimOf(number, 'livestock', false), amount: remains, alive: true })
      taken = number.to
      continue
    }
    const after = text.slice(number.to, Math.min(clause.to, next?.from ?? clause.to))
    // 跑丢的十二头找回来九头: what stands between belongs to the first only when nothing stands before it.
    const own = next && next.from < clause.to && (lost(before) || SAVED.test(before)) ? before : before + after
    taken = own === before ? number.to : number.to + after.length
    if (SAVED.test(withoutNots(own)) && !(DEAD.test(after) && own !== before)) {
      const all = claims.filter(({ alive }) => alive).map(({ amount }) => amount)
      const total = all.reduce((sum, one) => (sum && one ? add(sum, one) : one), null)
      const left = total && minus(total, number.amount)
      if (left) claims.push({ ...claimOf(number, 'livestock', false), amount: left, left: true, alive: true })
      else rest = herd && minus(herd, number.amount)
      continue
    }
    // 冲走八只,找到三只死的: three of the eight.
    if (claims.length > 0 && SAVED.test(before) && DEAD.test(after)) continue
    if (DENIED.test(own)) continue
    // 今天死猪二十三头了,昨天才八头: the eight are among them.
    if (
      claims.length > 0 &&
      /(?:昨[天日晚夜儿]?|前天|上午|早上|先前|开头|开始|起初)[^,.;]{0,3}(?:才|还?只)(?:有|是|死了?)?$/u.test(before)
    )
      continue
    if (before + after === '' || !lost(here)) herd = number.amount
    if (!lost(here) && !(lost(earlier) && BEAST.test(earlier + here))) continue
    // 病牛11头,死亡2头: ill ones live.
    if (/病|疫|不吃|发烧/u.test(before) && !lost(own)) continue
    claims.push({
      ...claimOf(number, 'livestock', /其中/u.test(before)),
      more: true,
      alive: GONE.test(own) && !/死/u.test(own),
    })
  }
  // 一百二十头猪,赶出来九十头,剩下的淹死了.
  const withinRest = claims.every(({ amount }) => amount === herd || (rest && amount && minus(rest, amount)))
  const others = withinRest && rest ? REST.exec(text) : null
  if (others && rest)
    return [
      {
        field: 'livestock',
        amount: rest,
        from: others.index,
        to: others.index + others[0].length,
        kind: '',
        part: false,
        more: false,
        left: false,
      },
    ]
  return claims.map(({ alive: _alive, ...claim }) => claim)
}

const lost = (said: string) => GONE.test(said) || DEAD.test(said)

/** 三十头猪压死了八头, 六十头跑出来四十头: the thirty, the sixty are all there were. */
function isHerd(text: string, one: Corrected, next: Corrected, before: string, end: number): boolean {
  const between = text.slice(one.to, next.from)
  const after = text.slice(next.to, Math.max(next.to, end))
  return (
    next.from < end &&
    (lost(between) || SAVED.test(between)) &&
    ![before, after].some((said) => lost(said) || SAVED.test(said)) &&
    !BEAST.test(text.slice(next.from, next.to))
  )
}

/** 没救出来 saves nobody. */
function withoutNots(said: string): string {
  return said.replace(/(?:没|未|不)(?:有|能|得)?(?:法|及)?\p{Script=Han}{1,3}(?=$|[,.;了])/gu, '')
}

function minus(total: Claim['amount'], saved: Claim['amount']): Claim['amount'] {
  if (!total || !saved || 'min' in total || 'min' in saved) return null
  const n = ('n' in total ? total.n : total.about) - ('n' in saved ? saved.n : saved.about)
  if (n < 0) return null
  return 'n' in total && 'n' in saved ? { n } : { about: n }
}
