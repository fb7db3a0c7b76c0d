export interface SaidText {
  readonly text: string
  readonly from: number
  readonly to: number
}

export const SURNAME =
  '(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|令狐|慕容|夏侯|东方|司徒|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝央扎达旦次格洛多普巴拉强尼丹阿努艾买])'
const TITLE =
  '(?:支书|书记|主任|村长|组长|队长|所长|校长|园长|厂长|矿长|站长|局长|科长|股长|主席|会计|文书|老师|医生|警官|师傅|经理|老板|总|大爷|大妈|大娘|大叔|大婶|大嫂|大姐|大哥|婶子?|嫂子?|哥|姐|伯|叔|爷爷|奶奶|爷|婆婆|婆|嬢嬢|嬢|姨|老汉|先生|女士|小姐|同志|同学|某某|某|干部|网格员|工|乡长|镇长|副镇长|干事|姓)'
const CALLS =
  '(?:刚才|刚刚|刚|又|早上|昨晚)?(?:从[^,.;]{1,8})?(?:给我们|给值班室|给镇里|给乡里|给镇上|在微信群里|微信|电话|手机)?(?:打电话|打来电话|打来|打的|打了?个?电话|来电|来话|报告|报警|报的|报称|报来|上报|汇报|反映|反馈|电话|(?:说|讲)(?![的那这])|报(?=[,:受灾])|称|发来|喊|求助|请求|告知|发现)'
const ROLE =
  '(?:村支书|支部书记|支书|村书记|第一书记|书记|村主任|村委会主任|主任|妇女主任|村长|文书|会计|网格员|网格长|护林员|监测员|巡查员|巡河员|村干部|驻村干部|包村干部|干部|组长|小组长|队长|村民|群众|居民|户主|校长|老师|厂长|负责人|安全员|老板|店主|司机|驾驶员|值班员|民警|家属|业主|值班人员|信息员|灾害信息员|经理|所长|站长|矿长|游客|邻居|[\\u4e00-\\u9fff]{2,3}员)'
