import { findAll } from './matches.ts'
import { FULL, SURNAME } from './names.ts'
import type { Quantity } from './quantities.ts'
import { DESCRIBED_PERSON } from './units.ts'

const KIN =
  '(?:(?:(?:我|他|她)(?:们?家)?|老[\\u4e00-\\u9fff]的)(?:爸(?!妈)|妈|婆婆|公公|爷爷|奶奶|外公|外婆|那口子|老公|老婆|老伴|儿子|女儿|孙子|孙女|娃儿?|崽|孩子|小孩|老头子|老太婆|老汉|男人|女人|弟弟|哥哥|姐姐|妹妹|父亲|母亲|丈夫|妻子|媳妇)|其(?:父亲?|母亲?|子|女|妻子?|夫|丈夫|儿子|女儿|孙子|祖父|祖母|爷爷|奶奶)(?:[\\u4e00-\\u9fff]某某?)?|(?<=^|[,.;])(?:男的|女的|老的|小的|老婆|老公|老伴|儿子|女儿|孙子|孙女|父亲|母亲|丈夫|妻子|奶奶|爷爷|婆婆))'
/** Of each vehicle there is one; of several nobody says whose. */
const ROLE_IN_VEHICLE =
  '(?<!(?:[两二三四五六七八九十几多\\d][辆台部车]|相撞|追尾|连环)[^.;!?]{0,30})(?:司机|驾驶员|驾驶人|骑车人|骑手|副驾驶|押运员|车主|后座)'
const NAMED_ONE = new RegExp(
  `(?<=^|[,.;:、]|岁的|岁|有个|是|他|我|家|组|村|说|独居|瘫痪|聋哑|孤寡|的)(?:${SURNAME}(?:老太太|老太|老汉|老头|老爷子|大爷|大妈|大娘|大叔|大婶|婆婆|奶奶|爷爷|师傅|某某?|家(?:媳妇|老[头汉]|儿子|女儿|孙子|孙女|小孩|娃))|老${SURNAME}(?:头)?|${KIN}|${ROLE_IN_VEHICLE}|(?:老人|村民|居民|工人|学生|男子|女子|户主)${FULL}(?:,?(?:[男女]|[\\d一二三四五六七八九十]+岁),?)*)(?=(?:一个人)?(?:在[^,.;]{1,10})?(?:也|还|就|已经?|当场|不幸|突然|不小心)*(?:(?:被|让|给|叫)[^,.;]{0,3}(?:冲|卷|埋|压|砸|撞|咬|蜇|蛰|电|困)|(?:失踪|失联|不见了|走丢|走失)(?!了?[一两几]|了?手机|[钱车牛羊的]|东西|钥匙)|遇难|身亡|死亡|去世|受伤|溺亡|淹死|摔伤|没了|联系不上|(?:被)?甩(?:出|了出)|躺在|一动不动|送(?:到|去|往)?(?:医院|卫生院|县)|[^,.;]{0,14}(?:至今|一直)未归|(?:没有?|未能?)(?:跑|逃|爬)?[出上]来|(?:还)?(?:被)?[困卡埋压陷](?!难)|(?:还|仍)在(?:里|下|上|屋|房|井|楼)|(?:轻|重|[手脚腿头][^,.;]{0,2}(?:烧|烫|砸|压|摔|划|轧|撞)?)伤|骨折|昏迷|[^,.;]{0,14}(?:放[牛羊学]|砍柴|采药|打[猎鱼]|挖[笋药]|出门|出去|下河)[^,.;]{0,6},?[^,.;]{0,8}没有?回))`,
  'gu',
)

const NO_PAIR =
  '(?!个?(?:多|来)?(?:钟头|小时|月|礼拜|星期|天|村|组|县|镇|队|车|摩托|三轮|拖拉机|猪|牛|羊|鸡|狗|洞|坑|口子|桥|箱|桶|大棚|房|屋|门|窗|轮|灯))'

/** 爷孙俩, 弟兄仨, 老两口, 一对夫妻, 有个老人: people counted without a number. */
const PAIRS: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `(?:[夫妻母父子女兄弟姐妹爷孙婆媳]{2}|他们|她们|爷|娘|姊妹|弟兄|老人|小孩|孩子)?俩${NO_PAIR}(?:${DESCRIBED_PERSON})?`,
      'gu',
    ),
    2,
  ],
  [new RegExp(`(?:[父子女母兄弟姐妹]{2}|他们|她们|爷|娘|姊妹|弟兄)?仨${NO_PAIR}(?:${DESCRIBED_PERSON})?`, 'gu'), 3],
  [
    new RegExp(
      `(?<=[有了走着埋死伤困住带领]|还有|抱着?|背着?)个(?![^,.;]{0,4}(?:[厂村校店队班]|公司|工地)的)${DESCRIBED_PERSON}`,
      'gu',
    ),
    1,
  ],
  // 还有个小的没见到.
  [/(?<=[有剩]|另外)个最?[老小大男女]的(?=$|[,.;没被还也在困埋压卡失找受伤死昏晕送不叫让])/gu, 1],
  // 七十岁的吴老太太被冲走: one who is named, right before what befell him.
  [NAMED_ONE, 1],
  [/(?:爸妈|父母(?!官)|爹妈|爹娘|公婆|公公婆婆|爷爷奶奶|外公外婆|岳父岳母|妈和爸)(?:两个|两人|俩)?/gu, 2],
  [/(?<=剩下|另外|还剩)的?那个人?/gu, 1],
  [/老两口|两口子|小两口|一对(?:老)?(?:夫妻|夫妇|母子|母女|父子|父女|老人|双胞胎|情侣)/gu, 2],
]

/** 死者是某村村民: one who is dead, though nobody counts. */
const ONE_DEAD = /(?<![名位个具])死者(?=[是为系:姓])/gu

/** 三大一小, 一男一女: told by what they are. */
const BY_KIND =
  /(?<![第十百千零\d一二两三四五六七八九])([一二两三四五六七八九])(?:个|位)?(男|女|大|老|小)(?:人|的|孩)?[,、和]?([一二两三四五六七八九])(?:个|位)?(?!\2)([男女大老小少])(?:人|的|孩)?(?!\p{Script=Han}?[车船房桥河沟村坪湾头猪牛羊狗]|[两二三四五六七八九十\d]+[辆台头只间条艘座栋]|[两二]口)/gu

export function findByKind(text: string): readonly Quantity[] {
  return findAll(text, BY_KIND).map(({ index, 0: word, 1: some = '', 3: others = '' }) => ({
    from: index,
    to: index + word.length,
    amount: { n: digit(some) + digit(others) },
    counts: 'person' as const,
    unit: '人',
  }))
}

function digit(said: string): number {
  return said === '两' ? 2 : '零一二三四五六七八九'.indexOf(said)
}

/** People counted without a number of their own, from anywhere in the line. */
export function findUnnumbered(text: string): readonly Quantity[] {
  const pairs = PAIRS.flatMap(([pattern, n]) =>
    findAll(text, pattern).map(({ index, 0: word }) => ({
      from: index,
      to: index + word.length,
      amount: { n },
      counts: 'person' as const,
      unit: '人',
    })),
  )
  const dead = findAll(text, ONE_DEAD).map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    amount: { n: 1 },
    counts: 'body' as const,
    unit: '人',
  }))
  return [...pairs, ...dead]
}
