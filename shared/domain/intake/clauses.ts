import { findAll } from './matches.ts'
import { findQuestions } from './questions.ts'
/** A stretch of the line between two marks, in places of the tidied text. */
export interface Clause {
  readonly from: number
  readonly to: number
}

/** Parts the text at commas and stops; 15:20 and 3.8 stay whole. */
export function findClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let from = 0
  for (const { index, 0: mark } of findAll(text, /(?<!\d)[.:]|[.:](?!\d)|[,;!?、()（）【】[\]"“”]/gu)) {
    if (index > from) clauses.push({ from, to: index })
    from = index + mark.length
  }
  return from < text.length ? [...clauses, { from, to: text.length }] : clauses
}

const DRILL = /演练|演习|拉练|桌面推演|实战推演|模拟(?:发生|演|有|被困|伤员|火场|火情|滑坡|山洪)/u
const NO_DRILL =
  /不是(?:在)?(?:搞)?(?:演练|演习)|并非演练|非演练|不是模拟|真(?:的)?(?:发生|出事|滑|着火|来了|垮|塌)|这(?:回|次)(?:是|可是)?真/u

/** Nothing of a drill is real: what it names is neither a hazard nor anybody hurt. */
export function isDrill(text: string): boolean {
  return DRILL.test(text) && !NO_DRILL.test(text)
}

/** Not said as having happened: supposed, feared, asked, foretold, forestalled, or of another time. */
const UNREAL: readonly RegExp[] = [
  /如果|要是|假如|(?:哪天|哪一天|说不定|保不齐|保不准|指不定|早晚)(?!回)|假设|倘若|假使|万一|一旦|若是|若(?=[发出有再继雨水])|的话$|再(?:下|涨|这么|这样)[^,]{0,8}(?:就|要|会)/u,
  /到底|究竟|问[你我他咱一下]{1,3}[^,.;]*几|问(?![题了过])[^,.;]*(?:几[个人户间头亩名位]|多少)|会不会|是不是|是否|能不能|要不要|不晓得[^,]{0,6}(?:没|不)|吗$|么$|(?<![的影信息亡员号电水路钱药粮气事](?:都|也|倒|还|暂时|目前|现在)*)没得$|怎么办$|咋办$/u,
  /(?<!恐)怕(?!是|有|得有|不|还有[一二两三四五六七八九十几\d])|担心|生怕|害怕|唯恐|恐(?:发生|引发|造成|将)|提防|严防|当心|小心/u,
  /差点|差一点|险些|几乎(?=[被要])|(?:幸好|还好|好在|幸亏)没(?!有?(?:人|造成|发生)?(?:员|受)?[伤死])/u,
  /防止|避免|以防|以免|免得|预防|防范|应对/u,
  /可能(?:会|要|引发|发生|造成|导致)|有可能(?:会|要|发生|引发)?(?!死|埋|有)|随时(?:会|要|可能|有可能)|将(?:会|要)|就要(?=[滑垮塌倒决溃漫])|快要|眼看(?:就|也|都|着)*要|有(?:发生)?[^,]{0,6}(?:的)?(?:危险|风险|可能)/u,
  /(?:别|莫|甭|不要|不准|不许|禁止|严禁)(?:再|去|到|让人)?(?:下[河水塘海江]|靠近河|过河|过桥)/u,
  /预计|预报|预测|(?<!已经?)预警(?!转移|叫应)|提示|气象台|请注意防|注意防/u,
  /模拟|假想|宣传|培训|讲座|科普|教育片|排查(?![^,.;]{0,4}(?:发现|出))|巡查时未/u,
  /同比|环比|死亡率|外省|外县|外地(?=[^,.;]{0,4}(?:事故|教训|发生|案例))|某[矿厂地县市]|引以为戒|教训|预案|比去年|全年/u,
  /(?:去年|前年)(?!.{0,16}(?:工钱|工资|薪|账|欠|的钱|视频))|大前年|往年|(?:上次|上回)(?![^,.;]{0,2}[说讲报][^,.;]*(?:不对|错))|那年|那次|历史上|以往|从前|年前|上个月|上月|[零一二三四五六七八九\d]{2,4}年(?!\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?:那|的时候|也|就|曾)/u,
]

/** 滑坡有无人员伤亡: asked is only what follows. */
const ASKED_FROM = /有没有|有无|有没(?=[人得])|死没死|伤没伤|埋没埋|困没困/u

export function isUnreal(clause: string): boolean {
  return UNREAL.some((pattern) => pattern.test(clause))
}

/** A question mark right after the clause makes it one. */
export function isAsked(text: string, { to }: Clause): boolean {
  return text.charAt(to) === '?'
}

const TAKEN_BACK =
  /(?<!不是|并非)(?:误报|谎报|假警|是假的|虚惊一场|虚惊|没有的事|没这回事|没那回事|没这个事|谣言|谣传|不实|听错了?|看错了?|闹误会|是误会|一场误会|不属实|取消(?:报警|上报|刚才))/u

/** 误报,是十二头: one figure for another. */
const REPLACED = /^,(?:是|应该?是|应为|实际|其实)[^,.;]{0,4}[\d一二两三四五六七八九十百]/u

/**
 * Clauses that a later 误报, 虚惊一场 or 谣言 takes back: all before it, and its own.
 * “更正” is no such word: it replaces, see corrections.
 */
export function findTakenBack(text: string, clauses: readonly Clause[]): ReadonlySet<Clause> {
  const said = clauses.findLastIndex(
    ({ from, to }) => TAKEN_BACK.test(text.slice(from, to)) && !REPLACED.test(text.slice(to, to + 8)),
  )
  const last = said < 0 ? findDenied(text, clauses) : said
  const first = last < 0 ? undefined : clauses[last]
  if (!first) return new Set()
  // “误报:” at the head takes back what it announces.
  const heads = last === 0 && /^[^,]{0,4}(?:误报|更正误报)/u.test(text.slice(first.from, first.to))
  return new Set(clauses.slice(0, heads ? 2 : last + 1))
}

const ON_THE_NET = /网上|网传|抖音|快手|视频|朋友圈|微信群|微博|小红书|头条/u
const HAZARD =
  /决口|溃坝|溃堤|垮坝|管涌|死人|爆炸|着火|起火|泄漏|漏气|塌方|滑坡|泥石流|垮塌|倒塌|坍塌|淹死|伤人|地震|洪水|山洪|失踪|中毒|停水|停电|打架|砍人/gu

/** 网上说堤坝决口了,没有决口: the clause that denies what the net says. */
function findDenied(text: string, clauses: readonly Clause[]): number {
  const net = clauses.findIndex(({ from, to }) => ON_THE_NET.test(text.slice(from, to)))
  if (net < 0) return -1
  const named = findAll(text.slice(clauses[net]?.from, clauses[net + 1]?.to), HAZARD).map(([word]) => word)
  return clauses.findLastIndex(
    ({ from, to }, i) =>
      i > net &&
      named.some((word) => new RegExp(`(?:没有?|并未|未)(?:发生|出现)?${word}`, 'u').test(text.slice(from, to))),
  )
}

/** Told round, or to be looked into: it has a hazard, but none of its figures is known. */
export function withoutRumours(text: string, clauses: readonly Clause[]): string {
  const doubted =
    /真假|是真是假|是否属实|核实一下|请[^,.;]{0,8}核实|(?:还|尚)?[没未](?:有|经)?(?:核实|证实|确认)|还在核实|正在核实|(?:我|自己|本人)(?:也|又)?没(?:有)?(?:看[见到]|亲眼|去看|在现场)/u.test(
      text,
    )
  return clauses.reduce((left, { from, to }) => {
    const rumour =
      (doubted &&
        /^(?:[^,.;]{0,6}?(?:听说|据说|听人说)|有人说|好像听说)|群里[^,.;]{0,4}[说传讲]/u.test(text.slice(from, to))) ||
      /网传|谣传|传言|传闻|风传|有人传|发帖|(?:网上|电视|新闻|抖音|快手|朋友圈)[^,.;]{0,4}[说传播]|(?:请|要求)[^,.;]{0,6}核实|是否属实/u.test(
        text.slice(from, to),
      )
    return rumour ? left.slice(0, from) + '　'.repeat(to - from) + left.slice(to) : left
  }, text)
}

const ONE_SAYS = /有(?:的|些|一些|部分)?(?:人|群众|村民|老百姓)?(?:又|也|还|却)*[说讲传](?!话)/u
const COUNTER = /(?:^|也|又|还)有[说讲传](?:[^,.;]*的)?$/u
const WHETHER =
  /(?:([死伤埋困压])没(?:有)?\1|(?:有没有|有没得|是不是|是否|有无)(?:人员?)?(?:被|受)?([死伤埋困压]))[^,.;]{0,6},?(?:现在|目前|暂时|都|也|还|尚|到底)*(?:不(?:太|大)?(?:清楚|知道|晓得|确定|好说)|没(?:个)?数|说不(?:清|准|好)|拿不准|没(?:有)?(?:核实|弄清|搞清)|待核实|在核实|正在核实)/u

/** 有的说死了两个,有的说没死; 到底死没死还不清楚: blanks, in equal length, what one says and another denies. `real`: as the line stands so far. */
export function withoutDisputes(text: string, real: string, clauses: readonly Clause[]): string {
  const one = clauses.filter(({ from, to }) => ONE_SAYS.test(text.slice(from, to)))
  const disputed = one.length > 1 || clauses.some(({ from, to }) => COUNTER.test(text.slice(from, to))) ? one : []
  const open = WHETHER.exec(text)
  const what = open?.[1] ?? open?.[2]
  const denies = what ? new RegExp(`[没未无](?:有|得)?(?:人员?)?(?:被|受)?${what}`, 'u') : undefined
  return clauses
    .filter((clause) => disputed.includes(clause) || denies?.test(text.slice(clause.from, clause.to)))
    .reduce((left, { from, to }) => left.slice(0, from) + '　'.repeat(to - from) + left.slice(to), real)
}

/** 如果一点水还不退,就把他们全部转走: what would follow is as little so. */
const SUPPOSED = /如果|要是(?!不)|假如|假设|倘若|假使|万一|一旦/u
const FOLLOWS = /^(?:那|我们|咱们|村里|镇里)*[就便](?:要|得|会|准备|只好|赶紧|马上)*(?:把|将|让|叫|转移|撤|搬)/u

/** Blanks, in equal length, every clause that is not said as having happened here and now. */
export function onlyReal(text: string, clauses: readonly Clause[]): string {
  if (isDrill(text)) return '　'.repeat(text.length)
  const gone = findTakenBack(text, clauses)
  const questions = findQuestions(text, clauses)
  let real = text
  let supposed = false
  for (const clause of clauses) {
    const { from, to } = clause
    const said = text.slice(from, to)
    const follows: boolean = supposed && FOLLOWS.test(said)
    supposed = follows || SUPPOSED.test(said)
    const asked = ASKED_FROM.exec(said)?.index ?? said.length
    if (asked < said.length) real = real.slice(0, from + asked) + '　'.repeat(said.length - asked) + real.slice(to)
    if (follows || gone.has(clause) || questions.has(clause) || isUnreal(said) || isAsked(text, clause))
      real = real.slice(0, from) + '　'.repeat(to - from) + real.slice(to)
  }
  return real
}
