import type { SaidText } from './caller.ts'
import { findAll } from './matches.ts'
import type { SourceWord } from './words.ts'

export interface SaidSource {
  readonly key: string
  readonly from: number
  readonly to: number
}

const TELLS =
  /^(?:的|值班室?|值班员|值班人员|指挥中心|调度中心|这边|那边|刚才|刚刚|刚|又|中心|热线|平台|支队|大队|中队|工作人员|同志|负责人|[^,.;:!?、了在被不没]{0,7}|[在从][^,.;了]{1,6}?(?=打|来电|报))?(?:转来|转过来|转办|转警|转派|转的|转(?!移|院|走|到|往|去|出)|派(?:的|来的?)?(?:单|工单)|来电|来话|传话|带话|捎话|捎信|回话|回了?话|来函|通知|说|打电话|打来|打过来|打进来|打的|电话|推送|派单|工单|交办|叫应|报告|报警|报称|报过来|报来|报的|报|反馈|反映|举报|投诉|求助|称|讲|接警|接到|通报|传来|发来|下发|指令|要求|调度|的人(?=打|说|讲|来电|报|反映|通知)|汇报|上报|发的|发了(?=[^,.;]{0,4}预警)|拍到|发现|核实|预警|预报|发布|接诊|收治|刷到|看[到见]|巡[查护]?(?:发现|到|时)|求(?=[派支援助])|要(?=[一两二三四五六七八九十\d几]|[派调送人车船])|喊|请求|申请|催|急报|紧急|托人|来人|监测|打招呼|说一声|来(?:镇|乡|所|办公室|值班室|报)|跑来|上?有人[发说传拍]|发(?:微信|信息|消息|短信|视频|照片)|(?:在)?(?:微信)?群里)|^[^,.;:]{0,4}[,(]?(?:手机|电话|号码)*[:是]?(?:1[3-9]\d{9}|[幺一][\d零一二三四五六七八九幺两洞拐勾]{10})|^(?:值班室?|办公室)?电(?=[,:])|^(?:值班室?|指挥中心|值班员|[\u4e00-\u9fff]{0,3})[:]/u
const FROM =
  /(?:接到?|据|根据|收到|(?<![已都均])由|从|来源(?:是|为)?:?|我是|我们是|这里是|我这里是|我这边是|这边是|我这儿是|通过)(?:[^,.;!?、打拨叫]{0,8})?$/u
/** 县应急局问伤亡情况: a call all the same. */
const ASKS =
  /^(?:来电|打电话|这边|的人)?(?:(?:询问|追问|问)(?!题)|要[^,.;]{0,16}(?:数|情况|名单|材料|台账|报表|口径|清单))/u
/** 县应急局叫我们封桥. */
const ORDERS =
  /^(?:刚才|刚|又)?(?:[叫让要](?:我们|咱们|各|镇|你)|[叫让](?:统计|核|上?报|马上|立即|立刻|尽快|赶紧)|指示|督促|提醒|询问)/u
/** Called by somebody else, or only asked for: 已经打了120, 通知119. */
const CALLED =
  /(?:冒充|假冒|打了?|拨打了?|拨了?|报了|叫了|[叫让喊]|通知了?|联系了?|呼叫了?|喊了|请|派|需要|要|等|报告|告诉了?|给|向|跟|送(?:到|去|往)?|去|到|往|找)(?:了)?(?:[县镇市乡]|我们|咱们|一下)*$/u
const HERE = /^(?:来了|到了|已经?|在|都|正在|赶到|派了|组织|带|去了|到场|出动|的人(?:到|来|在|已|也|都))/u

/** Who told us, as a key of callSources.json; undefined when the line does not say. */
export function readSource(
  text: string,
  words: readonly SourceWord[],
  caller: SaidText | undefined,
): SaidSource | undefined {
  const found: (SaidSource & { readonly score: number })[] = []
  for (const { key, pattern } of words.filter(({ head }) => text.includes(head)))
    for (const { index: from, 0: word } of findAll(text, pattern)) {
      const to = from + word.length
      if (found.some((one) => from < one.to && to > one.from)) continue
      const score = ofCaller(text, key, from, to, caller) ? 4 : scoreOf(text, from, to, key, word)
      found.push({ key, from, to, score })
    }
  // 来源其他: as a form has it.
  const other = /来源(?:是|为)?[:,]?其他/u.exec(text)
  if (other) found.push({ key: 'other', from: other.index, to: other.index + other[0].length, score: 0.5 })
  const self = /我要?(?:投诉|举报)/u.exec(text)
  if (self) found.push({ key: 'publicCall', from: self.index, to: self.index + self[0].length, score: 0.5 })
  // 我马家圪台村民, 你好我过路的, 我东胜屯的.
  const one =
    /(?<=^(?:喂,?|你好,?|您好,?|领导,?)?|[,.;])我(?:们?是)?[^,.;!?]{0,8}?(?:村民|[屯村组社寨湾沟]的|[过路]路的|开车的|跑车的|打工的|种地的|放[羊牛]的)(?=$|[,.;])/u.exec(
      text,
    )
  if (one) found.push({ key: 'publicCall', from: one.index, to: one.index + one[0].length, score: 0.5 })
  const best = found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.from - b.from)[0]
  return best && { key: best.key, from: best.from, to: best.to }
}

