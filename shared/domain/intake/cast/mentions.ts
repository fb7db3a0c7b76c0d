import type { Amount } from '../../values.ts'
import type { Corrected } from '../corrections.ts'
import { findAll } from '../matches.ts'
import { SURNAME } from '../names.ts'
import { findParallels } from '../parallel.ts'
import type { CastWords } from './castWords.ts'
import type { Told } from './fates.ts'
import { joinMentions } from './joinMentions.ts'

/** People as the line brings them up. Places are in the tidied text. */
export interface Mention {
  readonly from: number
  readonly to: number
  /** Null: nobody said how many. */
  readonly amount: Amount
  /** 一个, 三人, 老的: may be of people named before. */
  readonly bare: boolean
  /** 其中: is of people named before. */
  readonly among: boolean
  /** 重的三个. */
  readonly graded: boolean
  /** 也没上来: beside those named before. */
  readonly also: boolean
  /** 剩下的, 其余: all of whom nothing else is said. */
  readonly rest: boolean
  /** 还有两三个: as many as are left. */
  readonly last: boolean
  /** A body: dead without another word. */
  readonly body: boolean
  /** The same word is the same person: 老头. None for numbers. */
  readonly names: readonly string[]
  /** 爷孙俩, 一家四口. */
  readonly family: boolean
  /** 他爷: kin of one of those named before, and none of them. */
  readonly foreign: boolean
  readonly kin: boolean
  /** In brackets: of those right before. */
  readonly within: boolean
  /** 骑三轮的那个: one already told of, if there is one. */
  readonly definite: boolean
  /** 第三个. */
  readonly ordinal: number
}

const AMONG = /(?:其中|里头有?|里面有?|当中|内有|含|包括|最[重小大轻]的)[^,.;:!?]{0,4}$/u
/** 一个叫人推倒: between the number alone and what became of him. */
/** 重的三个: of those named before, unless these are told of by what they have. */
const GRADED = /(?:[重轻]|严重|厉害)的$/u
const BETWEEN =
  /^(?:$|[拿用持把被叫让给遭跟和与觉说喊感一老有人也都还又只才刚正仍仅在先后从往连送喝吃抱不没就轻重昨今胸背腰胳手眼耳鼻嘴肚脸额牙脖肩膝指骨肋锁脑头脚腿跳爬游跑逃摔滚掉落滑栽跌坠陷躲拉拽捞救刨挖]|自己|当场|已|到现在|至今|下水|下去|一起|差点|直接|情况|伤势|病情|状态|大腿|小腿)[^,.;:!?、]*$/u
const REST =
  /(?:(?:还)?剩下?|余下|另外|最后|其余|其他|其它|别|没出来|没上来)的?(?:那?一?[个位名]|的?人|的)(?=的|人|[^\p{Script=Han}]|[没被还也都在说就全已送卡困埋轻重昏找至到现目失联当只有不下上死伤脸腿头手医])|(?<=[,.;])(?:另外?|那)一?个(?=还?没|也没|到现在|仍)|(?<=大人|男人|女人|娃|小孩|孩子|其他人?|[,.;])(?:一个)(?:人)?(?=[都也](?:没|未|不见|找不)(?!(?:有)?(?:受?伤|[少缺落剩漏差拉死肯走动来去]|事|出事)))|其余(?![一二两三四五六七八九十几\d])|余者|其他人|别人/gu
const SMALL = '一二三四五六七八九'
const ORDINAL = /第([一二三四五六七八九\d])(?:个|位|名)(?:人|下去的|救人的)?/gu
const AGED =
  /^(?!们)(?:[^.;]{0,12}?(?:今年)?|[^.;]{0,30},(?:今年|才|刚)?)(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:多|来|几)?岁/u
const FAMILY = /(?:一家|祖孙|爷孙|婆孙|父子|父女|母子|母女|兄弟|姐妹|姊妹|婆媳|夫妻|娘儿|爷儿)$/u
/** 那个娃, 老李家娃: one, though nobody counts. */
const SINGLE_OUT =
  /(?:有|是|了|住|着|到|那|这|的)[个名位](?![^,.;:]*[厂村校店队班组家司])[^,.;:]{0,4}的?$|(?:屋头|屋里头?|家里头?|后[座头面](?:坐|搭)?|前[座头面]|副驾|旁边坐)的?$|(?:(?<![国厂商人大专全各行])家|[我他她其])(?:的|大|小|那|老?[二三四五六])?$/u