const NOT_IN_NAME = '(?![家村组湾沟坪县镇乡局转撤伤死困埋垮塌被没已有无需请求了着过断堵停淹漏])'
const GIVEN = `(?!(?:打|说|来|报|反|称|汇|讲|电|在|是|那|家|村|镇|县|局|发|的))${NOT_IN_NAME}[\\u4e00-\\u9fff]`
export const FULL = `${SURNAME}${GIVEN}(?:${GIVEN})?`
const SHORT = `(?:老|小|阿)${SURNAME}(?:头|哥|姐)?|${SURNAME}(?:家)?${TITLE}|${SURNAME}${GIVEN}{1,2}?${TITLE}`
const NAME = `(?:${SHORT}|${FULL})`
/** What follows a name that is complete. */
const END =
  '(?=$|[,.;:!?、()]|打|说|来电|来话|来报|报|反映|称|讲|汇报|电话|手机|[01]\\d|在|家|的(?!村|组|家)|刚|给|发|这|从|联系|号码|\\d)'

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:报告人|报警人|来电人|联系人|反映人|来电者|当事人|报送人|上报人|接警人|填报人)(?:是|为|:|叫)?(?:[^,.;:]{0,6}?${ROLE})?(?<name>${NAME})${END}`,
    'u',
  ),
  new RegExp(
    `(?:我是|我们是|这里是|我)(?:[^,.;:!?]{0,14}?(?:村|组|社区|局|镇|乡|公司|厂|学校|小学|中学|的|${ROLE}))?(?:的|叫|:)?(?<name>${NAME})${END}`,
    'u',
  ),
  new RegExp(`(?:我|本人|他|她)(?:的名字)?叫(?<name>${NAME})${END}`, 'u'),
  new RegExp(`${ROLE}(?<name>${FULL}|${SHORT})(?:同志)?[,(]?(?:1[\\d -]{10,13}\\)?)?${CALLS}`, 'u'),
  new RegExp(
    `(?:^|[,.;!?:、的)]|村|组|湾|局|室|所|办|台|学|院|厂|站|矿|接到?|由|据|社区|是)(?<name>${SHORT}|${FULL})(?:同志)?,?${CALLS}`,
    'u',
  ),
  new RegExp(
    `(?<!(?:死者|伤者|遇难者|失踪者|走失者?|当事人)[^,.;]{0,14})${ROLE}(?<name>${FULL}|${SHORT})(?=[,:(]|1[3-9]\\d|电话|手机)`,
    'u',
  ),
  new RegExp(`(?<name>${SHORT}|${FULL})(?:的)?(?:电话|手机|号码|联系电话)(?:号码?)?(?:是|:)?(?=[01一幺零\\d])`, 'u'),
  new RegExp(`(?:^|[,.;:(])(?<name>${FULL}|${SHORT})[,(:]?(?=1[3-9]\\d[\\d -]{8,})`, 'u'),
  new RegExp(`${ROLE}(?<name>${SHORT})(?=[^,.;]{0,6}(?:发现|看到|说|报))`, 'u'),
  new RegExp(`(?:^|[,.;])(?:名字)?叫(?<name>${FULL})(?=$|[,.;])`, 'u'),
  // 柳林村二组何大勇 at the very end: a name signed under what was said.
  new RegExp(
    `[,.;](?:[^,.;]{0,8}(?:村|组|社|队))(?<name>(?!.?[断垮塌倒没不被有无着火水电受停死伤已堵滑漏困失])(?![^,.]*[了断垮塌倒着火水伤死完来去]$)${FULL})[.!]?$`,
    'u',
  ),
  new RegExp(`(?:我|说|自称|是|^|[,.;])姓(?<name>${SURNAME})(?=$|[,.;的])`, 'u'),
]
const NO_NAME =
  /^(?:老师(?!傅)|老和|卫生|卫星|马上|高处|高温|方向|方便|应急|应该|和平|时候|成功|任何|何时|何人|白天|许多|何况|常年|明天|明显|路过|路人|路上|路口|路边|全部|全村|全镇|连夜|连续|强烈|多次|安全|安排|安置|向上|江边|江水|石头|石块|田地|田里|林子|林场|林地|水库|马路|关于|单位|单独|文件|文书|金属|丁字|余震|龙卷|黄泥|毛毛|雷击|雷雨|车子|车辆|车上|司机|应是|边上|商店|成片|尚未|时间|高速|党员|党委|管理|解放|施工|施救|游客|童车|易燃|和县|师生|师傅|明火|查看|查明|查实|全家|经过|古树|达到|次日|多人|强降|格外|阿姨|艾滋)/u

/** Who calls, as far as he is named: 老王, 王支书, 王建国. `apart`: places that are names of villages. */
export function readCaller(
  text: string,
  apart: readonly { readonly from: number; readonly to: number }[],
): SaidText | undefined {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text)
    const name = match?.groups?.name
    if (!match || !name || NO_NAME.test(name)) continue
    const from =
      match.index + match[0].indexOf(name, name.length < match[0].length ? Math.max(0, match[0].lastIndexOf(name)) : 0)
    const to = from + name.length
    if (apart.some((one) => from < one.to && to > one.from)) continue
    return { text: name, from, to }
  }
  return undefined
}

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  幺: '1',
  妖: '1',
  两: '2',
  洞: '0',
  拐: '7',
  勾: '9',
}
const DIGIT = `[\\d${Object.keys(SPOKEN).join('')}]`
const PHONES: readonly RegExp[] = [
  new RegExp(`(?<!${DIGIT})[1一幺妖](?:[ ,、-]?${DIGIT}){10}(?!${DIGIT})`, 'u'),
  new RegExp(`(?<!${DIGIT})[0零洞](?:${DIGIT}){2,3}[ -]?(?:[ ]?${DIGIT}){7,8}(?!${DIGIT})`, 'u'),
  new RegExp(
    `(?:电话|座机|号码|回电|打)(?:号码?)?(?:是|:|为)?(?<local>[2-8二三四五六七八](?:[ -]?${DIGIT}){6,7})(?!${DIGIT}|人|户)`,
    'u',
  ),
]

/** A mobile or landline number, in figures or spoken digit by digit; an area code keeps its stroke. */
export function readPhone(text: string): SaidText | undefined {
  for (const pattern of PHONES) {
    const match = pattern.exec(text)
    if (!match) continue
    const said = match.groups?.local ?? match[0]
    const from = match.index + match[0].lastIndexOf(said)
    const digits = [...said].map((character) => SPOKEN[character] ?? character).join('')
    const number = digits.startsWith('0') ? digits.replace(/ /g, '') : digits.replace(/[^\d]/g, '')
    if (digits.startsWith('1') && !/^1[3-9]/.test(number)) continue
    return { text: number, from, to: from + said.length }
  }
  return undefined
}
