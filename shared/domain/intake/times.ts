import { beijingDay, beijingTime, fromBeijing } from '../beijing.ts'
import { type Correction, replaces } from './corrections.ts'
import { hourOf } from './dayParts.ts'
import { readHan } from './hanNumber.ts'
import { findAll } from './matches.ts'
import { minutesOf } from './readings.ts'

export interface SaidTime {
  /** Ms, a whole minute. */
  readonly at: number
  readonly from: number
  readonly to: number
}

interface Candidate extends SaidTime {
  /** Lower is better: when it happened, before when it was told. */
  readonly rank: number
}

const MINUTE = 60_000
const DAY = 86_400_000
const HAN = '零一二两三四五六七八九十'
const NUMBER = `\\d{1,2}|[${HAN}]{1,3}`
const DAYS: Readonly<Record<string, number>> = { 大前: 3, 前: 2, 昨: 1, 今: 0, 当: 0 }
const WEEK = '日一二三四五六'

const DAY_WORD =
  '(?<rel>大前|前|昨|今|当)(?:天|日|(?=[早晚晨夜]|上午|下午|中午|傍晚|凌晨))|(?:(?<year>\\d{4})年)?(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})(?:月)(?<date>\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?|(?<!\\d)(?<day>\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]|(?:上个?)?(?:星期|周|礼拜)(?<week>[一二三四五六日天])'
const PERIOD =
  '凌晨|清早上?|清晨|大清早|一大早|早上|早晨|早起|早|晨|上午|晌午|中午|午后|下午|后晌|傍晚|傍黑|晚间|晚上|晚|夜里头?|夜间|夜|半夜里?|深夜|后半夜|前半夜|天亮前'
const CLOCK = `(?:(?<colonHour>\\d{1,2}):(?<colonMinute>[0-5]\\d)(?!\\d)|(?:差(?<lackBefore>一刻|${NUMBER})分?(?:钟)?(?=(?:${NUMBER})[点时]))?(?<hour>${NUMBER})(?:点钟?|(?<written>时)(?!候|常|间|段|不时))(?:(?<quarter>[一三]刻)|(?<half>半)|差(?<lackAfter>一刻|${NUMBER})分?|过?(?<minute>\\d{1,2}|零?[${HAN}廿]{1,3}|零\\d)(?!点|个|名|人|户|间|头|亩|公顷|米|级|点|\\d)分?)?)`
const AT = new RegExp(
  `(?:(?:${DAY_WORD})(?:的|,|大概|大约|差不多)?)?(?:(?<period>${PERIOD})(?:的|,|大概|大约|差不多|约|快|将近|近|不到)?)?(?:大概|大约|约|差不多|将近|快|不到)?(?:${CLOCK})(?<tail>多一点|多|来钟|左右|前后|上下|许|钟|整|的样子|的时候|光景|过一点|过|不到)*`,
  'gu',
)
const AGO =
  /(?<![点时\d]|\d:)(?:大概|大约|约|差不多|就)?(?<half>半)?个?(?<n>\d+|[一二两三四五六七八九十]+)?(?:来|多)?个?(?:来|多)?(?<andHalf>半)?(?:多)?(?<unit>分钟|小时|钟头|刻钟|分|钟(?=前|之前|以前))(?<alsoHalf>半)?(?:多)?(?:钟)?(?:左右)?(?:之前|以前|前)(?!(?:必须|报|上报|反馈|回|要|完成|转移完|到位|赶到))/gu
const JUST_NOW =
  /刚才|刚刚|方才|才将|刚将|将才|(?<![一二两三四五六七八九十几\d])头先|适才|就在刚|刚(?=[垮塌滑发着起冒炸撞翻掉倒出不从发地])/gu

