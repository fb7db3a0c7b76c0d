import type { Amount } from '../values.ts'
import { type Bounds, readHan } from './hanNumber.ts'
import { findAll } from './matches.ts'
import { ANIMAL_NOUN } from './nouns.ts'
import { type Counted, classify } from './units.ts'
import { findByKind, findUnnumbered } from './unnumbered.ts'

/** One number with what it counts. Places are in the tidied text. */
export interface Quantity {
  /** With the words of vagueness before it. */
  readonly from: number
  /** After the unit and its noun. */
  readonly to: number
  readonly amount: Amount & object
  readonly counts: Counted
  /** The unit as said: 户, 亩, 公顷, 米. */
  readonly unit: string
}

const THING_BEFORE =
  /(?:棚|房|屋|车|船|树|杆|桥|坝|塘|圈|井|店|厂|机|泵|袋|箱|点|网格|设备|帐篷|窗|门|灯|涵洞|鱼塘|蜂箱|摊位|被子|沙袋)(?:约|大概|大约|近|有|共)?$/u
/** 厨师和服务员各一名: one and one. */
const EACH = /\p{Script=Han}+(?:[、和与及]\p{Script=Han}+)+各$/u
const PEOPLE_BEFORE =
  /(?:学生|老师|师生|老人|群众|村民|工人|游客|乘客|社员|居民|娃娃|小孩|孩子|大人)(?:一共|总共|共|有)?$/u
const BEFORE =
  /(?:估摸着?有|估摸着?|约摸有|大概|大约|(?<=[了有掉得达淹是塌死垮])快|约摸|约莫|约有|约|估计有|估计|差不多|将近|接近|靠近|(?<!附)近|不到|不足|至少有|至少|起码有|起码|最少|少说也有|少说有|少说|不少于|不下于|不下|不止|超过|可能有|可能|好像有|好像|恐怕有|恐怕|怕是有|怕有|怕是|怕得有|似乎|疑似|应该有)$/u
const AT_MOST = /(?:最多|顶多|不超过|至多)(?:有|就)?$/u
const NUMBER =
  /\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[一二两三四五六七八九十百千万几廿卅零半]+|数(?=[十百千名位户人])/gu
/** 震级六点一: of a magnitude the unit is often left out. */
const OF_QUAKE = /(?:震级|里氏)(?:是|为|大概|达|到|:)?$/u
const BARE_DECIMAL = /^点([零一二三四五六七八九])(?=$|[,.;]|左右|上下|的|,)/u
const HAN_DECIMAL = /^点([零一二三四五六七八九]+)(?=级|米|亩|公顷|平方|公里|万|吨|度)/u
const MORE = /^(?:多|余|来|把|几)(?!个村)/u
const RANGE = /^(?:-|至|到|、)/u
/** Numbers inside these words count nothing. */
const NO_NUMBER =
  /一点(?![零一二三四五六七八九]+(?:级|米|亩|公顷|平方|公里|万|吨|度))|一(?:下|直|起|样|定|般|边|面|带|些|旦|共|片|路|切|阵|时|律|致|方面|把手|趟|会儿?|遍|手|氧化碳|开始)|万(?:一|分|元户)|十(?:分(?!钟)|足|字)|三(?:轮|岔|角|级响应|通|无|八)|四(?:轮|周|处|面|级响应|川)|五(?:保|金|一)|六(?:一|轮)|八(?:一|成)|七(?:上八下|八糟)|百(?:姓|货)|千(?:万别|万不|万要|斤)|半(?:山|坡|路|夜|天|边|截|道|空|信半疑|挂)|不三不四|两(?:边|头堵|岸|侧|旁|委|手|可)|第[一二三四五六七八九十\d]+|几(?:点|时)|乱七八糟|好几次|老[一二三四五六七八九](?!家|户)|[李张王赵刘陈小][一二三四五六七八九](?![个名位户家人口间头亩十百]|\d)|(?<=家的?|屋头的?)[二三四五六七八九](?=娃|妹|丫|崽|小子|姑娘|闺女)/gu

/** Every number of the line that counts something, from left to right. */
export function findQuantities(text: string): readonly Quantity[] {
  const blocked = findAll(text, NO_NUMBER).map(({ index, 0: word }) => [index, index + word.length] as const)
  const isBlocked = (i: number) => blocked.some(([from, to]) => i >= from && i < to)
  const found: Quantity[] = []
  let end = 0
  for (const match of findAll(text, NUMBER)) {
    // A telephone number counts nobody.
    if (match.index < end || isBlocked(match.index) || /^\d{7,}$/.test(match[0])) continue
    const one = readAt(text, match.index, match[0])
    if (!one) continue
    found.push(one)
    // 一米二: the second number is of the first.
    end =
      one.to +
      (one.counts === 'metres'
        ? (/^[\d一二三四五六七八九]{1,2}(?=$|[,.;、的了深高])/u.exec(text.slice(one.to))?.[0].length ?? 0)
        : 0)
  }
  return [...withKinds(text, byPiece(text, sameBeasts(found))), ...findUnnumbered(text)].sort((a, b) => a.from - b.from)
}

