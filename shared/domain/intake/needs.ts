import type { SaidText } from './caller.ts'
import type { Clause } from './clauses.ts'
import { findAll } from './matches.ts'

/** What a duty room can send. */
const THING =
  '(?:(?:正压式?)?(?:空气)?呼吸器|铅丝笼|铁丝笼|石笼|苫布|油布|塑料布|塑料薄膜|麻袋|草袋|草包|钢管|钢丝绳|水带|千斤顶|液压钳|登高车|高空车|吸污车|抽粪车|制氧机|头灯|喇叭|围油栏|吸油毡|蛇药|抛投器|救护车|消防车|消防队|消防员|挖机|挖掘机|铲车|铲雪车|洒水车|装载机|推土机|吊车|拖车|清障车|抽水机|抽水泵|潜水泵|大流量泵|水泵|排涝泵|冲锋舟|橡皮艇|皮划艇|快艇|船|救生衣|救生圈|绳子|绳索|梯子|云梯|帐篷|棉被|被子|被褥|毯子|棉衣|大衣|衣服|热水|开水|矿泉水|饮用水|方便面|面包|馒头|盒饭|奶粉|食品|吃的|粮食|大米|干粮|草料|饲料|药品|药|医生|医护|兽医|向导|翻译|专家|人手|人员|人(?=$|[,.;]|来|去|过来|帮|手|多)|队伍|搜救队|救援队|扑火队|民兵|救援|支援|增援|力量|发电机|发电车|照明|照明灯|应急灯|探照灯|手电|血清|疫苗|油锯|电锯|破拆|铁锹|铁锨|沙袋|砂袋|沙包|砂石料?|块石|石料|木桩|编织袋|彩条布|篷布|防水布|土工布|雨衣|雨鞋|胶靴|车辆|车(?!上|里|祸|道|窗|门)|大巴|客车|柴油|汽油|燃油|煤|炭|卫星电话|对讲机|无人机|灭火器|灭火弹|风力灭火机|水枪|水带|打火把|担架队|担架|直升机|飞机|急救箱|搜救犬|警犬|潜水员|蛙人|氧气|氧气瓶|防毒面具|防化服|空气呼吸器|呼吸器|手套|口罩|消毒液|消毒药|石灰|融雪剂|工业盐|防滑链|警示牌|警戒带|锥桶|设备|物资|融冰|移动厕所|送水车|拉水车|水车|救生气垫|气垫|大锯|大吊|血(?=$|[,.;])|血浆|胰岛素|柴火|木炭|尿不湿|卫生纸)'
const COUNT =
  '(?:[一两二三四五六七八九十几百千半点些\\d]+(?:多|来|余)?(?:台|辆|名|位|艘|条|顶|件|床|箱|把|部|架|套|吨|车|包|桶|捆|袋|张|根|双|盏|支|队|方|斤|担|副|个(?!小时|钟头|多小时|月|星期|礼拜)|只(?!能|要|有)))'
const SEND =
  '(?:派|调(?!查|解|整|头)|送(?!到|去|往|医|至|走)|借|支援|增援|协助|帮忙|拖走|开锁|抢修|来人|来车|来船|有(?:条|台|个|辆|人))'
const WHO = '(?:我们|咱们|你们|镇里|镇上|县里|乡里|市里|上面|上级|政府|领导|消防|医院|派出所)'

const next = (source: string) => new RegExp(`^(?:${source})`, 'u')
const THING_NEXT = next(THING)
const COUNT_NEXT = next(COUNT)
const SEND_NEXT = next(SEND)
const WHO_NEXT = next(WHO)
/** 三台泵, 个船, 点吃的. */
const isCountedThing = (said: string) => {
  const counter = (COUNT_NEXT.exec(said) ?? /^[个点些]/u.exec(said))?.[0]
  return counter !== undefined && THING_NEXT.test(said.slice(counter.length))
}
/** 五十亩, 三公里, 两户人家: told, not asked. */
const MEASURED = /^[\d一二两三四五六七八九十几百千半]+(?:多|来|余)?(?:[亩户人米间里岁]|公里|个人家)/u