/** Told, arrived, ordered or due by then: not when it happened. */
const AFTERWARDS =
  /^[^,.;]{0,5}(?:接到|接报|接群众|接|收到|来电|打电话|打来|报告|报来|反映|上报|赶到|到达|到场|到了现场|出发|派|启动|开会|要求|通知|发布|前|之前|以前|开始转移|组织转移|已转移|转移|撤|疏散|救出|扑灭|灭的|恢复|回话|反馈|报|预计|将|要|会|到位)/u
const HAPPENED =
  /^[^,.;]{0,14}(?:发生|出现|突发|开始|起的火|着的|垮|塌|滑|着火|起火|爆|翻|撞|掉|落水|冲|涨|漫|倒|出事|发现|震|泄漏|中毒|走失|失联|不见|倒塌)/u
/** 三点钟要来人检查: still to come, even where the clock already shows it. */
const PLANNED =
  /^(?:钟)?[^,.;]{0,3}(?<![需只快主重就])(?:要(?=[来去开派到检查送停交放上下回走]|过(?:$|[,.;来]))|将(?=[来去开派到停])|会(?=来|到)|准备(?!.{0,4}时)|打算|计划|开会|召开|视频|调度会?|集合|开闸|碰头|点名)/u
/** 19时05分接村卫生室报: when it was told. */
const REPORTED =
  /^(?:许|整|左右)?,?(?:报(?:结果|数|情况|一次|送)|接(?:到)?[^,.;]{0,10}(?:报|电话|来电|通知)|[^,.;]{0,12}(?:(?<![没未不])来电|来报|报告|打来|报)(?=[,:说]))/u
/** 说晚上六点能修好: when it will be over; when it was over is not when it happened either. */
const OVER_BY =
  /^(?:钟|左右|前后|多|之前|以前|前)?[^,.;了]{0,4}(?:(?<!不)(?:能|可以|可能|应该|争取)(?:够)?(?:修|恢复|抢|通|来|到|送|弄|搞|处理|完|好|供|排|清|撤)|(?:恢复[^,.;了]{0,4}|(?:抢|抢修|修)(?:好|通)|接通|供上|通上)(?:$|[,.;]))/u
const DUE = /^(?:之前|以前|前)|^(?:到|至|-)[^,.;]{1,5}[点时][^,.;]{0,4}(?:要|将|计划|停)/u

/** When it happened, to the minute, or undefined when no such time was said. `now`: ms. */
export function readTime(
  text: string,
  real: string,
  now: number,
  corrections: readonly Correction[],
): SaidTime | undefined {
  const minute = Math.floor(now / MINUTE) * MINUTE
  const all = [...clockTimes(text, minute), ...ago(text, minute), ...justNow(text, minute)]
    .filter((one) => !isDenied(text, one))
    .sort((a, b) => a.from - b.from)
  const standing = all.filter(
    (one, i) => !all.some((other, j) => j > i && replaces(corrections, one, other)) && real.charAt(one.from) !== '　',
  )
  const best = [...standing].sort((a, b) => a.rank - b.rank || a.from - b.from)[0]
  return best && { at: best.at, from: best.from, to: best.to }
}

function isDenied(text: string, { from }: SaidTime): boolean {
  // 比昨晚八点降了: a time to compare with.
  return /(?:不是|[比较]|[吵闹忙等拖直点时分半刻整\d][到至-])$/u.test(text.slice(Math.max(0, from - 2), from))
}

function rankOf(text: string, to: number, base: number): number {
  const after = text.slice(to, to + 20)
  if (AFTERWARDS.test(after)) return base + 3
  return HAPPENED.test(after) ? base : base + 1
}

function justNow(text: string, minute: number): readonly Candidate[] {
  return findAll(text, JUST_NOW).flatMap(({ index, 0: word }) => {
    const after = text.slice(index + word.length, index + word.length + 10)
    // 刚才报的那个, 刚才说错了: about the call, not about what happened.
    if (
      /^(?![闻看碰遇]到)[^,.;]{0,3}[去来走到]的|^(?:我|他|你|医院|县里|村里|派出所|消防|[^,.;]{1,3}电话)?(?:又|再|也)?(?:说|报|讲|电话(?!线|杆)|打(?!雷|架|死|伤|砸|坏|起|破|断|翻|人|落)|那个|的(?!事)|听|看错|弄错|接到电话)/u.test(
        after,
      )
    )
      return []
    return [{ at: minute, from: index, to: index + word.length, rank: rankOf(text, index + word.length, 1) + 2 }]
  })
}