/** Whoever speaks, comes to help or is asked for is not of those to whom it happened. */
const SPEAKS =
  /^[^,.;:]{0,5}?(?:(?<!能|会|还|条子?|遗书|信)说(?!不出|胡|话)|讲|报(?!废)|打来|打电话|来电|打的|电话|反映|喊人|叫人|求|问|发现|看到|看见|听到|告诉|来报|开口|喊话|正在找|在找|找到现在|叫(?=\p{Script=Han}{0,3}(?:来|快))|(?:推|敲|开|撬|砸|破|进)(?:了|开)?(?:房|院|大)?门(?![^,.;]*[也自])|进屋(?:一?看|喊|叫|发现))/u
const NAMED = new RegExp(
  `(?<!我是?[^,.;]{0,8}|叫)${SURNAME}[大二三四五六七八幺](?:娃|狗|牛|毛|妹|嫂|婶|爷|叔|哥|伯|爹|妈|姐)子?(?![家们医院屋房店田地圈棚摊门墙塘车厂的])|老${SURNAME}(?![子区])(?!\\p{Script=Han}?(?:家|村|组|屯|支书|主任|书记|师|板|山|队|调度|站|厂|店))|(?<=^|[,.;:组村社队户湾生民]|的|叫)[王李张刘陈杨黄赵吴周徐孙朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜苏魏吕沈姚卢姜崔谭陆汪范廖贾韦邹孟秦邱尹薛侯黎贺顾郝龚邵钱覃戴莫](?![土泥牛沙])\\p{Script=Han}{1,2}?(?=(?:昨|今|一个人|早上|晚上|下午|在[^,.;]{1,6}|\\p{Script=Han}{2,4}[后前])*(?:(?:被|让|叫|给|遭)[^,.;]{0,6}[埋压冲卷砸撞咬蜇电困]|失踪|失联|走失|走丢|[掉摔滚][进到下了伤]|触电|溺水|落水|中[毒暑]|昏|晕|喝[了农药]|死了|没了|受伤|酒后|[上进]山|下[河海井]|出海|还?没(?:回|出|上|下)|不见了|联系不上))`,
  'gu',
)
/** Not those who are there: 核载19人. */
const CAPACITY = /(?:核载|荷载|限载|定员|核定|应到|可坐|能坐)$/u

