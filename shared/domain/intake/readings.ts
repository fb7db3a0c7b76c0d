import type { Claim } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { readHan } from './hanNumber.ts'
import type { Quantity } from './quantities.ts'

const CLOSE = 14

const NAMED = /(?:震级|里氏|面波震级|M)(?:是|为|大概|达|到|:)?$/u
/** 震级从4.1修正为3.9: what stands before the one that no longer holds. */
const REVISED = /(?:震级|地震)(?:由|从|原来?|先|初报|速报|初定)?(?:的|是|为|报)?$/u

/** 里氏4.2级, 5.1级地震, 震级3.8. A grade of wind, road or response is no magnitude. */
export function readMagnitude(text: string, numbers: readonly Corrected[]): readonly Claim[] {
  return numbers.flatMap((number) => {
    const before = text.slice(Math.max(0, number.from - CLOSE), number.from)
    const after = text.slice(number.to, number.to + CLOSE)
    const named = NAMED.test(before) || ('said' in number && REVISED.test(before))
    if (number.counts !== 'level' && !named) return []
    // 黑M5K217: a number plate.
    if (named && /^[A-Za-z\d]/u.test(after)) return []
    if (
      /^(?:以上)?(?:[大阵东南西北]?风|响应|应急|预警|公路|医院|烈度)/u.test(after) ||
      /(?:风力|阵风|烈度|风|响应)(?:有|达|到)?$/u.test(before)
    )
      return []
    if (
      !named &&
      !/震/u.test(before + after) &&
      !(/震|[晃摇]了?(?:一下|几下|两下|得)|[晃摇]动/u.test(text) && amountOf(number) % 1 !== 0)
    )
      return []
    if (amountOf(number) < 1 || amountOf(number) > 9.9) return []
    return [figure('magnitude', number)]
  })
}

function amountOf({ amount }: Quantity): number {
  return 'n' in amount ? amount.n : 'about' in amount ? amount.about : amount.min
}

const LEVEL_OF_WATER =
  /水位|水尺|读数|水面高程|(?:河|江|库|湖|溪|塘|坝前)水|水(?:已经?|都|现在|也)?(?:涨|漫|升|上)(?:到|至)/u
/** A rise, a difference, a depth, or a mark to compare with: no level. */
const NO_LEVEL =
  /(?:上?涨了?|升高?了?|抬升|抬高|上升|下降|降了?|退了?|回落|落了?|超(?:过|出)?(?:了)?(?:警戒|汛限|保证|历史)?(?:水位|线)?(?:近|约|有)?|还?差|距离?|离|低于?|高于?|高出|宽|长|深|远|冲了|冲毁|警戒水位(?:线)?(?:是|为)?|汛限水位(?:是|为)?|限制水位(?:是|为)?|保证水位(?:是|为)?|坝顶(?:高程)?(?:是|为)?|最高水位(?:是|为)?)(?:了|快|近|约|有|大概|大约|将近|差不多|还有)*$/u