interface Wish {
  readonly verb: RegExp
  /** What must come right after it. */
  readonly next?: (after: string) => boolean
}

const WISHES: readonly Wish[] = [
  { verb: /急需要?|亟需|急缺|还?需要|还需|需(?=[^要求])/gu },
  { verb: /请求(?:上级|县里|镇里|市里|支援)?|恳请|恳求|申请|希望|盼着?(?!望)/gu },
  { verb: /请(?:你们|我们|咱们|我镇|镇里|镇上|县里|乡里|领导|尽快|赶紧|立即|马上|速|帮忙|协调|求)/gu },
  {
    verb: /请(?=(?!你|各|大家|注意|1[12])[^,.;]{2,6}?(?:快来|来|派|调|帮忙|处理|协助|送|支援)|派|来|支援|增援|调|安排|送|求|协助|出动)/gu,
  },
  { verb: /请[^,.;请]{0,5}提供/gu },
  { verb: /请(?=(?:帮忙|协助)?(?:通知|转告)(?!到|了)[^,.;]{2})/gu },
  // 要求化验, 要求查一查: what a caller wants to be done.
  {
    verb: /(?<![按照])要求(?=(?:化验|检测|查(?!询)|处理(?!结果|情况|完)|解决|来人|维修|修(?!改)|赔偿?|清理|整治|拆除|给个?说法|换|停工|取缔)[^,.;]{0,8}(?:$|[,.;]))/gu,
  },
  // 让水务站来修, 叫兽医来看看, 喊几个后生去抬.
  {
    verb: /[叫让喊请](?=(?!我|他|她|你|别|大家|所有|人来|过来|家长|家属|村民|群众|居民|学生|孩子|老人|住户)[^,.;\d]{2,6}?[来去](?:修|看看|看一看|看一下|抬|拉|接|处理|消毒|抽|拖|清|疏通|测|采样|化验|帮|抢修|检查|打针)[^,.;了过]{0,4}(?:$|[,.;]))/gu,
  },
  { verb: /要求(?=支援|增援|派|调|救援|送|来[人车])/gu },
  {
    verb: /(?<![请要恳追寻征需])求(?:你们)?/gu,
    next: (after) =>
      /^(?:援|增援|支援|救援|人[来去]|快|[叫喊派送找]|[抬拉帮背拖接抢看给])/u.test(after) ||
      SEND_NEXT.test(after) ||
      WHO_NEXT.test(after) ||
      COUNT_NEXT.test(after),
  },
  { verb: /急着要/gu, next: (after) => THING_NEXT.test(after) || COUNT_NEXT.test(after) },
  {
    verb: /(?:赶紧|赶快|快点?|麻烦|尽快|火速|速|立即|立刻|马上|抓紧)(?:再|给我们|帮我们|给|帮)?(?:派|来(?!不及)|送|调|安排|叫|喊)/gu,
  },
  {
    verb: /(?:问|看|想问)?(?:能不能|能否|可不可以|可否|是否能)(?:再|先|快点?|赶紧|尽快)?(?=派|调|来|送|给|帮|要|安排|支援|增援|叫|借|拉|用|找|想|抢|背|抬|救|去|请|协调|解决|让|出动|开|接|联系|通知|换|多|加|跟|把)/gu,
  },
  {
    verb: /[叫喊让]/gu,
    next: (after) =>
      /^(?:赶紧|赶快|快点?|尽快)?(?:派|弄[条台辆个点几两]|调(?!查|解|整|头)|送(?!到|去|往|医|至|走)[一两几点些人车船]|支援|增援|来[人车船])/u.test(
        after.replace(WHO_NEXT, ''),
      ) ||
      /^[^,.;\d]{1,6}(?:赶紧|赶快|快点?|尽快)(?:过?来|到)/u.test(after) ||
      /^(?:我们|咱们|镇里|镇上|我镇)(?:配合|协助|派|去[^,.;]{0,4}[接看帮])/u.test(after),
  },
  { verb: /请(?=[^,.;\d]{1,6}(?:赶紧|赶快|快点?|尽快)(?:过?来|到))/gu },
  {
    verb: /(?<![觉晓记懂值舍免显])得/gu,
    next: (after) =>
      /^(?:派|调(?!查|解|整|头)|来[人车船]|有(?:人来|条|台|个|辆))/u.test(after) || isCountedThing(after),
  },
  { verb: /还?缺(?=[^水电氧口点不额德席乏])|还?差(?=[一两二三四五六七八九十几\d]+[台顶件床箱只])/gu },
  { verb: /麻烦(?=[^,.;]{0,10}(?:来|派|帮|处理|看看|修|通知|拉|关|送|转))/gu },
  {
    verb: /(?<![不快将主重需只想必首会定硬别求须])要/gu,
    next: (after) =>
      (COUNT_NEXT.test(after) && !MEASURED.test(after)) ||
      THING_NEXT.test(after) ||
      /^(?:派|调(?!查|解|整|头)|借|增援|支援(?!了)|协助|帮忙|开锁|来[人车船](?!检|查|调|视|采|拜)|有(?:条|台|个|辆|人来)|(?:我们|咱们)(?:协助|帮|派|去|配合|支援))/u.test(
        after,
      ),
  },
  {
    verb: /(?<=^|[,.;!?])要/gu,
    next: (after) => SEND_NEXT.test(after) || /^(?:撒|清|修|加固|打捞|[^,.;]{1,6}(?:来人|派人|来车))/u.test(after),
  },
  {
    verb: /(?<=^|[,.;!?])[再多快先](?:派|调(?!查)|送(?!医)|来|借|拉)/gu,
    next: (after) => /^[点些]/u.test(after) || COUNT_NEXT.test(after) || THING_NEXT.test(after),
  },
  { verb: /(?<=^|[,.;!?])[来借]/gu, next: isCountedThing },
  { verb: /(?<=^|[,.;!?])送/gu, next: (after) => /^[点些]/u.test(after) || THING_NEXT.test(after) },
  {
    verb: /(?<=[找向跟问](?:我们|咱们|你们|镇里|镇上|县里|乡里|上面|政府))借/gu,
    next: (after) => COUNT_NEXT.test(after),
  },
  {
    verb: /(?<![不没才只可])能(?=(?:再)?(?:给|帮|匀|借|派|调|送|弄|整|安排|支援|来|换|多|加|拉)[^,.;]{1,16}[吗不么嘛](?:$|[,.;?]))/gu,
  },
  {
    verb: /(?<=^|[,.;!?])(?:再|快|先|赶紧|请)?[给帮](?:我们|咱们?|俺们?|我)?(?=换|派|送[^到去往医]|调|弄|找|拉|抬)/gu,
  },
  { verb: /问(?:一下|下)?(?:你们|镇里|镇上)?有没[有得]/gu, next: (after) => THING_NEXT.test(after) },
  {
    verb: /[叫请](?=(?:消防|派出所|民警|公安|医生|医院|卫生院|供电|电工|电力|水利|镇里|镇上|乡里|村里|社区|救援队|人)[^,.;]{0,6}来人?(?:$|[,.;])|几个人|[两三四五]个人)/gu,
  },
  { verb: /(?<![按照])要求(?=(?:镇里|镇上|政府|你们|我们)?把)/gu },
  {
    verb: /[请叫让](?=(?:我们|咱们|村里|社区)[^,.;]{0,3}(?:先|出|派|协助|配合|低处|提前|准备))/gu,
  },
  { verb: /想(?=借|求|找)/gu },
  { verb: /想要/gu, next: (after) => COUNT_NEXT.test(after) || THING_NEXT.test(after) },
  { verb: /想[让叫请]/gu, next: (after) => WHO_NEXT.test(after) },
  { verb: /最好能?(?=带|派|来|送|调|有[人个台]|把)/gu },
  { verb: /(?<=^|[,.;!?])给[^,.;]{1,6}(?:补|送|派|调|拉|发)/gu, next: (after) => COUNT_NEXT.test(after) },
  { verb: /派(?=[一两几点些]?(?:台|辆|个|名|点|些|人|车|船|医生|专家|队伍|救))/gu },
]

