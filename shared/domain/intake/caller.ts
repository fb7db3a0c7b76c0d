import { findAll } from './matches.ts'
import { findFree, findNames, type Name, SURNAME } from './names.ts'

export interface SaidText {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Tells by itself, whatever comes after. */
const STRONG =
  '(?:(?:打|拨)(?:来|过来|进来|的|了?个?电话|电话|到)|(?:在)?(?:微信)?群里(?:说|讲|发|喊|报)|发(?:了?个?)?(?:微信|信息|消息|短信|视频|照片)|[发传拍]的|来(?:电|话|报|讲|说|反映|汇报|告诉)|来(?:问|找|访)|跑来|投诉|举报|咨询|报告|报警|报称|报来|报的|报信|[带捎](?:个|了)?(?:话|信|口信)|上报|汇报|(?:受)?报(?=$|[,:说了上]|受灾)|求助|(?:发|传)来|告知|反馈|更正|在电话(?:里|那头))'
const WEAK =
  '(?:反映|电话|(?:说|讲)(?![的这]|那(?!个[^,.;]{0,6}的))|称|喊|叫|请求|求|要(?=[一两二三四五六七八九十\\d几派调送请人车船]|(?!生|死|跳|走|去|回|倒)[^,.;的了]{2,6}$)|问|催|通知(?!了)|通报|转告|转达|发现|看[到见]|听[到见])'
const MANNER =
  '(?:刚才|刚刚|刚|又|再|也|亲自|早上|昨晚|今早|哭着|急着|喘着气|慌慌张张|托人){0,2}(?:从[^,.;]{1,8})?(?:给我们|给值班室|给镇里|给乡里|给镇上|给所里|在微信群里|在群里|微信|用?(?:手机|座机|对讲机)|电话(?=[里打说讲报告]))?'
const CALLS = `${MANNER}(?:${STRONG}|${WEAK})`
const KIN =
  '(?:小叔子|小姨子?|大伯子|小舅子|姐夫|妹夫|姑父|姑妈|姨妈|舅舅|舅妈|婶婶|表叔|侄女|外孙女?|嫂子|弟媳|亲家|女人|男人|儿子|女儿|儿媳|女婿|媳妇|老婆|婆娘|老公|丈夫|妻子|爱人|老伴|孙子|孙女|侄子|外甥|弟弟|哥哥|妹妹|姐姐|兄弟|表弟|表哥|父亲|母亲|爸|妈|爹|爷爷|奶奶|家属|亲戚|朋友|同伴|工友|同事|邻居)'
/** Who answers for something: what he says is no misfortune of his own. */
const OFFICE =
  '(?:寨老|族长|嘎查达|苏木达|支部书记|书记|妇联|村医|校医|兽医|主任|支书|文书|会计|网格长|干部|[村组队社班屯营连所校园厂矿站场局科处院船会楼栋片寨]长|负责人|老师|调度|值班员|值班人员|民警|经理|医生|大夫|技术员|老板|店主|掌柜|船老大|司机|机手|机长|业主|户主|保安|门卫|看门的|师傅|羊倌|牛倌|电工|船工|矿工|护工|环卫工|[\\u4e00-\\u9fff]{1,3}(?<![人成会动党学球演社委裁海官随复职雇店])员)'
const PLAIN = `(?:村民|群众|居民|牧民|渔民|农民|养殖户|种植户|(?:种粮|种植|养殖|种菜|承包)?大户|专业户|农户|住户|租户|商户|游客|驴友|旅客|乘客|市民|工人|路人|老乡|社员|家长|${KIN})`
/** What follows a name that is complete. */
const END =
  '(?=$|[,.;:!?、()]|打|说|来电|来话|来报|报|反映|称|讲|汇报|电话|手机|[01]\\d|在|家(?=的?(?:$|[,.;]))|的(?!村|组|家)|刚|给|发|这|从|联系|号码|\\d)'
const PHONE =
  '(?:的)?(?:[,(:])?(?:联系)?(?:电话|手机|座机|号码)?(?:号码?)?(?:是|:)?(?=[01一幺零\\d][\\d -]{7,}|[幺一][一二三四五六七八九幺拐洞勾零两]{9,})'
/** Said of the one who was hurt, not of the one who calls. */
const VICTIM_NEXT =
  '(?!(?:,(?:就是|是|住)[^,.;]{1,12})?,?(?:[男女](?:$|[,.性])|(?:今年|现年)?[\\d一二三四五六七八九十]+(?:多|来)?岁|身份证|(?:不慎|不小心|突然|突发|昨[^,]{0,6}|今[^,]{0,6}|刚才|刚刚|当场)?(?:被(?![困淹])|走失|走丢|失踪|失联|不见|[^,]{0,10}打过(?:最后)?|摔|掉|跌|晕|昏|触电|溺|淹死|死|受伤|遇难|喝(?:了)?(?:农)?药|中(?:毒|暑)|(?:出门|出去|上山|下河|进山|走)[^,]{0,10}(?:没|未))))'

const at = (source: string) => new RegExp(`^(?:${source})`, 'u')
const before = (source: string) => new RegExp(`(?:${source})$`, 'u')

const AFTER_OFFICE = before(OFFICE)
const AFTER_PLAIN = before(PLAIN)
const AFTER_ONE = before('村民|牧民|渔民|养殖户|种植户|户主|导游')
const AFTER_LABEL = before(
  '(?:报告人|报警人|来电人|联系人|反映人|来电者|当事人|报送人|上报人|接警人|填报人)(?:是|为|:|叫)?[^,.;:]{0,9}',
)
const AFTER_SELF = before(
  '(?:我是|我们是|这里是|我)(?:[^,.;:!?]{0,14}?(?:村|组|社区|局|镇|乡|公司|厂|学校|小学|中学|的))?(?:的|叫|:)?',
)
const AFTER_SELF_LOOSE = before('(?:我是|我们是|这里是|我)[^,.;:!?]{0,18}')
const AFTER_NAMED = before('(?:我|本人|自称|名字|名)(?:的名字)?叫(?:做|作)?')
const PLACE_BEFORE = before('^|村|组|社|队|湾|局|室|所|办|台|学|院|厂|站|矿|处|场|库|区|店|公司|合作社|委|会|里|上|的')
const HOME_BEFORE = before('^|村|组|社|队|屯|寨|喂,?|你好,?|您好,?|领导,?')
const BREAK = before(
  '^|[,.;!?:、)]|物业|物管|食堂|村|组|社|队|湾|局|室|所|办|台|学|院|厂|站|矿|处|场|库|区|店|公司|合作社|委|会|部|班|坊|园|铺|里|上|的|接到?|由|据|是',
)
const VICTIM_BEFORE = before('(?:死者|伤者|遇难者|失踪者|走失者?|当事人|患者|病人)[^,.;]{0,18}')
const HEAD = /^(?:喂,?|你好,?|您好,?|领导,?)?[^,.;:!?]{0,14}$/u
const SIGNED = /[,.;](?![^,.;]*[派要请叫送缺需])[^,.;]{0,8}[村组社队]$/u

const ENDS = at(END)
const STOPS = at('$|[,.;:]')
const TELLS = at(`(?:同志)?(?:${CALLS}|,${MANNER}(?:${STRONG}|说|讲))`)
const TELLS_WITH_PHONE = /^(?:同志)?[,(]?[01][\d -]{9,13}\)?,?/u
const COMES_TO_TELL = at(`(?!家|的|[^,.;]{0,4}${KIN})[^,.;:]{0,10}(?:${STRONG}|(?:来|到|在)[^,.;:]{1,4}(?:说|讲))`)
const TELLS_STRONGLY = at(`,?${MANNER}${STRONG}`)
const MOBILE = at('(?:同志)?[,(]?1[3-9]\\d{9}')
const INTRODUCED = at('[,:(]|1[3-9]\\d|电话|手机')
const HAS_PHONE = at(PHONE)
const BEGINS_LINE = at(`(?=[,:])${VICTIM_NEXT}`)
const FINDS =
  /^(?:[^,.;]{0,6}|[^,.;了]{0,6}(?:走|巡|转|路过|骑)[^,.;了]{0,8},?[^,.;]{0,3})(?:发现|看[到见]|瞧见|听[到见]|说|报)/u
/** 急得哭,说班上一个女伢没回: how he tells it stands between. */
const UPSET_TELLS =
  /^(?:急|慌|哭|气得|吓|喘|带着?哭|很?着急|火急|上气不接|嗓子|在电话)[^,.;]{0,8},?[^,.;]{0,3}(?:说|讲|喊|问|求|让|叫|报)/u
/** 护林员毕老三两点五十发现的. */
const FINDS_AT = /^[^,.;]{2,7}发现的/u
const SAID_SO = /^(?:同志)?(?:刚才|刚刚|刚|亲口)?(?:说|讲|告诉我们|反映|喊)的(?=$|[,.;])/u
const HEARD_FROM = /(?:听|跟|和|与|按|照|据|问|给|向|对|是不是|不是)[^,.;]*$/u
const AFTER_NUMBER = before(
  '(?<!司机|家属|他|她|伤者|死者|当事人|老板|的)(?:电话|手机|回电|联系|号码)[^,.;]{0,6}\\d{7,12},?',
)
/** 砸着看门的老梁: what befell him stands before his name. */
const HIT = /[砸压撞埋咬冲烧炸电蜇伤困打](?:着|到|了|伤|倒|死|走|中|住|翻)[^,.;]{0,6}$/u
const BIG = new RegExp(`^大${SURNAME}$`, 'u')
const SIGNS_OFF = /^[.!]?$/u
const NO_SIGNATURE = /^.?.?[断垮塌倒没不被有无着火水电受停死伤已堵滑漏困失]|[了断垮塌倒着火水伤死完来去]$/u
const ONLY_SURNAME = new RegExp(
  `(?:我|说|自称|是|^|[,.;])姓(${SURNAME})(?=$|[,.;的])(?!,?(?:今年|现年)?[\\d一二三四五六七八九十]+(?:多|来)?(?:岁|了))`,
  'du',
)

/** One name with what stands before and after it. */
interface Said {
  readonly kind: Name['kind'] | 'free'
  readonly name: string
  readonly head: string
  readonly tail: string
  readonly office: boolean
  readonly role: boolean
}

/** From the surest to the least sure; the first that holds of any name tells who calls. */
const RULES: readonly ((said: Said) => boolean)[] = [
  // 报告人:王建国.
  ({ kind, head, tail }) => kind !== 'free' && AFTER_LABEL.test(head) && ENDS.test(tail),
  // 我是岭兜村陈水木.
  ({ kind, head, tail, role }) =>
    kind !== 'free' && (AFTER_SELF.test(head) || (role && AFTER_SELF_LOOSE.test(head))) && ENDS.test(tail),
  ({ head, tail }) => AFTER_NAMED.test(head) && STOPS.test(tail),
  // 村民兵连长买买提·吐尔逊来报.
  ({ kind, tail, role }) =>
    kind !== 'free' && role && (TELLS.test(tail) || TELLS.test(tail.replace(TELLS_WITH_PHONE, ''))),
  ({ kind, tail }) => kind === 'free' && MOBILE.test(tail),
  ({ kind, head, tail, role }) => kind !== 'free' && (role || BREAK.test(head)) && TELLS.test(tail),
  ({ kind, head, tail }) => kind === 'short' && /^[^,.;:!?]{1,12}$/u.test(head) && TELLS.test(tail),
  // 村民杨秀才骑车到镇上来报的, 刘会计从县里打来.
  ({ kind, head, tail, role }) =>
    kind !== 'free' && (role || (kind === 'short' && BREAK.test(head))) && COMES_TO_TELL.test(tail),
  ({ kind, tail }) => kind === 'free' && TELLS_STRONGLY.test(tail),
  // 巡河员大刘说.
  ({ kind, name, tail, office }) => kind === 'free' && office && BIG.test(name) && TELLS.test(tail),
  ({ kind, head, tail, office }) =>
    kind !== 'free' && office && INTRODUCED.test(tail) && !VICTIM_BEFORE.test(head) && !HIT.test(head),
  // 九龙村支书阿木, at the head of the line.
  ({ kind, head, tail, office }) => kind === 'free' && office && HEAD.test(head) && /^[,:]/u.test(tail),
  ({ kind, tail }) => kind !== 'free' && HAS_PHONE.test(tail),
  // 三河村二社李光全, 大石村覃村长: the whole first clause.
  ({ kind, head, tail, role }) =>
    kind !== 'free' &&
    HEAD.test(head) &&
    !HIT.test(head) &&
    (role || (kind === 'short' ? PLACE_BEFORE : HOME_BEFORE).test(head)) &&
    BEGINS_LINE.test(tail),
  ({ kind, tail, office }) => kind === 'short' && office && FINDS.test(tail),
  ({ kind, head, tail, role }) => kind !== 'free' && (role || BREAK.test(head)) && UPSET_TELLS.test(tail),
  ({ kind, tail, office }) => kind === 'full' && office && FINDS_AT.test(tail),
  // 桥断了,塘背村支书胡国平说的.
  ({ kind, head, tail, role }) =>
    kind !== 'free' && role && SAID_SO.test(tail) && !HEARD_FROM.test(head) && !HIT.test(head),
  // 电话138…,邓队长 at the end.
  ({ kind, head, tail }) => kind !== 'free' && AFTER_NUMBER.test(head) && SIGNS_OFF.test(tail),
  ({ kind, head, tail }) => kind === 'full' && /姓.{1,2},$/u.test(head) && STOPS.test(tail),
  ({ kind, head, tail }) => kind === 'full' && /(?:^|[,.;])(?:名字)?叫$/u.test(head) && /^(?:$|[,.;])/u.test(tail),
  // 柳林村二组何大勇 at the very end: a name signed under what was said.
  ({ kind, name, head, tail }) =>
    kind === 'full' && SIGNED.test(head) && SIGNS_OFF.test(tail) && !NO_SIGNATURE.test(name),
]
/** What stands further off says nothing of a name. */
const NEAR = 40
/** In a pasted notice the caller is named early or at its end. */
const MOST = 160

/** Who calls, as far as he is named: 老王, 王支书, 王建国. `places`: where villages are named, which are no people. */
export function readCaller(
  text: string,
  places: readonly { readonly from: number; readonly to: number }[],
): SaidText | undefined {
  // 岭兜陈水木: before a name a village is as good as its 村.
  const masked = places.reduce(
    (left, { from, to }) => left.slice(0, from) + '村'.repeat(to - from) + left.slice(to),
    text,
  )
  const names = findNames(masked)
  const some = names.length > MOST ? [...names.slice(0, MOST / 2), ...names.slice(-MOST / 2)] : names
  const said = [...some.map((name) => sayingOf(masked, name)), ...freeNames(masked)]
  for (const rule of RULES) {
    const best = said.find((one) => rule(one.said))
    if (best) return { text: best.said.name, from: best.from, to: best.to }
  }
  const surname = ONLY_SURNAME.exec(masked)
  const [from, to] = surname?.indices?.[1] ?? []
  return from === undefined || to === undefined ? undefined : { text: masked.slice(from, to), from, to }
}

function sayingOf(text: string, { kind, from, to }: Name, free = false) {
  // A line cut off begins and ends with □, so that its middle is not taken for its end.
  const head = (from > NEAR ? '□' : '') + text.slice(Math.max(0, from - NEAR), from)
  const tail = text.slice(to, to + NEAR) + (text.length > to + NEAR ? '□' : '')
  const office = AFTER_OFFICE.test(head.slice(-8))
  const said: Said = {
    kind: free ? 'free' : kind,
    name: text.slice(from, to),
    head,
    tail,
    office,
    role: office || AFTER_PLAIN.test(head.slice(-8)),
  }
  return { from, to, said }
}

const ROLE_ENDS = /[书任联医员师长度人警理夫员板主柜大机安卫的傅倌工民户游叫]/gu

/** Names nobody knows as names stand right after an office: 支书阿木. */
function freeNames(text: string) {
  return findAll(text.slice(0, 400), ROLE_ENDS).flatMap(({ index }) => {
    const head = text.slice(Math.max(0, index - 8), index + 1)
    return AFTER_OFFICE.test(head) || AFTER_ONE.test(head) || AFTER_NAMED.test(head)
      ? findFree(text, index + 1).map((name) => sayingOf(text, name, true))
      : []
  })
}