function ago(text: string, minute: number): readonly Candidate[] {
  return findAll(text, AGO).flatMap((match) => {
    const minutes = minutesOf(match.groups ?? {})
    if (minutes === null) return []
    const to = match.index + match[0].length
    return [{ at: minute - minutes * MINUTE, from: match.index, to, rank: rankOf(text, to, 0) }]
  })
}

type Groups = { readonly [name: string]: string | undefined }

function clockTimes(text: string, minute: number): readonly Candidate[] {
  return findAll(text, AT).flatMap((match) => {
    const groups = match.groups ?? {}
    const to = match.index + match[0].length
    if (!isClock(text, match.index, to, groups)) return []
    const time = hourAndMinute(groups)
    if (!time) return []
    const at = resolve(groups, time, minute)
    if (
      at === null ||
      DUE.test(text.slice(to)) ||
      PLANNED.test(text.slice(to)) ||
      OVER_BY.test(text.slice(to)) ||
      REPORTED.test(text.slice(to)) ||
      /(?:通知|定于|定在|拟于?|将于|计划|安排在?|约好|预定|预计)[^,.;]{0,2}$/u.test(text.slice(0, match.index)) ||
      // 修好要到夜里九点.
      /(?:要|得|需|等|预计|估计)(?:要|得)?到$/u.test(text.slice(0, match.index)) ||
      /(?:截至|截止|截止到|截至到)(?:目前|今天|今日)?$/u.test(text.slice(0, match.index))
    )
      return []
    return [{ at, from: match.index, to, rank: rankOf(text, to, 0) }]
  })
}

/** “有一点”, “三点意见”, “4点5级” are no time of day. */
function isClock(text: string, from: number, to: number, groups: Groups): boolean {
  if (/(?:[明后]天|[明后]日|明)(?:的)?$/u.test(text.slice(0, from))) return false
  if (groups.colonHour !== undefined) return true
  if (
    /(?:[\d.第]|(?:震级|里氏)(?:是|为|大概|达|到|:)?)$/u.test(text.slice(0, from)) ||
    /^(?:意见|建议|要求|点|\d|[零一二三四五六七八九]?(?:级|米|公里|公顷|亩|度|吨|万))/u.test(text.slice(to))
  )
    return false
  const bare = !groups.period && !groups.rel && !groups.month && !groups.day && !groups.week && !groups.tail
  const plain = bare && !groups.half && !groups.quarter && !groups.minute && !groups.lackAfter && !groups.lackBefore
  if (text.slice(from, to).includes('点钟')) return true
  if (groups.hour !== '一' || !plain) return !/(?:有|几|多)$/u.test(text.slice(0, from)) || !plain
  return (
    /(?:在|从|是|约|大概|大约|差不多|快|,|^)$/u.test(text.slice(0, from)) &&
    /^(?:发生|的时候|,|开始|钟)/u.test(text.slice(to))
  )
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d+$/.test(text)) return Number(text)
  const han = readHan(text.replace(/^零(?=.)/u, ''))
  return han && han.lo === han.hi ? han.lo : text === '零' ? 0 : null
}

function hourAndMinute(groups: Groups): { hour: number; minute: number } | null {
  const { colonHour, colonMinute, quarter, half, lackBefore, lackAfter } = groups
  const hour = numberOf(colonHour ?? groups.hour)
  if (hour === null || hour > 24) return null
  if (colonHour !== undefined) return { hour, minute: Number(colonMinute) }
  if (quarter) return { hour, minute: quarter === '一刻' ? 15 : 45 }
  if (half) return { hour, minute: 30 }
  const lack = lackBefore ?? lackAfter
  if (lack !== undefined) {
    const less = lack === '一刻' ? 15 : numberOf(lack)
    return less === null || less > 59 ? null : { hour, minute: -less }
  }
  const minute = groups.minute === undefined ? 0 : numberOf(groups.minute.replace('廿', '二十'))
  return minute === null || minute > 59 ? null : { hour, minute }
}

