import type { SaidText } from './caller.ts'
import { findAll } from './matches.ts'

const NUMBER = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})'
const DAY = '(?:[今明后当][天晚夜日早晨]|凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|夜里|夜间|半夜)'
const CLOCK = `${DAY}*(?:${NUMBER}(?::\\d{2}|[点时](?:钟|整|半|[一三]刻|${NUMBER}分?)?)|天[黑亮])(?:之前|以前|前(?!后))`
const LENGTH = `(?:半|${NUMBER})个?半?(?:分钟|小时|钟头|刻钟|分)(?:之内|以内|内)`
const DEADLINE = `(?:接到?通知后?)?[于在限]?(?:${CLOCK}|${LENGTH})`
const URGED = '(?:立即|即刻|立刻|马上|迅速|火速|尽快|抓紧|务必|必须|提前|连夜|速|先|及时|各自)'
const WHO =
  '(?:你们|我们|咱们|[你贵我][镇乡村]|(?:沿[河江海圩]|下游|有关)?各(?:嘎查村?|村组?|村社|社区|乡镇|[镇乡组]|单位|部门)|镇里|镇上|乡里|村里)'
const ASKED =
  '(?:务请|敬请|请(?!求|假|示)|(?<![按照的])要求|责令|[叫让](?!应|醒)|(?<![不需只主])要(?=我们|你|各)|望(?=各|做好|加强|你))'
const ADDRESSED = `各[^,.;、]{1,6}?(?=${URGED}|${DEADLINE})`
const LEAD = new RegExp(`(?:${ASKED}|${WHO}|${DEADLINE}|${URGED}|${ADDRESSED}|要(?=${DEADLINE}))+`, 'gu')
const PRESSED = new RegExp(`${DEADLINE}|${URGED}|^(?:请|要求|[叫让])?[你贵各]`, 'u')
const ASKS = new RegExp(ASKED, 'u')
const ASKS_ALL = new RegExp(ASKED, 'gu')
/** Nobody is named before it. */
const LATE = new RegExp(`^(?:${DEADLINE}|${URGED})*$|[县市省局办指委说]`, 'u')

/** The county, or who speaks for it without a name. */
const ABOVE =
  /^请?(?:各村|[你贵][镇乡])|(?:^|[,.;:接])[^,.;:]{0,3}(?:[县市省旗州](?:里|上|委|政府)|上级|上面)(?:刚才|刚刚|刚|又|来电|电话|打电话)*(?:[^,.;:]{0,6}(?:要求|通知|指示|命令|指令)|[叫让要](?=我们|[各镇核问你]))/u
const REPORT =
  '(?:书面|口头|电话|如实|再)*(?:报告|报送|上报|反馈|回复|答复|回报|汇报|提交|提供|说明|说清楚?|报)(?:一下|一声)?'
/** What is to be told, beyond that it be told. */
const MATTER =
  '(?!(?:上来|过来|过去|上去|结果|情况|一次|[给来去回个]|到(?:县|镇|我们|指)|我们|县|警|平安|是否收到|收到|执行|落实情况))[^,.;]{2,}'
const ACT =
  '(?:核实|核查|核报|查实|查清|摸清|摸排|排查|巡查|巡堤|组织|转移|转完|转出|转走|撤|疏散|完成|做好|加强|加密|落实|加固|上堤|预降|封|关(?!注)|停|清|疏通|通知|转告|喊|堵|拉|划|搬|抢|启动|安排|派|劝|备|腾|守|盯|拆|打捞|搜|扑|消毒|隔离|喊回|上岸)'