/** Everybody the line brings up, from left to right; nobody twice. */
export function findMentions(
  text: string,
  numbers: readonly Corrected[],
  fates: readonly Told[],
  words: CastWords,
): readonly Mention[] {
  const found: Mention[] = []
  const parallels = findParallels(text)
  const put = (from: number, to: number, more: Partial<Mention>) => {
    if (found.some((one) => from < one.to && to > one.from)) return
    found.push({
      from,
      to,
      amount: { n: 1 },
      bare: false,
      among: AMONG.test(text.slice(Math.max(0, from - 8), from)),
      graded: GRADED.test(text.slice(Math.max(0, from - 4), from)),
      also:
        /^[^,.;!?]{0,6}?也(?:没|被|掉|困|埋|卡)/u.test(text.slice(to, to + 8)) ||
        PASSING.test(text.slice(Math.max(0, from - 4), to)) ||
        parallels.some((one) => from >= one.from && to <= one.to),
      rest: false,
      last: false,
      body: false,
      names: [],
      ordinal: 0,
      family: /口|[爷娘]儿?[俩仨]|夫妻|夫妇|公婆|[父母爷婆祖].?[子女孙媳]|兄弟|弟兄|姐妹|姊妹|老两|家/u.test(
        text.slice(from, to),
      ),
      foreign: false,
      kin: false,
      definite: /^[那这][个名位](?![^,.;]{0,4}也)/u.test(text.slice(to, to + 8)),
      within: /[(（][^)）]*$/u.test(text.slice(0, from)),
      ...more,
    })
  }
  const numbered = (at: number) =>
    /[个名位]$/u.test(text.slice(0, at))
      ? !/(?:有|是|了|住|着|到|那|这|的)[个名位]$/u.test(text.slice(0, at))
      : /[\d一二两三四五六七八九十百几多俩仨]$/u.test(text.slice(0, at))
  for (const { index, 0: word } of findAll(text, words.pair)) put(index, index + word.length, { amount: { n: 2 } })
  for (const { index, 0: word } of findAll(text, REST))
    put(index, index + word.length, {
      bare: true,
      rest: true,
      amount: /(?<!^一)[个位名]/u.test(word) ? { n: 1 } : null,
    })
  for (const { index, 0: word, 1: which = '' } of findAll(text, ORDINAL))
    put(index, index + word.length, { bare: true, ordinal: Number(which) || SMALL.indexOf(which) + 1 })
  for (const number of numbers) {
    const end = personEnd(text, number, fates, words)
    if (end === undefined || CAPACITY.test(text.slice(0, number.from))) continue
    // 后头又来一个说是三个: who tells of it.
    if (/^(?:人|小伙子|村民)?(?:说|讲|报信|报告)(?:是|有|死|伤|埋)/u.test(text.slice(end, end + 8))) continue
    const last = /(?:最后|剩下?|其余|余下|还有|另外|还)的?$/u.test(text.slice(0, number.from))
    const from = number.from - (FAMILY.exec(text.slice(0, number.from))?.[0].length ?? 0)
    const noun = text.slice(number.from, end).replace(/^[^个名位人口俩仨]*[个名位口俩仨]?人?/u, '')
    const bare =
      last ||
      ((noun === '' || /^(?:[老小大男女轻重]|年轻|年纪大)的$/u.test(noun)) && !/口/u.test(text.slice(number.from, end)))
    put(from, end, {
      amount: number.amount,
      bare,
      last,
      body: number.counts === 'body',
      names: /^[男女]的$/u.test(text.slice(from, end)) ? [text.slice(from, end)] : [],
    })
  }
  const several = /[两二三四五六七八九十几多\d][辆台部车]|相撞|连环/u.test(text)
  for (const { index, 0: word, groups = {} } of findAll(text, words.single)) {
    const to = index + word.length
    if (numbered(index) || SPEAKS.test(text.slice(to, to + 8))) continue
    // 走失的老人: what befell him is no trade.
    if (groups.doer !== undefined && fates.some((one) => !one.wants && one.from < to && one.to > index)) continue
    // 抽粪的下去一个: counted there.
    const counted = found.find((one) => one.bare && !one.rest && one.ordinal === 0 && one.from > to)
    if (
      groups.doer !== undefined &&
      counted &&
      /^(?:下去|进去|上去|倒|掉|死|伤|晕|困|埋|没)[了下进去倒]*$/u.test(text.slice(to, counted.from))
    )
      continue
    // Of each vehicle there is one; of several nobody says whose.
    if (several && /^(?:的)?(?:司机|驾驶员|驾驶人|车主|押运员|副驾驶?)$/u.test(word)) continue
    const who = word.replace(/^(?:我|他|她|其)们?家?的?/u, '')
    // 取洋芋的人: one or several.
    const amount = groups.doer !== undefined && word.endsWith('的') && /^人/u.test(text.slice(to)) ? null : { n: 1 }
    put(index, to, {
      bare: groups.doer === undefined && !/司机|驾驶|押运|车主|副驾|后座/u.test(word),
      names: [who],
      amount,
      kin: groups.kin !== undefined,
      foreign: groups.kin !== undefined && /^[他她我]/u.test(word),
    })
  }
  for (const { index, 0: word } of findAll(text, NAMED)) {
    const to = index + word.length
    if (!numbered(index) && !SPEAKS.test(text.slice(to, to + 8))) put(index, to, { names: [word] })
  }
  for (const { index, 0: word } of findAll(text, words.crowd)) {
    const to = index + word.length
    if (numbered(index) || SPEAKS.test(text.slice(to, to + 8))) continue
    // 学生五名, 一名村民: counted already.
    // 厨师和两个服务员: of that trade one, and two more.
    if (
      TRADE.test(word) &&
      found.some(
        (one) =>
          one.from > to && one.amount !== null && /^(?:和|跟|与|及|、|加上|还有)$/u.test(text.slice(to, one.from)),
      )
    ) {
      put(index, to, { names: [word] })
      continue
    }
    const clause = (one: Mention) =>
      !/[,.;!?、]/u.test(one.from < index ? text.slice(one.to, index) : text.slice(to, one.from))
    if (found.some((one) => one.names.length === 0 && one.amount !== null && clause(one))) continue
    const aged =
      AGED.test(text.slice(to, to + 40)) ||
      /岁(?:左右|多)?的?$/u.test(text.slice(0, index)) ||
      SINGLE_OUT.test(text.slice(0, index))
    const alone = aged || (word === '有人' && ALONE.test(text.slice(to, to + 8)))
    put(index, to, { amount: alone ? { n: 1 } : null, names: aged ? [word] : [] })
  }
  return joinMentions(
    text,
    found.sort((a, b) => a.from - b.from),
  )
}

