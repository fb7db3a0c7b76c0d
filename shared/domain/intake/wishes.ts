import { ASKED, ASKED_AT_HEAD } from './asking.ts'
import { findAll } from './matches.ts'
import { COUNT, SEND, THING, WHO } from './supplies.ts'

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

/** Who comes when called for. */
const HELP =
  '(?:1(?:10|19|20|22)(?!\\d)|消防队?|消防车|救护车|公安|民警|警察|交警|派出所|供电所?|供电局|电力上?|电工|医院|卫生院|医生|大夫|兽医|路政|水务所?|水厂|燃气公司|物业|救援队|民兵|扑火队|特警)'
/** 要120和消防, 要消防快点, 要供电所来. */
const HELP_ALONE = next(
  `${HELP}(?:(?:和|跟|与|、|还有)(?:${HELP}|${THING}))*(?:(?:赶紧|赶快|快点?|快些|尽快|马上|再|也|都)*(?:过?来|派|去|支援|帮忙?)?(?:一?下|一趟|人|车|点|些|处理|看看|救人?|抢修|修|救火|灭火)?)?(?:$|[,.;!])`,
)
/** 要人摘窝, 要个人背下来; 要人命 is none. */
const HANDS = next(
  '(?:个|几个|些|点)?人(?:手)?(?:来|去|过来|帮忙?|给)*(?:摘|锯|抬|背|挖|清|搬|扛|守|看(?!病)|堵|修|救|捞|接|劝|处理|开锁|捉|抓|捕|拖|拉|扶|铲|砍|拆|封|巡|换|照看|照顾|引路|带路|疏通|疏导|抢|扑|灭|找|搜|送|捅|烧)[^,.;了过着]{0,5}(?:$|[,.;!])',
)
/** 要个抽水的, 要个会开船的. */
const WHICH =
  /^[个点些](?:会|能|懂)?(?:抽|挖|拉|拖|吊|开|潜|修|背|抬|捞|锯|切|吃|喝|盖|垫|铺|穿|保暖|照明|御寒|治)[^,.;了过不]{0,3}的(?:$|[,.;!])/u
/** 苫布要10块: of a thing named first, whatever it is counted by. */
const COUNTED =
  /^[一两二三四五六七八九十几百千\d]+(?:多|来|余)?(?:块(?!钱)|片|根|卷|匹|人|个人|部|瓶|罐|盒|套|组|班|米|公斤|升)/u
/** 半小时内报房屋和人员情况: what an office wants to be told. */
const REPORT =
  /^(?:报|给)(?!警|过|上|来|送|告|一下)(?:[^,.;了过]{1,10}情况|[^,.;了过]{0,10}(?:数|名单|人数|水位|伤亡|损失|方案|进度|照片|名册|台账))(?:$|[,.;!])/u
const FRONTED = new RegExp(`(?:^|[,.;!?])${THING}(?:还|再|也|至少|最少|大概|起码)*$`, 'u')

interface Wish {
  readonly verb: RegExp
  /** What must come right after it. */
  readonly next?: (after: string, before: string) => boolean
}