function resolve(groups: Groups, { hour, minute }: { hour: number; minute: number }, now: number): number | null {
  const today = fromBeijing(beijingDay(now), '00:00') ?? 0
  const { hours, nextDay } = hoursOf(groups.period, hour, groups)
  const on = (day: number, h: number) => day + (h * 60 + minute) * MINUTE
  const day = dayOf(groups, now, today)
  if (day === null) return null
  if (day !== undefined) {
    const base = day + (nextDay ? DAY : 0)
    // 今天3点20 at half past three in the afternoon.
    const past = hours.map((h) => on(base, h)).filter((at) => at <= now + 5 * MINUTE)
    return groups.period || past.length === 0 ? pick([on(base, hours[0] ?? hour)], now) : Math.max(...past.slice(-1))
  }
  const choices = hours.flatMap((h) => [on(today, h), on(today - DAY, h)])
  // 10时30分 at five past ten is still to come, not yesterday's.
  if (hours.length === 1 && choices.some((at) => at > now + 5 * MINUTE && at < now + 3 * 60 * MINUTE)) return null
  const past = choices.filter((at) => at <= now + 5 * MINUTE)
  return past.length > 0 ? Math.max(...past) : null
}

/** A time still to come is a plan or a limit. */
function pick(choices: readonly number[], now: number): number | null {
  const past = choices.filter((at) => at <= now + 5 * MINUTE)
  return past.length > 0 ? Math.max(...past) : null
}

/** Hours of the day a spoken hour can mean; without a word for the part of the day, both halves. */
function hoursOf(
  period: string | undefined,
  hour: number,
  groups: Groups,
): { hours: readonly number[]; nextDay: boolean } {
  const written =
    groups.colonHour?.length === 2 || (groups.written !== undefined && hour > 9) || hour > 12 || hour === 0
  if (period === undefined) return { hours: written ? [hour % 24] : [hour % 24, (hour + 12) % 24], nextDay: false }
  const one = hourOf(period, hour, groups.rel !== undefined && groups.rel !== '今')
  return { hours: [one.hour], nextDay: one.nextDay }
}

/** Start of the day that was named; undefined when none was, null when there is no such day. */
function dayOf({ rel, year, month, date, day, week }: Groups, now: number, today: number): number | null | undefined {
  if (rel !== undefined) return today - (DAYS[rel] ?? 0) * DAY
  if (week !== undefined) {
    const wanted = WEEK.indexOf(week === '天' ? '日' : week)
    const current = new Date(today + 8 * 3_600_000).getUTCDay()
    return today - ((current - wanted + 7) % 7) * DAY
  }
  const dated = numberOf(date ?? day)
  if (dated === null) return undefined
  const [thisYear = 0, thisMonth = 0] = beijingDay(now).split('-').map(Number)
  const named = month === undefined ? thisMonth : numberOf(month)
  if (named === null) return null
  const of = (y: number, m: number) =>
    fromBeijing(`${y}-${String(m).padStart(2, '0')}-${String(dated).padStart(2, '0')}`, '00:00')
  const first = of(year === undefined ? thisYear : Number(year), named)
  if (year !== undefined || (first !== null && first <= now)) return first
  return month === undefined
    ? of(thisMonth === 1 ? thisYear - 1 : thisYear, thisMonth === 1 ? 12 : thisMonth - 1)
    : of(thisYear - 1, named)
}

/** 2026-07-14T03:20, Beijing time. */
export function localMinute(ms: number): string {
  return `${beijingDay(ms)}T${beijingTime(ms)}`
}