/** 有人跳江: that is one. */
const ALONE = /^[^,.;]{0,3}(?:[跳投](?:江|河|水|湖|塘|井|楼|桥|崖|海|渠)|上吊|割腕|轻生)/u
const TRADE = /厨师|保安|门卫|技工|电工|焊工|主播|厨子|师父|摊主|业主|老师|孕妇|产妇|快递员|外卖员|服务员/u
/** None of a family, nor of those told of before. */
const PASSING = /过路|路过|路人|行人|邻居|隔壁|旁边的|看热闹/u

/** 碗摔了几个, 花瓶震倒了三个: of the things before it. */
const THING_BEFORE =
  /(?:碗|盘|瓶|罐|桶|箱|杯|玻璃|瓦|窗|灯|锅|坛|缸|盆|牌|柜|门|杆|电视|蜂箱)子?(?:都|也|全|被|给|还|就)?[\u4e00-\u9fff]{1,2}[了掉]$/u

/** Where the number's person ends; undefined when it counts no people. */
function personEnd(text: string, number: Corrected, fates: readonly Told[], words: CastWords): number | undefined {
  const { counts, unit, to } = number
  // 一个没少.
  if (/^(?:人)?[都也]?[没不](?:少|缺|落|剩|漏|差|拉)/u.test(text.slice(to, to + 5))) return undefined
  if (fates.some(({ from, to: end, specific }) => specific && number.from >= from && number.from < end))
    return undefined
  // 手指炸掉俩.
  if (
    fates.some(
      (one) =>
        one.body &&
        number.from >= one.to &&
        number.from <= one.to + 1 &&
        !/[个人名位]/u.test(text.slice(number.from, to)),
    )
  )
    return undefined
  if (counts === 'person' || counts === 'body') return to
  if (unit === '个' && THING_BEFORE.test(text.slice(Math.max(0, number.from - 8), number.from))) return undefined
  const rest = text.slice(to, to + 16)
  if (/^(?:手指|指头|脚趾|趾头|肋骨|牙|骨头)/u.test(rest)) return undefined
  if (unit === '个' && FAMILY.test(text.slice(0, number.from))) return to
  if (counts === 'bare' || (counts === 'thing' && unit === '个')) {
    const noun = words.oneOf.exec(rest)?.[0]
    if (noun) return to + noun.length
    if (counts === 'bare') return to
    const next = fates.find(({ from }) => from >= to)
    return next &&
      next.from - to <= (/^(?:大腿|小腿|[腿手脚头脸腰]|脑袋|胳膊)/u.test(rest) ? 8 : 4) &&
      BETWEEN.test(text.slice(to, next.from))
      ? to
      : undefined
  }
  // 1死2昏迷, 伤2. 已经打120 counts nobody.
  const amount = 'n' in number.amount ? number.amount.n : 0
  if (/^1(?:1[09]|2[02])$/u.test(text.slice(number.from, to)) && counts !== 'alone') return undefined
  const beside = fates.some(
    ({ from, to: end, wants }) => !wants && (from === to || (end === number.from && counts === 'alone')),
  )
  return (counts === 'alone' || (counts === 'thing' && unit === '')) && amount < 1000 && beside ? to : undefined
}