/** 水位102.5米, 水位两米三, 河水涨到一米八. “涨了两米” is a rise and no level. */
export function readWaterLevel(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
): readonly Claim[] {
  return numbers.flatMap((number) => {
    // 水位到了203.6: of what nobody says, and everybody knows.
    const bare = number.unit === '' && 'n' in number.amount && number.amount.n % 1 !== 0
    if (number.counts !== 'metres' && !bare) return []
    const at = clauses.findIndex(({ from, to }) => number.from >= from && number.from < to)
    const clause = clauses[at]
    if (!clause) return []
    const before = text.slice(clause.from, number.from)
    const previous = clauses[at - 1]
    const earlier = previous ? text.slice(previous.from, previous.to) : ''
    const alone =
      (before === '' && /水位[^,]*[到达是为]/u.test(earlier)) ||
      (/^(?:现在|目前)$/u.test(before) && /水位/u.test(earlier)) ||
      // 水位尺刚看过,182米4.
      (before === '' && /水位|水尺/u.test(earlier) && /[看读量测报]了?(?:过|一下|的|下)?$/u.test(earlier))
    const goesOn =
      alone ||
      // 水位:云台站3.82米.
      (/^\p{Script=Han}{1,5}站$/u.test(before) && /水位$/u.test(earlier)) ||
      (/^(?:现在|已经?|都|目前|刚才)*(?:到了?|达到?|涨到|升到|是|为|量了)/u.test(before) &&
        LEVEL_OF_WATER.test(earlier)) ||
      // 水位涨得快,十一点五十看的时候已经到三米二.
      (/[看量测](?:的时候|时|的|了)?(?:就|已经?|都|现在)*(?:到了?|达到?|涨到|是|为|有)$/u.test(before) &&
        LEVEL_OF_WATER.test(earlier))
    const named = LEVEL_OF_WATER.test(before) && !/警戒水位|汛限水位|保证水位/u.test(before.slice(-8))
    if ((!named && !goesOn) || NO_LEVEL.test(before)) return []
    const rest = /^(\d{1,2}|[零一二三四五六七八九]{1,2}|半)(?![\d米个人户间公厘])/u.exec(
      text.slice((number.said ?? number).to),
    )
    const more = rest?.[1] && !('min' in number.amount) ? fraction(rest[1]) : 0
    const to = number.to + (more > 0 ? (rest?.[1]?.length ?? 0) : 0)
    // 五米二左右: the word is of the whole.
    const tail =
      more > 0
        ? (/^(?:左右|上下|的样子|来往)/u.exec(text.slice((number.said ?? number).to + to - number.to))?.[0].length ?? 0)
        : 0
    return [{ ...figure('waterLevelMeters', number), amount: withMore(number.amount, more, tail > 0), to: to + tail }]
  })
}

function withMore(amount: Quantity['amount'], more: number, about: boolean): Quantity['amount'] {
  if (more === 0 || 'min' in amount) return amount
  const sum = Math.round((('n' in amount ? amount.n : amount.about) + more) * 100) / 100
  return about || 'about' in amount ? { about: sum } : { n: sum }
}

/** 两米三 is 2.3, 三米二五 is 3.25, 一米半 is 1.5. */
function fraction(said: string): number {
  if (said === '半') return 0.5
  const digits = [...said].map((digit) => (/\d/.test(digit) ? digit : '零一二三四五六七八九'.indexOf(digit))).join('')
  return Number(`0.${digits}`)
}

const REPLY =
  '(?:(?:给|要|回)个?(?:准话|准信|答复|结果|信儿?|数|回[话信复电音])|(?:口头)?回(?:一个|个(?!家)|一声|一下|(?=$|[,.;!]))|回[一]?[次个声]话|回话|核报|回复|回电|回报|回音|回信|报告|汇报|反馈|答复|上报|报过来|报上来|报来|报送|报一下|报结果|报情况|报回|回个|电话回|给我回|给个|给回|来电|说清楚|续报|(?:给|要|回)个?(?:准话|准信|答复|结果|信儿?|数)|书面|给(?:出|我们)?(?:名单|名册|台账|明细|数据|数字|口径|报表)|传[过来给到]|发(?:过来|给|到|来)|提交|交上?来|报)'
/** One that gives a number: 四点钟前 is no 钟前. */
const DURATION =
  '(?=[半\\d一二两三四五六七八九十])(?<half>半)?个?(?<n>\\d+|[一二两三四五六七八九十]+)?个?(?<andHalf>半)?(?<unit>分钟|小时|钟头|刻钟|分|钟(?=之?内|以内|里|前))(?<alsoHalf>半)?'
const WITHIN = new RegExp(
  `(?<![每隔])${DURATION}(?<in>之内|以内|内|里|之前|前)?(?:[^,.;!?后]{0,12})?,?(?:[^,.;!?后]{0,16})?${REPLY}`,
  'u',
)
const LENGTH = new RegExp(`${DURATION}(?:之内|以内|内|里)?`, 'u')
const ANSWERED = new RegExp(REPLY, 'u')
const REPLY_FIRST = new RegExp(
  `${REPLY}[^,.;]{0,6},?(?:要求|限|要在|必须在|最迟|最晚|不超过|在)?${DURATION}(?:之内|以内|内|里)`,
  'u',
)

