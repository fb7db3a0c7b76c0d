import { findAll } from './matches.ts'
/** How people are named on the telephone: 王建国, 老王, 王支书, 秦老倌, 买买提·吐尔逊. */

/** Sources of regular expressions. */
export const SURNAME =
  '(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|令狐|慕容|夏侯|东方|司徒|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝央匡匙战亓么逯郗屠蔺綦鹿冀颉仝])'
const TITLE =
  '(?:支书|书记|主任|[村组队社班屯排连营船所校园院厂矿站局科处股镇乡场台会馆警行部区]长|主席|副?镇长|会计|文书|委员|老师傅|老师|医生|大夫|护士|村医|警官|师傅|经理|总工|调度|技术员|老板娘?|掌柜|总|大爷|大妈|大娘|大叔|大婶|大嫂|大姐|大哥|大伯|婶子?|嫂子?|二嫂|哥|姐|伯伯?|叔|阿姨|爷爷|奶奶|爷|婆婆|婆|嬢嬢|嬢|嗲嗲|姨|老汉|老倌|老头|老太|先生|女士|小姐|同志|同学|某某|某|干部|网格员|工|干事|秘书|姓)'
const NOT_IN_NAME = '(?![家村组湾沟坪县镇乡局转撤伤死困埋垮塌被没已有无需请求了着过断堵停淹漏])'
const GIVEN = `(?:(?!(?:打|说|来|报|反|称|汇|讲|电|在|是|那|家|村|镇|县|局|发|的))${NOT_IN_NAME}[\\u4e00-\\u9fff])`
/** 陈有福, 王家贵: 有 and 家 are names only between two that are. */
const MIDDLE = `[有家求如发]${GIVEN}(?=$|[,.;:!?、()\\d打来报说讲称刚又也从给在喊反发汇求])`
const HAN_FULL = `${SURNAME}(?:${MIDDLE}|${GIVEN}(?:${GIVEN})?)`
/** By what a Tibetan, Uyghur, Mongolian or Yi name often begins. */
const OTHER_BEGIN =
  '(?:扎西|达瓦|达娃|次仁|次旦|次旺|格桑|洛桑|多吉|普布|巴桑|拉姆|拉巴|强巴|尼玛|丹增|旦增|卓玛|平措|边巴|索朗|索南|仁增|仁青|贡布|贡嘎|白玛|央金|德吉|桑吉|桑珠|才让|才旦|卓嘎|罗布|旺堆|阿依|古丽|买买提|艾力|艾合买提|艾尼|吐尔|阿不都|阿布都|热合曼|巴图|巴特尔|斯琴|乌日|其其格|朝鲁|那仁|苏和|布和|孟和|额尔|哈斯|格日|宝音|乌云|娜仁|敖登|阿木|岩温|岩罕|岩香|岩坎|岩叫|岩吨|岩糯|岩龙|玉罕|玉香|玉波|玉叫|玉温|阿牛|阿各|阿呷|吉克|吉木|曲木|沙马|木呷|那顺|图雅|萨仁|巴雅尔|牧仁|苏日|才仁|阿旺|伦珠|曲珍|米玛|顿珠|加措|坚赞|吾买尔|肉孜|玉素甫|依明|麦麦提|木拉提|努尔|热依|迪丽|赛力)'
const OTHER_FULL = `${OTHER_BEGIN}(?:${GIVEN}){0,2}?`
export const FULL = `(?:${HAN_FULL}|${OTHER_FULL})`
/** Looks like a name and is none: 石头, 高处, 马路. */
const NO_NAME =
  /^(?:管[涌网线桩井子道护理制控辖道路委片段]|周[一二三四五六日天末]|老师(?!傅)|老和|卫生|卫星|马上|高处|高温|方向|方便|应急|应该|和平|时候|成功|任何|何时|何人|白天|许多|何况|常年|明天|明显|路过|路人|路上|路口|路边|全部|全村|全镇|连夜|连续|强烈|多次|安全|安排|安置|向上|江边|江水|石头|石块|田地|田里|林子|林场|林地|水库|马路|关于|单位|单独|文件|文书|金属|丁字|余震|龙卷|黄泥|毛毛|雷击|雷雨|车子|车辆|车上|司机|应是|边上|商店|成片|尚未|时间|高速|党员|党委|管理|解放|施工|施救|游客|童车|易燃|和县|师生|师傅|明火|查看|查明|查实|全家|经过|古树|达到|次日|多人|强降|格外|阿姨|艾滋|景区|房子|房屋|农户|农民|牛羊|米左|万元|江上|河上|白烟|黄烟|安监|关门|全体|应对|连同|包括|时有|解除|项目|同志|单元|宿舍|季节|盛水|常有|华里|查出|查到|游泳|游玩|和我|路政|路面|路段|房[火着起倒塌]|车祸|车队|车里|水位|水文|段(?:封|路|堵|塌|结|积|全|上|下|两|发|出|因|严|被|已|道|落|时|又)|[车路房牛马][断垮塌倒滑停坏烂堵漏翻丢死伤淹毁陷沉裂封]|麻(?:烦|疹|将|袋|雀|药)|边(?:境|防|坡|沟)|孙[子女]|沙(?:尘|石|子|土|场|坡)|单子|女(?:的|儿)|温度|雷暴|安监|时(?:许|左)|强风|洪水|洪峰|广(?:播|场)|项目|车(?:祸|站|子)|白毛|于(?:凌晨|今|昨|明|\d)|小(?:车|石|米|时|路|麦|金额|包|单|温|孔|查|和|全|成|向|方|安|广)|石[场厂矿]|麦[子田地苗]|谷[子地]|牛(?:羊|圈|棚|犊)|马(?:匹|群)|柳[树林]|柏树|梅[子花]|苗(?:木|圃)|池(?:塘|子)|桑(?:树|园)|桂(?:树|花)|老(?:路|单|房|时|和|成|边|万))/u