/** 村支书王建国, 刘老师: by his office a caller says for whom he calls. */
function ofCaller(text: string, key: string, from: number, to: number, caller: SaidText | undefined): boolean {
  return (
    caller !== undefined &&
    ((to <= caller.from && /^(?:\p{Script=Han}{0,2}的)?$/u.test(text.slice(to, caller.from))) ||
      (key !== 'publicCall' && from >= caller.from && to <= caller.to))
  )
}

/** Words that are as often a spot on the map as somebody who calls. */
const PLACES: ReadonlySet<string> = new Set([
  'school',
  'enterprise',
  'medical120',
  'police110',
  'fire119',
  'villageCadre',
])

function scoreOf(text: string, from: number, to: number, key: string, word: string): number {
  const before = text.slice(Math.max(0, from - 18), from)
  const after = text.slice(to, to + 24)
  // 村民房火灾: a home.
  if (word === '村民' && /^房/u.test(after)) return 0
  // 卫生院来人了没有: asked for.
  if (/^(?:的)?(?:人)?(?:来人?|到|派人?)了?(?:没有?|没得|吗|么|不)(?:$|[,.;?])/u.test(after)) return 0
  if (/^\d+$/.test(word) && (/\d$/.test(before) || /^(?:[\d人户名个间头只亩米块元号级]|[.:]\d)/u.test(after))) return 0
  const told =
    TELLS.test(after) ||
    ASKS.test(after) ||
    (key.startsWith('county') && ORDERS.test(after)) ||
    (key !== 'publicCall' && key !== 'school' && /^[^,.;:]{0,8}:/u.test(after))
  const led = FROM.test(before)
  if (/(?:我是|我们是|这里是|这边是|我[姓叫][^,.;]{1,4},我?是)[^,.]{0,12}$/u.test(before)) return 5
  if (key === 'hotline12345' && /^(?:热线)?(?:投诉|反映|举报|咨询)/u.test(after)) return 3
  // 有人自称电力局的: he deceives somebody else.
  if (key === 'publicCall' && /^[^,.;]{0,4}(?:自称|冒充|假称)/u.test(after)) return 0
  // 枯井里有人喊: he is not on the telephone.
  if (word === '有人' && /^[^,.;]{0,4}(?:喊|叫|要|求(?!助)|看[到见])/u.test(after)) return 0
  // 打12345转过来的: whoever rang them, they tell us.
  if (key === 'hotline12345' && /^(?:热线)?(?:转|派|:)/u.test(after)) return 6
  if (CALLED.test(before) && !/(?:接到?|据|收到)[^,.]{0,4}$/u.test(before)) return 0
  if ((HERE.test(after) && !told) || /^小组/u.test(after)) return 0
  const head =
    /^[^\u4e00-\u9fff]*$/u.test(text.slice(0, from)) ||
    /^(?:(?:喂|你好|您好|领导|刚才|刚刚|今早|昨晚),)?[^,.;]{0,12}$/u.test(text.slice(0, from))
  // 小学水池里发现农药瓶: a place, which finds nothing.
  if (
    PLACES.has(key) &&
    /^(?:[^,.;:]{1,7})(?:发现|看[到见]|求|喊|要)/u.test(after) &&
    !/^(?:的?(?:人|老师|医生|值班|负责|工作)|说|讲|转|来电|通知)/u.test(after)
  )
    return 0
  // 全黑了,供电所说今晚修不了: what the one at fault promises is quoted by somebody else.
  if (
    (key === 'enterprise' || key === 'other') &&
    !head &&
    /^[^,.;:]{0,6}?(?:说|讲|称)[^,.;]{0,8}(?:修|恢复|抢|来[电水气]|通[电水气])/u.test(after)
  )
    return 0
  // A villager quoted in the middle is no source: 隔壁邻居说里头住了两个老人.
  if (
    key === 'publicCall' &&
    !head &&
    !led &&
    !/^[^,.]{0,6}(?:打电话|打来|来电|报警|报告|反映|举报|投诉|求助)/u.test(after)
  )
    return 0
  // 限一刻钟内回电,县委值班室: signed at the end.
  if (after === '' && /[,.;]$/u.test(before) && (key.startsWith('county') || key.startsWith('police'))) return 1
  // 县防指来电,接群众反映河堤渗水: who is on the telephone.
  const opens = from === 0 && told && key.startsWith('county')
  return (
    (opens ? 1.5 : 0) +
    (told ? 3 : 0) +
    (led ? 2 : 0) +
    (head && (told || (key === 'publicCall' ? /^:/u : /^[:,]/u).test(after)) && !/[在到去往]$/u.test(before) ? 1 : 0)
  )
}