/** 一小时内回话, 限30分钟内反馈. `text`: also with what is asked about and not true, for the answer is due all the same. */
export function readReply(text: string): readonly Claim[] {
  for (const pattern of [WITHIN, REPLY_FIRST]) {
    const match = pattern === WITHIN ? nearestWithin(text) : pattern.exec(text)
    const groups = match?.groups
    if (!match || !groups?.unit) continue
    const stated =
      groups.in !== undefined ||
      pattern === REPLY_FIRST ||
      /回(?:[一]?[次个声]话|一下|一个|个)$|(?:给|要)(?:我们?|个)*(?:回[话信复电音]|答复|准话|准信)$/u.test(match[0]) ||
      isAtOnce(text, match)
    const asked = /(?:请|要|须|必须|最晚|最迟|不超过|限|务必|给我|让我们|叫我们|要求|尽快)/u.test(
      text.slice(Math.max(0, match.index - 8), match.index + match[0].length),
    )
    // 半小时内报了三次警, 20分钟内到,已经报县里.
    const done = /报$/u.test(match[0]) && /^(?:了|过(?![来去火])|警)/u.test(text.slice(match.index + match[0].length))
    if (
      done ||
      /已经?报$/u.test(match[0]) ||
      (!stated && !asked) ||
      /^(?:之前|前)$/u.test(groups.in ?? '') ||
      /小时(?:值|在岗|不[间停]|监|巡|待命|盯|轮|有人|专人)|[分时]钟?后|小时后|接到|刚才|就报了/u.test(match[0])
    )
      continue
    const minutes = minutesOf(groups)
    if (minutes === null) continue
    return [
      {
        field: 'replyWithinMinutes',
        amount: { n: minutes },
        from: match.index,
        to: match.index + match[0].length,
        kind: '',
        part: false,
        more: false,
        left: false,
      },
    ]
  }
  return []
}

/** 未来三小时有暴雨,请一小时内报: of two lengths of time the one next to the answer is its own. */
function nearestWithin(text: string): RegExpExecArray | null {
  let match = WITHIN.exec(text)
  while (match) {
    const rest = match.index + (LENGTH.exec(match[0])?.[0].length ?? 1)
    const next = LENGTH.exec(text.slice(rest, match.index + match[0].length))
    // 半小时内电话报,一小时内书面报: the first is due first.
    if (!next || ANSWERED.test(text.slice(rest, rest + next.index))) return match
    const at = rest + next.index
    const later = WITHIN.exec(' '.repeat(at) + text.slice(at))
    if (!later) return match
    match = later
  }
  return null
}

/** 半小时回话, as a clause of its own: an order. */
function isAtOnce(text: string, { index, 0: said }: RegExpExecArray): boolean {
  return (
    /(?:^|[,.;:])$/u.test(text.slice(0, index)) &&
    /^[^,.;]{2,6}(?:回话|回复|回电|回音|反馈|答复|回报)$/u.test(said) &&
    /^(?:$|[,.;!])/u.test(text.slice(index + said.length))
  )
}

/** Minutes of a length of time as DURATION reads it; null when it gives no number. */
export function minutesOf(groups: { readonly [name: string]: string | undefined }): number | null {
  const { half, n, andHalf, alsoHalf, unit } = groups
  const size = unit === '刻钟' ? 15 : unit === '小时' || unit === '钟头' || unit === '钟' ? 60 : 1
  if (n === undefined) return half ? size / 2 : null
  const said = /^\d+$/.test(n) ? { lo: Number(n), hi: Number(n) } : readHan(n)
  if (!said) return null
  const count = said.lo
  return (count + (andHalf || alsoHalf ? 0.5 : 0)) * size
}

function figure(field: 'magnitude' | 'waterLevelMeters', { amount, from, to }: Quantity): Claim {
  return { field, amount, from, to, kind: '', part: false, more: false, left: false }
}