/** 两男一女三个驴友 are three, told twice. */
function withKinds(text: string, found: readonly Quantity[]): readonly Quantity[] {
  const kinds = findByKind(text).map((kind) => {
    const again = found.find(
      ({ from, counts, amount }) =>
        from >= kind.to &&
        /^(?:一共|总共|共|,|的)*$/u.test(text.slice(kind.to, from)) &&
        (counts === 'person' || counts === 'bare') &&
        JSON.stringify(amount) === JSON.stringify(kind.amount),
    )
    return again ? { ...kind, to: again.to } : kind
  })
  return [...found.filter(({ from, to }) => !kinds.some((kind) => from < kind.to && to > kind.from)), ...kinds]
}

/** 家里的猪一天死一个: of the beasts that are its subject; 牛顶死一个 is not. */
const BEASTS = `(?:^|[,.;:])(?:[^,.;:]{0,8}(?<![放养看牵喂赶买卖骑打杀宰]))?${ANIMAL_NOUN}[^,.;人个的倌主户贩场圈棚车顶咬踩撞踢拱压伤挑]{0,6}`
const BEASTS_DIE = new RegExp(`${BEASTS}死(?:了|掉)?$`, 'u')
const BEASTS_DYING = new RegExp(`${BEASTS}(?:死|瘟|病)[^,.;人]{0,8}$`, 'u')
const KEEPS = new RegExp(`养了?${ANIMAL_NOUN}(?:约|大概|有)?$`, 'u')
/** 老汉养羊八十,冻死三十. */
const KEPT = new RegExp(
  `养了?(?:[\\d一二两三四五六七八九十百千几]+[头只]多?)?${ANIMAL_NOUN}(?![的倌主户贩场圈棚])[^,.;人个]{0,6}$`,
  'u',
)
const DIE_AGAIN =
  /[,.;](?:又|还|再|今[天早晚]|昨[天晚日]|前天|早上|上午|下午|刚才|刚刚|刚|连着|接着|已经?|就|都)*(?<how>[冻热淹饿病压毒瘟砸烧])?死(?:了|掉)?$/u
/** 八户三十一个: the people of these households. */
const isOfHomes = (one: Quantity, before: Quantity | undefined) =>
  before?.counts === 'household' && before.to === one.from && (one.counts === 'bare' || one.counts === 'alone')

const A_DAY = /(?:一天|每天|天天)(?:都|就|要)*死$/u

function byPiece(text: string, found: readonly Quantity[]): readonly Quantity[] {
  return found.map((one, i) => {
    if (isOfHomes(one, found[i - 1])) return { ...one, counts: 'person' as const }
    if (one.counts !== 'bare' && one.counts !== 'alone') return one
    const before = text.slice(Math.max(0, one.from - 32), one.from)
    if (KEEPS.test(before)) return { ...one, counts: 'animal' as const, unit: '头' }
    if (!before.includes('死') || !(BEASTS_DIE.test(before) || isOfDying(before))) return one
    return { ...one, counts: A_DAY.test(before) ? ('thing' as const) : ('animal' as const), unit: '头' }
  })
}

/** 鸡天天死,昨天死四十. */
function isOfDying(before: string): boolean {
  const again = DIE_AGAIN.exec(before)
  const earlier = before.slice(0, again?.index ?? 0)
  return again !== null && (again.groups?.how === undefined ? BEASTS_DYING : KEPT).test(earlier)
}

/** 埋羊六十只,扒出来四十一只: the second is of the same beasts. */
function sameBeasts(found: readonly Quantity[]): readonly Quantity[] {
  return found.map((one, i) => {
    const before = found[i - 1]
    return one.counts === 'thing' &&
      /^[只条羽]$/u.test(one.unit) &&
      before?.counts === 'animal' &&
      before.unit === one.unit &&
      one.from - before.to <= 14
      ? { ...one, counts: 'animal' as const }
      : one
  })
}

