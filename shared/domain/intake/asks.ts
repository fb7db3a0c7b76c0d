import type { SaidText } from './caller.ts'
import type { Clause } from './clauses.ts'

const THING =
  '(?:救护车|消防车|挖机|挖掘机|铲车|装载机|推土机|吊车|抽水机|水泵|冲锋舟|橡皮艇|皮划艇|船|救生衣|救生圈|绳子|绳索|帐篷|棉被|被子|被褥|棉衣|大衣|衣服|矿泉水|饮用水|方便面|食品|粮食|大米|干粮|药品|药|医生|医护|专家|人手|人员|人|队伍|救援队|救援|支援|增援|力量|发电机|照明|照明灯|应急灯|血清|疫苗|油锯|铁锹|沙袋|编织袋|彩条布|雨衣|车辆|车|大巴|卫星电话|对讲机|无人机|灭火器|风力灭火机|水枪|水带|担架队|担架|直升机|沙包|急救箱|搜救犬|潜水员|蛙人|氧气|防毒面具|手套|口罩|消毒液|融雪剂|工业盐|防滑链|设备|物资|融冰|移动厕所)'
const WANTS = new RegExp(
  '(?:还?急需要?|亟需|还?需要|还需|需(?=[^要求])|请求(?:上级|县里|镇里|市里|支援)?|恳请|请(?:你们|镇里|县里|乡里|领导|尽快|赶紧|立即|马上|速|帮忙|协调|求)|请(?=(?!你|各|大家|注意|1[12])[^,.;]{2,5}?(?:快来|来|帮忙|处理|协助|送)|派|来|支援|增援|调|安排|送|求)|要求(?=(?:支援|增援|派|调|救援|送|来[人车]))|申请|请[^,.;请]{0,5}提供|求(?:你们|助|援|(?=增援|支援|救援|派))|希望|盼|(?:赶紧|赶快|快点?|麻烦|尽快|速|能不能|可不可以|看能不能)(?:再|给我们|帮我们|给|帮)?(?:派|来|送|调|安排|叫|喊)|还?缺(?=[^水电氧口点不额德])|还?差(?=[一两二三四五六七八九十几\\d]+[台顶件床箱只])|想要|就要|还要(?![涨下升落降继持变震])|麻烦(?=[^,.;]{0,10}(?:来|派|帮|处理|看看|修))|' +
    `(?<=^|[,.;!?])要(?=(?:派|调|撒|清|修|加固|打捞|来[人车]|[^,.;]{1,6}(?:来人|派人|来车)|[一两二三四五六七八九十几\\d]+[台辆个名艘顶件床箱只条])|${THING})|派(?=[一两几点些]?(?:台|辆|个|名|点|些|人|车|船|医生|专家|队伍|救))` +
    ')',
  'gu',
)
/** Asked of others, done already, or not asked at all. */
const NOT_ASKED = /(?:不用|不必|不需要?|不|没|无|暂不|暂时不|已经?|刚|未)$/u
const NO_OBJECT =
  /^(?:了|的|过|去|走|转移的?(?:群众)?(?:有)?\d|注意|[派来叫喊]?(?:来)?(?:救命|人啊)?$|[^,]{0,8}(?:回话|回复|反馈|报告|上报)|$)/u

/** What is asked for, in the caller's words; several wishes with 、 between. */
export function readNeeds(text: string, clauses: readonly Clause[]): SaidText | undefined {
  const wishes: SaidText[] = []
  for (const { index, 0: verb } of text.matchAll(WANTS)) {
    const from = index + verb.length
    if (wishes.some((wish) => from <= wish.to)) continue
    if (NOT_ASKED.test(text.slice(Math.max(0, index - 3), index))) continue
    const clause = clauses.find((one) => index >= one.from && index < one.to)
    if (!clause) continue
    const rest = text.slice(clause.from, clause.to)
    if (
      /(?:转移|撤离|疏散)(?:的)?(?:群众|人员)?(?:有|共|约)?[\d一二两三四五六七八九十百]+/u.test(
        rest.slice(from - clause.from),
      )
    )
      continue
    const at = keepsVerb(verb) ? index + verb.length - 1 : from
    const to = endOfWish(text, clauses, clause)
    if (to <= from && !keepsVerb(verb)) continue
    const said = text.slice(at, to).replace(/[吧吗嘛哈咧啦]+$/u, '')
    if (said === '' || NO_OBJECT.test(said)) continue
    // 请县里支援三台水泵: the pumps.
    const thing = said
      .replace(/(?<=、)要/gu, '')
      .replace(/^(?:支援|增援|提供|解决)(?=[\d一二两三四五六七八九十几])/u, '')
    wishes.push({ text: thing, from: at + said.length - thing.length, to: at + said.length })
  }
  const [first] = wishes
  const last = wishes.at(-1)
  if (!first || !last) return undefined
  return { text: wishes.map((wish) => wish.text).join('、'), from: first.from, to: last.to }
}

/** 赶紧派人来: without its verb the wish would be a bare “人来”. */
function keepsVerb(verb: string): boolean {
  return /(?:派|来|送|调|安排|叫|喊)$/u.test(verb)
}

/** A list goes on over 、 and over a comma before another thing. */
function endOfWish(text: string, clauses: readonly Clause[], first: Clause): number {
  let { to } = first
  for (const clause of clauses.slice(clauses.indexOf(first) + 1)) {
    const mark = text.charAt(to)
    const said = text.slice(clause.from, clause.to)
    const listed = new RegExp(
      `^(?:还有|和|以及|[一两二三四五六七八九十几\\d]+[台辆个名艘顶件床箱只条]|再来)?[^,.]{0,6}${THING}[^,.]{0,4}$`,
      'u',
    ).test(said)
    if (mark !== '、' && !(mark === ',' && listed && said.length <= 12)) break
    to = clause.to
  }
  return to
}

const DONE =
  /已经?|正在|组织|转移了|疏散|撤离|拉了?(?:警戒|起)|设(?:置|了)?(?:警戒|卡|岗)|封(?:路|闭|了)|管控|关了|切断|停了|派了|派出(?!所)|赶到|打了|拨打|报了警|报警|送医|送到|送往|救出|扑救|灭火|抢修|抢险|搜救|搜寻|救援|巡查|值守|通知了|上报|开展|启动|安置|堵漏|加固|清理|疏通|劝离/u
const NOT_DONE = /需要|请|没有?人|尚未|还没|未|没|准备|打算|不肯|不愿|不走/u

/** What was done, in the caller's words: whole clauses. */
export function readMeasures(real: string, clauses: readonly Clause[]): SaidText | undefined {
  const done = clauses.filter(({ from, to }) => {
    const said = real.slice(from, to)
    return said.length > 2 && DONE.test(said) && !NOT_DONE.test(said)
  })
  const [first] = done
  const last = done.at(-1)
  if (!first || !last) return undefined
  return { text: done.map(({ from, to }) => real.slice(from, to)).join('，'), from: first.from, to: last.to }
}
