import { TAG } from './asking.ts'
import type { SaidText } from './caller.ts'
import type { Clause } from './clauses.ts'
import { findShortages } from './shortages.ts'
import { COUNT, THING } from './supplies.ts'
import { findWishes } from './wishes.ts'

/** Asked of others, done already, or not asked at all. */
const NOT_ASKED = /(?:不用|不必|不需要?|用不着|(?<!要)不|没|无|甭|莫|别|暂不|暂时不|已经?|刚|未|另外)(?:再|去|先)?$/u
const NO_OBJECT =
  /^(?:了|的|过|要?点名|[去走](?:$|[了,.;])|转移的?(?:群众)?(?:有)?\d|注意|[派来叫喊]?(?:来)?(?:救命|人啊)?$|[^,]{0,12}(?:回话|回复|反馈|报告|上报|答复)|$)/u

/** 处理并回复: the answer is due, what is wanted is the rest. */
const THEN_ANSWER =
  /(?<=.{2})(?:并|后|,?再|然后)(?:及时|尽快|马上|立即)?(?:电话|书面)?(?:回复|反馈|答复|回话|回电|报告|上报)[^,.;]{0,4}$/u
const ASKED_AT_END = new RegExp(`${TAG}$`, 'u')
const NAMES_THING = new RegExp(THING, 'u')
const BEFORE_WISH = new RegExp(`^${THING}(?:还|再|也|至少|最少|大概|起码)*$`, 'u')
const SHORT_OF = /^还?[缺差]$/u
/** Without its 要 it would be no sentence: 要有条船, 要个铲车, 要人摘窝, 要消防快点. */
const KEEPS = /^(?:有|[个点些人]|[^,.;]{1,8}(?:快点?|快些|赶紧|赶快|尽快|马上|来|派人?|去)$)/u

/** What is asked for or ordered, in the caller's words; several wishes with 、 between. `ordered`: what the county, which calls, orders. */
export function readNeeds(
  text: string,
  clauses: readonly Clause[],
  ordered: readonly SaidText[],
): SaidText | undefined {
  const wishes: SaidText[] = []
  for (const { index, verb } of findWishes(text)) {
    const from = index + verb.length
    if (wishes.some((wish) => from <= wish.to)) continue
    if (NOT_ASKED.test(text.slice(Math.max(0, index - 4), index))) continue
    const clause = clauses.find((one) => index >= one.from && index < one.to)
    if (!clause) continue
    const rest = text.slice(clause.from, clause.to)
    if (
      /(?:转移|撤离|疏散)(?:的)?(?:群众|人员)?(?:有|共|约)?[\d一二两三四五六七八九十百]+/u.test(
        rest.slice(from - clause.from),
      )
    )
      continue
    const wanting = verb.endsWith('缺') && /^[^,.;]+缺/u.test(text.slice(from))
    const at = wanting || keepsVerb(verb, text.slice(from, from + 1)) ? index + verb.length - 1 : from
    const to = endOfWish(text, clauses, clause)
    if (to <= from && at === from) continue
    const said = text
      .slice(at, to)
      .replace(ASKED_AT_END, '')
      .replace(THEN_ANSWER, '')
      .replace(verb === '能' ? /[吗不么嘛]$/u : /[吧吗嘛哈咧啦呗么]+$/u, '')
    if (said === '' || NO_OBJECT.test(said)) continue
    // 请医生来看过了.
    if (/过了?$/u.test(said)) continue
    // 请县里支援三台水泵: the pumps. 请我们在路口拦停: the stopping.
    // 派人去看了, 派车接了: done.
    if (verb === '派' && /[看查接送去到找修守抬][过完]?了$/u.test(text.slice(from, to))) continue
    const thing = said
      .replace(/(?<=、)要/gu, '')
      .replace(/^(?:我们|咱们|你们)(?=.{2})/u, '')
      .replace(/^要(?=(.+))/u, (verb, rest: string) => (KEEPS.test(rest) ? verb : ''))
      .replace(/^(?:支援|增援|提供|解决)(?=[\d一二两三四五六七八九十几])/u, '')
    // 船要两条.
    const fronted =
      verb.endsWith('要') || SHORT_OF.test(verb) ? BEFORE_WISH.exec(text.slice(clause.from, index))?.[0] : undefined
    if (fronted) {
      wishes.push({
        text: `${fronted}${verb}${thing.replace(/^要/u, '')}`,
        from: index - fronted.length,
        to: at + said.length,
      })
      continue
    }
    wishes.push({ text: thing, from: at + said.length - thing.length, to: at + said.length })
  }
  // 人手不够,再来二十个人: who asks for a thing need not be told what he lacks.
  const short = wishes.some((wish) => NAMES_THING.test(wish.text)) ? [] : findShortages(text)
  // 要求18时前完成渔船回港: the order leaves out when it is due.
  const named = wishes.filter(
    ({ from, to }) => !ordered.some((one) => from < one.from && one.from < to && one.to >= to),
  )
  const orders = ordered.filter(({ from, to }) => !named.some((wish) => from < wish.to && to > wish.from))
  const all = [...named, ...short, ...orders].sort((a, b) => a.from - b.from)
  const [first] = all
  const last = all.at(-1)
  if (!first || !last) return undefined
  return { text: all.map((wish) => wish.text).join('、'), from: first.from, to: last.to }
}

/** 赶紧派人来, 要有条船: without its verb the wish would be a bare “人来”. */
function keepsVerb(verb: string, next: string): boolean {
  return /(?:派|来|送|调|借|拉|安排|叫|喊|找)$/u.test(verb) || (verb.endsWith('要') && /[有个点些人]/u.test(next))
}

const LISTED = new RegExp(
  `^(?:还有|还要|和|以及|再来|再要)?(?:${COUNT})?(?:(?![堵坏没被在了着有])\\p{Script=Han}){0,4}${THING}(?:[一二两三四五六七八九十几百千\\d]+\\p{Script=Han})?[等吧]?$`,
  'u',
)

/** A list goes on over 、 and over a comma before another thing. */
function endOfWish(text: string, clauses: readonly Clause[], first: Clause): number {
  let { to } = first
  for (const clause of clauses.slice(clauses.indexOf(first) + 1)) {
    const mark = text.charAt(to)
    const said = text.slice(clause.from, clause.to)
    if (mark !== '、' && !(mark === ',' && said.length <= 12 && LISTED.test(said))) break
    to = clause.to
  }
  return to
}