/** A name as it may stand in the line. `short`: 老王, 王支书; `full`: 王建国, 买买提·吐尔逊. */
export interface Name {
  readonly kind: 'short' | 'full'
  readonly from: number
  readonly to: number
}

/** At one place, the likelier first; which of them it is shows in what stands round it. */
const FORMS: readonly (readonly [Name['kind'], RegExp])[] = (
  [
    ['short', `(?:老|小)${SURNAME}(?:头|哥|姐)`],
    ['short', `(?:老|小)${SURNAME}`],
    ['short', '阿(?![婆公姨叔伯妈爸嬷姐哥弟妹爷奶嫂的])\\p{Script=Han}'],
    ['short', `${SURNAME}家?${TITLE}`],
    ['short', `${SURNAME}${GIVEN}{1,2}?${TITLE}`],
    // 组长杨兴发报: 发 ends the name where a word of telling follows.
    ['full', `${SURNAME}${GIVEN}发(?=报|来[电报]|打[电来]|说|讲|反映|,?1[3-9]\\d{9})`],
    ['full', `${SURNAME}${MIDDLE}`],
    ['full', `${SURNAME}${GIVEN}{2}`],
    ['full', `${SURNAME}${GIVEN}`],
    ['full', `${OTHER_BEGIN}${GIVEN}{2}`],
    ['full', `${OTHER_BEGIN}${GIVEN}`],
    ['full', OTHER_BEGIN],
  ] as const
).map(([kind, source]) => [kind, new RegExp(source, 'uy')])
const BEGINS = new Set(SURNAME.replace(/[^\u4e00-\u9fff]/gu, ''))
const OTHER_BEGINS = new Set([...OTHER_BEGIN.matchAll(/(?<=[(:|])\p{Script=Han}/gu)].map(([first]) => first))
const DOTTED = /[\u4e00-\u9fff]{1,5}·[\u4e00-\u9fff]{2,6}/gu

/** 我叫买买提·艾力: what leads up to the name. */
const DOTTED_HEAD = /^[^·]*[我他她叫是的由说找问村组民](?=[^·]+·)|^/u

/** Everything that can be a name, from left to right. */
export function findNames(text: string): readonly Name[] {
  const found: Name[] = []
  for (const { index, 0: word } of findAll(text, DOTTED))
    for (let to = index + word.indexOf('·') + 3; to <= index + word.length; to++)
      for (let from = index + (DOTTED_HEAD.exec(word)?.[0].length ?? 0); from < index + word.indexOf('·'); from++)
        found.push({ kind: 'full', from, to })
  for (let from = 0; from < text.length; from++) {
    const first = text.charAt(from)
    if (first !== '老' && first !== '小' && first !== '阿' && !BEGINS.has(first) && !OTHER_BEGINS.has(first)) continue
    // 教师周老师: the 师 is of what he is.
    if (first === '师' && /[教律厨医牧药技]/u.test(text.charAt(from - 1))) continue
    // 宿管老师: 管 is what he does.
    if (first === '管' && /[宿生城交水保主库食舍]/u.test(text.charAt(from - 1))) continue
    for (const [kind, form] of FORMS) {
      form.lastIndex = from
      const name = form.exec(text)?.[0]
      if (name && !NO_NAME.test(name)) found.push({ kind, from, to: from + name.length })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** What makes a sentence and no name. */
const SENTENCE =
  /[不没有了着过被在是说打报来去到请要我你他她它这那就都也还已正刚今昨明上下出进回电话急喊叫求的地得和跟与给让把从向对发现看见反映汇通转移并伤亡死埋困压冲人员较多少个间户全部均共中里外车船水火山路房屋电姓吗呢嘛\P{Script=Han}]/u

/** 斯琴, 阿木, 次仁: any two to four characters that make no sentence; only right after a role. Longest first. */
export function findFree(text: string, from: number): readonly Name[] {
  return [4, 3, 2].flatMap((length) => {
    const said = text.slice(from, from + length)
    // 普光明: 明 ends a name, and begins 明天.
    return said.length < length || SENTENCE.test(said.replace(/(?<=.)明/u, '')) || NO_NAME.test(said)
      ? []
      : [{ kind: 'full' as const, from, to: from + length }]
  })
}