function readAt(text: string, index: number, word: string): Quantity | undefined {
  const first = numberOf(text, index, word)
  if (!first) return undefined
  const { bounds, to: afterFirst, vague: vagueFirst } = first
  const range = readRange(text, afterFirst, bounds)
  const { lo, hi } = range?.bounds ?? bounds
  let to = range?.to ?? afterFirst
  const vague = vagueFirst || (range?.vague ?? false)
  const unit = classify(text, to)
  // 两点半, 一半: half of nothing that is counted in halves.
  if (word === '半' && !['area', 'metres', 'minutes'].includes(unit.counts)) return undefined
  // 大棚三十多个: of the thing named before it.
  if (unit.counts === 'bare' && THING_BEFORE.test(text.slice(Math.max(0, index - 4), index)))
    return { from: index, to: unit.to, amount: { n: lo }, counts: 'thing', unit: unit.unit }
  to = unit.to
  // 学生一百二十八个.
  const counts =
    unit.counts === 'bare' && unit.unit === '个' && PEOPLE_BEFORE.test(text.slice(0, index)) ? 'person' : unit.counts
  const each = EACH.exec(text.slice(0, index))
  const listed = each ? (each[0].match(/[、和与及]/gu)?.length ?? 0) + 1 : 1
  // 两亩多.
  const more = unit.counts === 'area' && /^[多来]/u.test(text.slice(to))
  if (more) to += 1
  const tail = /^(?:左右|上下|以上|的样子)/u.exec(text.slice(to))
  if (tail) to += tail[0].length
  const head = text.slice(0, index)
  const atMost = AT_MOST.exec(head)
  const before = atMost ?? BEFORE.exec(head) ?? (/^[百千万十]+$/u.test(word) ? /上$/u.exec(head) : null)
  // 大概烧掉四公顷: the verb stands between the word and its number.
  const loose = /(?:大概|大约|估计|差不多|估摸着?|约摸|约莫)[^,.;!?、\d]{1,4}$/u.test(head)
  const about = vague || loose || more || tail !== null || (before !== null && !atMost)
  const half = /^半/u.test(text.slice(to)) && ['亩', '公顷'].includes(unit.unit) ? 0.5 : 0
  const amount: Amount & object = atMost
    ? { min: 0, max: hi }
    : lo !== hi
      ? { min: lo, max: hi }
      : about
        ? { about: lo + half }
        : { n: (lo + half) * listed }
  return { from: before ? before.index : index, to: to + (half ? 1 : 0), amount, counts, unit: unit.unit }
}

function numberOf(text: string, index: number, word: string) {
  const value = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : undefined
  let to = index + word.length
  let bounds: Bounds | undefined =
    value === undefined ? (word === '半' ? { lo: 0.5, hi: 0.5 } : readHan(word)) : { lo: value, hi: value }
  // 百八十号人, 百十来户: about a hundred.
  let vague = /^百(?:十|八十)?$/u.test(word) || (/^千$/u.test(word) && /^[把来]/u.test(text.slice(to)))
  if (vague) bounds = { lo: 100, hi: 100 }
  if (word === '千') bounds = { lo: 1000, hi: 1000 }
  if (!bounds) return undefined
  if (word === '数') {
    const round = /^[十百千]+/u.exec(text.slice(to))
    const size = { 十: 10, 百: 100, 千: 1000 }[round?.[0] ?? ''] ?? 1
    to += round?.[0].length ?? 0
    return { bounds: { lo: 2 * size, hi: 10 * size - 1 }, to, vague }
  }
  if (word === '几' && text.charAt(index - 1) === '好') bounds = { lo: 3, hi: 9 }
  const decimal =
    HAN_DECIMAL.exec(text.slice(to)) ?? (OF_QUAKE.test(text.slice(0, index)) ? BARE_DECIMAL.exec(text.slice(to)) : null)
  if (decimal?.[1] && value === undefined) {
    const part = [...decimal[1]].map((digit) => '零一二三四五六七八九'.indexOf(digit)).join('')
    const exact = Number(`${bounds.lo}.${part}`)
    return { bounds: { lo: exact, hi: exact }, to: to + decimal[0].length, vague }
  }
  const unit = /^[十百千万](?=[多余来几]|[个名位户人亩头只间])/u.exec(text.slice(to))
  if (value !== undefined && unit) {
    const size = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[unit[0]] ?? 1
    bounds = { lo: bounds.lo * size, hi: bounds.hi * size }
    to += 1
  }
  const more = MORE.exec(text.slice(to))
  if (more && (bounds.lo >= 10 || /^(?:多|余)/u.test(more[0]))) {
    to += more[0].length
    // 20几个 is 21 to 29; 二十多 is about twenty.
    if (more[0] === '几') return { bounds: { lo: bounds.lo + 1, hi: bounds.hi + 9 }, to, vague }
    vague = true
  }
  return { bounds, to, vague }
}

/** 3-5人, 三十到四十, 二、三个. */
function readRange(text: string, at: number, first: Bounds) {
  const between = RANGE.exec(text.slice(at))
  if (!between) return undefined
  const rest = text.slice(at + 1)
  const word = /^(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+)/u.exec(rest)?.[0]
  if (!word || /^[点时月日号:]/u.test(rest.slice(word.length))) return undefined
  const second = numberOf(text, at + 1, word)
  if (!second || second.bounds.lo <= first.lo) return undefined
  if (between[0] === '、' && second.bounds.lo !== first.lo + 1) return undefined
  return { bounds: { lo: first.lo, hi: second.bounds.hi }, to: second.to, vague: second.vague }
}