const TOLD = new RegExp(`^${REPORT}${MATTER}`, 'u')
const BARE = new RegExp(`^(?:${REPORT}|回[电话信])|报告?$`, 'u')
const DONE_TO = /^把[^,.;]{3,}/u
const ACTS = new RegExp(`^${ACT}`, 'u')
/** 渔船上的人全部上岸, 所有住户必须撤完. */
const ALL_DO = /(?:全部|全都|都|一律|必须|务必|要)(?:转移|撤|上岸|转|离开)[^,.;了]{0,4}$/u
const OVER = /已经?|正在|刚|[了过](?!来|去|火|境|程)/u
/** Says nothing without whom: 危险区群众凌晨两点前必须转移到位. */
const OF_WHOM = /^(?:全部|都)?(?:转移|撤离|撤|转|疏散|避险|上岸|回港|离开)(?:完|到位|出来|走|避险|到[^,.;了]{1,8})?$/u
/** 县水利局来电,明早放水,通知下游不要下河: an order as it stands. */
const PLAIN = /^(?:通知|转告|督促|提醒|做好|加强|落实|严禁|全力|妥善)(?!了|后|到|完)[^,.;了]{2,}$/u
/** Said by those who were ordered. */
const OURS = /^(?:我们?|咱们?|村里|村上|村委|支书|群众|老百姓)|预计|可能/u
const NO_ACT = /^(?:[^,.;]{0,6}注意|关注|[查追]?问|了解|回[个一]?|来电|联系|继续关注|知悉|知晓|(?!撤).?$)/u
const COUNTED = /[\d一二两三四五六七八九十百千](?:多|余|来)?个?[人户名位间处头只亩]/u
const THEN_TELL =
  /(?:并|后|,?再|然后)(?:立即|及时|随时|第一时间|马上)?(?:电话|书面)?(?:回话|回复|反馈|报告|上报|回电|回报|报送?)[^,.;把]{0,5}$/u

/**
 * What the county orders to be done or told: 务必半小时内把人转完并回话 asks to 把人转完. That an answer is due says nothing of what.
 * `fromCounty`: its office is known as who calls.
 */
export function findOrders(text: string, fromCounty: boolean): readonly SaidText[] {
  if (!fromCounty && !ABOVE.test(text)) return []
  const orders: SaidText[] = []
  let goesOn = false
  for (const { index, 0: run } of findAll(text, /(?:[^,.;:!?()]|(?<=\d)[.:](?=\d))+/gu)) {
    const leads = findAll(run, LEAD)
    const plain = index > 0 && leads.length === 0 && PLAIN.test(run) && !COUNTED.test(run) && !OVER.test(run)
    const order: { readonly at: number } | undefined =
      plain || (goesOn && leads.length === 0 && !COUNTED.test(run) && isOrder(run, true, false))
        ? { at: 0 }
        : firstOf(run, leads)
    const last = leads.at(-1)
    // 今晚十点前,也就是八十分钟内,把名单报上去.
    goesOn =
      last !== undefined &&
      !order &&
      (last.index + last[0].length === run.length || BARE.test(run.slice(last.index + last[0].length)))
    if (!order) continue
    const said = run.slice(order.at).replace(THEN_TELL, '')
    const from = index + order.at
    if (said !== '') orders.push({ text: said, from, to: from + said.length })
  }
  return orders
}

/** 救出被困3人: they are in need already. */
const RESCUE = /^(?:全力|组织|派人)*(?:营救|搜救|抢救|救治|救援|救出|搜寻|寻找|查找)/u

/** Blanks, in equal length, those with a number in them: what is to be done counts nobody yet. What they name stays known. */
export function withoutOrders(text: string, orders: readonly SaidText[]): string {
  return orders
    .filter(({ text: said }) => COUNTED.test(said) && !RESCUE.test(said))
    .reduce((left, { from, to }) => left.slice(0, from) + '　'.repeat(to - from) + left.slice(to), text)
}

function firstOf(run: string, leads: readonly RegExpExecArray[]): { readonly at: number } | undefined {
  for (const { index, 0: lead } of leads) {
    const asked = ASKS.test(lead)
    if (!asked && (!PRESSED.test(lead) || OURS.test(run))) continue
    const at = index + lead.length
    const said = run.slice(at).replace(THEN_TELL, '')
    if (isOrder(said, !asked || PRESSED.test(lead), asked)) return { at: OF_WHOM.test(said) ? named(run, at) : at }
  }
  return undefined
}

/** Where it begins with those who are told to go, after the word of asking. */
function named(run: string, at: number): number {
  const [last] = findAll(run.slice(0, at), ASKS_ALL).slice(-1)
  return last ? last.index + last[0].length : LATE.test(run.slice(0, at)) ? at : 0
}

/** `pressed`: it is due by then, or at once; `asked`: in so many words. */
function isOrder(said: string, pressed: boolean, asked: boolean): boolean {
  if (TOLD.test(said)) return pressed || asked
  if (DONE_TO.test(said) || /^核[实查报]/u.test(said)) return true
  if (BARE.test(said) || NO_ACT.test(said)) return false
  if (OVER.test(said)) return false
  return asked || ACTS.test(said) || ALL_DO.test(said)
}