/** Every word of asking with what must follow it, from left to right, of two at one place the longer. */
function findVerbs(text: string): readonly { readonly index: number; readonly verb: string }[] {
  return WISHES.flatMap(({ verb, next: follows }) =>
    findAll(text, verb).flatMap(({ index, 0: said }) =>
      !follows || follows(text.slice(index + said.length, index + said.length + 24)) ? [{ index, verb: said }] : [],
    ),
  ).sort((a, b) => a.index - b.index || b.verb.length - a.verb.length)
}

/** Asked of others, done already, or not asked at all. */
const NOT_ASKED = /(?:不用|不必|不需要?|用不着|(?<!要)不|没|无|甭|莫|别|暂不|暂时不|已经?|刚|未|另外)(?:再|去|先)?$/u
const NO_OBJECT =
  /^(?:了|的|过|去|走|转移的?(?:群众)?(?:有)?\d|注意|[派来叫喊]?(?:来)?(?:救命|人啊)?$|[^,]{0,12}(?:回话|回复|反馈|报告|上报|答复)|$)/u

const BEFORE_WISH = new RegExp(`^${THING}$`, 'u')

/** What is asked for, in the caller's words; several wishes with 、 between. */
export function readNeeds(text: string, clauses: readonly Clause[]): SaidText | undefined {
  const wishes: SaidText[] = []
  for (const { index, verb } of findVerbs(text)) {
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
    const at = keepsVerb(verb, text.slice(from, from + 1)) ? index + verb.length - 1 : from
    const to = endOfWish(text, clauses, clause)
    if (to <= from && at === from) continue
    const said = text.slice(at, to).replace(verb === '能' ? /[吗不么嘛]$/u : /[吧吗嘛哈咧啦呗么]+$/u, '')
    if (said === '' || NO_OBJECT.test(said)) continue
    // 请县里支援三台水泵: the pumps. 请我们在路口拦停: the stopping.
    // 派人去看了, 派车接了: done.
    if (verb === '派' && /[看查接送去到找修守抬][过完]?了$/u.test(text.slice(from, to))) continue
    const thing = said
      .replace(/(?<=、)要/gu, '')
      .replace(/^(?:我们|咱们|你们)(?=.{2})/u, '')
      .replace(/^要(?=.)(?!有)/u, '')
      .replace(/^(?:支援|增援|提供|解决)(?=[\d一二两三四五六七八九十几])/u, '')
    // 船要两条.
    const fronted = verb === '要' ? BEFORE_WISH.exec(text.slice(clause.from, index))?.[0] : undefined
    if (fronted) {
      wishes.push({ text: `${fronted}要${thing}`, from: index - fronted.length, to: at + said.length })
      continue
    }
    wishes.push({ text: thing, from: at + said.length - thing.length, to: at + said.length })
  }
  const [first] = wishes
  const last = wishes.at(-1)
  if (!first || !last) return undefined
  return { text: wishes.map((wish) => wish.text).join('、'), from: first.from, to: last.to }
}

/** 赶紧派人来, 要有条船: without its verb the wish would be a bare “人来”. */
function keepsVerb(verb: string, next: string): boolean {
  return /(?:派|来|送|调|借|拉|安排|叫|喊)$/u.test(verb) || (verb.endsWith('要') && next === '有')
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