const WISHES: readonly Wish[] = [
  { verb: /急需要?|亟需|急缺|还?需要|还需|需(?=[^要求])/gu },
  { verb: /请求(?:上级|县里|镇里|市里|支援)?|恳请|恳求|申请|希望|盼着?(?!望)/gu },
  { verb: /请(?:你们|我们|咱们|我镇|镇里|镇上|县里|乡里|领导|尽快|赶紧|立即|马上|速|帮忙|协调|求)/gu },
  {
    verb: /请(?=(?!你|各|大家|注意|1[12])[^,.;]{2,6}?(?:快来|来|派|调|帮忙|处理|协助|送|支援)|派|来|支援|增援|调|安排|送|求|协助|出动)/gu,
  },
  { verb: /请[^,.;请]{0,5}提供/gu },
  // 请铲雪车开路.
  {
    verb: /(?<![邀申聘宴])请/gu,
    next: (after) => THING_NEXT.test(after) && !/^人/u.test(after) && !/^[^,.;]*[了过着]/u.test(after),
  },
  // 快催救护车, 帮忙催一催挖机.
  {
    verb: /催(?:一催|一下|下)?(?!了)/gu,
    next: (after) => THING_NEXT.test(after) && !/^[^,.;]{1,6}(?:了|都|还)/u.test(after),
  },
  { verb: /请(?=(?:帮忙|协助)?(?:通知|转告)(?!到|了)[^,.;]{2})/gu },
  // 要求化验, 要求查一查: what a caller wants to be done.
  {
    verb: /(?<![按照])要求(?=(?:尽快|马上|及时|立即|赶快)?(?:化验|检测|查(?!询)|处理(?!结果|情况|完)|解决|来人|维修|修(?!改)|赔偿?|清理|整治|拆除|给个?说法|换|停工|取缔)[^,.;]{0,8}(?:$|[,.;]))/gu,
  },
  // 让水务站来修, 叫兽医来看看, 喊几个后生去抬.
  {
    verb: /[叫让喊请](?=(?!救命|我|他|她|你|别|大家|所有|人来|过来|家长|家属|村民|群众|居民|学生|孩子|老人|住户)[^,.;\d]{2,6}?[来去](?:修|看看|看一看|看一下|看(?=$|[,.;])|抬|拉|接|处理|消毒|抽|拖|清|疏通|测|采样|化验|帮|抢修|检查|打针)[^,.;了过]{0,4}(?:$|[,.;]))/gu,
  },
  { verb: /要求(?=支援|增援|派|调|救援|送|来[人车])/gu },
  {
    verb: /(?<![请要恳追寻征需])求(?:你们)?/gu,
    next: (after) =>
      /^(?:援|增援|支援|救援|人[来去]|快|赶紧|赶快|[叫喊派送找去把想来]|[抬拉帮背拖接抢看给])/u.test(after) ||
      SEND_NEXT.test(after) ||
      WHO_NEXT.test(after) ||
      COUNT_NEXT.test(after),
  },
  { verb: /急着要/gu, next: (after) => THING_NEXT.test(after) || COUNT_NEXT.test(after) },
  {
    verb: /(?:赶紧|赶快|快点?|麻烦|尽快|火速|速|立即|立刻|马上|抓紧)(?:再|给我们|帮我们|给|帮)?(?:派|来(?!不及)|送|调|安排|叫|喊)/gu,
  },
  {
    verb: /(?:问|看|想问)?(?:能不能|能否|可不可以|可否|是否能)(?:再|先|快点?|赶紧|尽快)?(?=派|调|来|送|给|帮|要|安排|支援|增援|叫|借|拉|匀|出(?!来|去|门|院)|用|找|想|抢|背|抬|救|去|请|协调|解决|让|出动|开|接|联系|通知|换|多|加|跟|把)/gu,
  },
  {
    verb: /[叫喊让]/gu,
    next: (after) =>
      /^(?:赶紧|赶快|快点?|尽快)?(?:派|弄[条台辆个点几两]|调(?!查|解|整|头)|送(?!到|去|往|医|至|走)[一两几点些人车船]|支援|增援|来[人车船])/u.test(
        after.replace(WHO_NEXT, ''),
      ) ||
      /^[^,.;\d]{1,6}(?:(?:赶紧|赶快|快点?|尽快)(?:过?来|到)|(?:赶紧|赶快|快点|快些|尽快)(?:$|[,.;]))/u.test(after) ||
      /^(?:我们|咱们|镇里|镇上|我镇)(?:配合|协助|派|去[^,.;]{0,4}[接看帮])/u.test(after),
  },
  { verb: /请(?=[^,.;\d]{1,6}(?:赶紧|赶快|快点?|尽快)(?:过?来|到))/gu },
  {
    verb: /(?<![觉晓记懂值舍免显])得/gu,
    next: (after) =>
      /^(?:派|调(?!查|解|整|头)|来[人车船]|来[一两几]?[个位](?![^,.;]*[了过])|有(?:人来|条|台|个|辆))/u.test(after) ||
      isCountedThing(after),
  },
  { verb: /还?缺(?=[^啥什哪苗水电氧口点不额德席乏得着的了])|还?差(?=[一两二三四五六七八九十几\d]+[台顶件床箱只])/gu },
  { verb: /麻烦(?=[^,.;]{0,10}(?:来|派|帮|处理|看看|看一|修|通知|拉|关|送|转|去|找|抬|接|把|给))/gu },
  {
    verb: /(?<![不快将主重需只想必首会定硬别求须])要/gu,
    next: (after) =>
      (COUNT_NEXT.test(after) && !MEASURED.test(after)) ||
      THING_NEXT.test(after) ||
      isCountedThing(after) ||
      // 要120和消防, 要消防快点.
      /^(?:120|119|110|消防|交警|急救)(?:[和跟、](?:120|119|110|消防|交警|急救))?(?:快点?|快些|赶紧|尽快)?(?:过?来)?(?:$|[,.;])/u.test(
        after,
      ) ||
      /^(?:派|调(?!查|解|整|头)|借|增援|支援(?!了)|协助|帮忙|开锁|来[人车船](?!检|查|调|视|采|拜)|有(?:条|台|个|辆|人来)|(?:我们|咱们)(?:协助|帮|派|去|配合|支援))/u.test(
        after,
      ),
  },
  {
    verb: /(?<=^|[,.;!?])要/gu,
    next: (after) => SEND_NEXT.test(after) || /^(?:撒|清|修|加固|打捞|[^,.;]{1,6}(?:来人|派人|来车))/u.test(after),
  },
  {
    verb: /(?<=^|[,.;!?])(?:还|再|急|只|就|快|主要|最好)?要(?=[个几点些人1消救公民警交派供电医卫大兽路水燃物扑特])/gu,
    next: (after) => HELP_ALONE.test(after) || HANDS.test(after) || WHICH.test(after) || isCountedThing(after),
  },
  {
    verb: /(?<=\d(?:分钟|小时)(?:之?内|以内)|[半一两二三四五六十刻](?:分钟|个?小时|个?钟头?|刻钟)(?:之?内|以内))上?(?=报|给)/gu,
    next: (after) => REPORT.test(after),
  },
  {
    verb: /要(?=[一两二三四五六七八九十几百千\d])/gu,
    next: (after, before) => COUNTED.test(after) && FRONTED.test(before),
  },
  {
    verb: /(?<=^|[,.;!?])[再多快先](?:派|调(?!查)|送(?!医)|来|借|拉)/gu,
    next: (after) => /^[点些]/u.test(after) || COUNT_NEXT.test(after) || THING_NEXT.test(after),
  },
  { verb: /(?<=^|[,.;!?])[来借]/gu, next: isCountedThing },
  {
    verb: /(?<=^|[,.;!?])送/gu,
    next: (after) => /^(?:[点些]|[一两二三四五六几\d十]+[车桶箱袋顶床件吨瓶批])/u.test(after) || THING_NEXT.test(after),
  },
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
  // 请供电所抢修, 请环保和消防到场, 叫劳动所来, 请网信部门处置.
  {
    verb: /(?<![邀申聘宴不])[请叫让喊](?=(?:[^,.;\d了过着]{0,4}(?:所|局|站|部门|队|办|中心|医院)|环保|消防|城管|民政|电力上?|供电上?|水利上?|交警|公安|民警)(?:[和跟与、](?:[^,.;\d了过着]{0,4}(?:所|局|站|部门|队|办)|环保|消防|城管|民政|电力|供电|交警|公安|民警))*(?:的(?:人|同志|师傅)?)?(?:再|也|都|尽快|赶紧|赶快|马上|快点?|快些)?(?:过?来(?:人|一趟|看看|处理)?|到场|抢修|处[置理]|核[查实]|查[处看]|救援|支援|调解|检修|维修|介入|解决)(?:一下)?(?:$|[,.;!]))/gu,
  },
  // 请乡镇安排人员在路口引导, 请先派村医到场: whatever one is asked to do, but to answer.
  {
    verb: /(?<![邀申聘宴恳敬务回])请(?=(?!假|客|问|示|教|愿|帖|柬|勿|放心|大家|各位|稍|等|注意|讲|说|看$|速?回|知|联系|致电|听|记|不|他|她|我(?![们镇乡村])|人)[^,.;?]{3,})/gu,
    next: (after) =>
      !/^[^,.;?]*(?:[了过着](?!来|去)|已经?|[吗没])/u.test(after) &&
      !/^[^,.;?]{0,12}(?:回话|回复|反馈|报告|上报|答复|回电|汇报|放心|谅解|理解|知悉|注意|关注)[^,.;]{0,3}(?:$|[,.;?])/u.test(
        after,
      ),
  },
  {
    verb: /(?<![不需只想主])要(?=你们[^,.;了过]{0,4}(?:赶紧|马上|立即|尽快|配合|协助|派|组织|安排|通知)[^,.;了过]{2,})/gu,
  },
  { verb: /(?<!不)建议(?=(?:先|立即|尽快|马上|赶紧)?(?:封|停|转移|撤|加固|派|关|拆|疏散|疏通|清|断)[^,.;了过]{1,})/gu },
  { verb: /请(?=[发拨运])/gu, next: (after) => THING_NEXT.test(after.slice(1)) || COUNT_NEXT.test(after.slice(1)) },
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
export function findWishes(text: string): readonly { readonly index: number; readonly verb: string }[] {
  const named = WISHES.flatMap(({ verb, next: follows }) =>
    findAll(text, verb).filter(
      ({ index, 0: said }) =>
        !follows ||
        follows(text.slice(index + said.length, index + said.length + 24), text.slice(Math.max(0, index - 12), index)),
    ),
  )
  const asked = ASKED.flatMap((pattern) => findAll(text, pattern))
  return [...named, ...asked, ...atHeads(text)]
    .map(({ index, 0: verb }) => ({ index, verb }))
    .sort((a, b) => a.index - b.index || b.verb.length - a.verb.length)
}

function atHeads(text: string): readonly RegExpExecArray[] {
  const heads = [0, ...findAll(text, /[,.;!?]/gu).map(({ index }) => index + 1)]
  return heads.flatMap((head) =>
    ASKED_AT_HEAD.flatMap((pattern) => {
      pattern.lastIndex = head
      const asked = pattern.exec(text)
      return asked ? [asked] : []
    }),
  )
}
