import { SURNAME } from '../names.ts'

/** resources/classification/intakeWords.json, `people`: by which words callers tell of people and what became of them. */
export interface PeopleWords {
  /** By fate: its words. “~” is up to six characters of the same clause. */
  readonly fates: { readonly [fate in Fate]: readonly string[] }
  /** A harm and a part of the body side by side are an injury: 断了腿, 头破了. */
  readonly harms: readonly string[]
  readonly bodyParts: readonly string[]
  /** Where somebody waits for help, and how: 屋顶上趴着. */
  readonly perches: readonly string[]
  readonly clings: readonly string[]
  /** What hurts only whom it hits: 咬了五个, 被狗咬了. */
  readonly hits: readonly string[]
  /** One person each, without a number: 司机, 老汉. */
  readonly roles: readonly string[]
  readonly kin: readonly string[]
  /** Two of the same kind: 两兄弟. */
  readonly pairs: readonly string[]
  /** Of these nobody knows how many when no number is said: 学生, 工人. */
  readonly crowd: readonly string[]
  /** What somebody is known by: 放羊的, 骑车的. */
  readonly doing: readonly string[]
}

/** In the order in which they are looked for: 没受伤 before 受伤, 没出来 before 出来. */
export const FATES = ['unharmed', 'dead', 'missing', 'trapped', 'freed', 'found', 'injured'] as const
export type Fate = (typeof FATES)[number]

export interface CastWords {
  /** A named group a fate; `harm` is an injury of a part of the body, `hit` one that wants a victim, `struck` its passive. */
  readonly fates: RegExp
  /** One person, named by role, kin or what he does. */
  readonly single: RegExp
  readonly crowd: RegExp
  /** A person's noun right after “个”. */
  readonly oneOf: RegExp
  readonly pair: RegExp
}

const NOBODY: PeopleWords = {
  fates: { unharmed: [], dead: [], missing: [], trapped: [], freed: [], found: [], injured: [] },
  harms: [],
  bodyParts: [],
  perches: [],
  clings: [],
  hits: [],
  roles: [],
  kin: [],
  pairs: [],
  crowd: [],
  doing: [],
}

const WITHIN = '[^,.;:!?、　]'
/** Characters before and after which these are no parts of the body: 里头, 手机, 铁皮, 山脚. */
const NO_BODY: Readonly<Record<string, string>> = {
  头: '(?<![岩崖里外石木火罐上下码村桥前后对源东西南北丫苗锄镐车墙床坡地船风浪城关口年水两老钟念工镜龙光坑柜沟屋山田塘河院井坎一二三四五六七八九十几\\d])头(?![道盔目顶车村沟发们子天])',
  手: '(?<![门车窗]把|(?<![工男女老病])人|(?<!司)机|[扶动新高助对选歌凶扒插空联一水打帮二拖])手(?![机续段里头电扶动表术拿持推把工])',
  脚: '(?<![坝山堤坡墙岩崖三])脚(?![手印下步]|一?[下]?[滑踩]|踩?空)',
  腰: '(?<![山齐半])腰',
  背: '(?<![后])背(?![后出上下着面包了])',
  脸: '脸(?!盆)',
  腿: '(?<![桌椅凳床裤支])腿',
  眼: '(?<![泉井洞管网])眼(?![看下])',
  鼻: '(?<![刺呛扑])鼻',
  嘴: '(?<![山水管])嘴',
  皮: '(?<![铁山地树瓦牛])皮(?![卡带子肤病])',
  骨: '骨(?!折|灰|架)',
  肉: '(?<![牛羊猪])肉(?!牛|羊)',
  牙: '牙(?!膏)',
  胸: '胸',
  脖: '脖',
}

const GAP = '[^,.;:!?、　个有人在的]'
/** 没找到, 没联系上, 没冒头. */
const NOT_FOUND = `[没未](?:有|能)?再?(?:找|寻|搜|捞|联系|看|见|露|冒|浮|望)${WITHIN}{0,2}?(?:到|着(?!急)|见(?!过)|上|头|面|起来)|没回(?:宿舍|寝室|学校)|没回(?=$|[,.;!?])|(?<=[个名位人])(?:还|仍|正)在(?:找|搜(?!救)|捞|打捞|摸)(?!人手)|(?<=[个名位])就?看不见了?`
/** 人影都看不到. */
const NO_TRACE =
  '(?<=[人名个])(?:都|全|也|已经?)*沉(?:了|下去)|沉(?:下去|了|到[^,.;]{0,2})(?:就|再|也|一直|,)*没有?再?(?:上|起|浮上|浮起)来|沉下去|人影(?:子|儿)?(?:都|也)?(?:看|瞧|瞅|望|找)不(?:到|见|着)了?'
/** 抬出来的时候已经凉了, 送医院路上走了, 再也没醒, 没一个活下来: death in other words. */
const GONE =
  '(?:人|身子|身上)(?:都|就|已经?|早就?|也)+[凉硬僵]了|(?:时候|出来|上来|起来)人?(?:都|就|已经?|早就?|也)+[凉硬僵]了|(?:路上|半路|半道|途中|车上)人?(?:就|也|又|都)?[走没]了(?=$|[,.;])|没有?一个(?:人)?(?:活|生还)(?:下来|着|出来)?|再也?没有?醒(?:过来|来)?|(?<=(?:医院|卫生院|卫生所),?)人(?:就|已经|也|都)+[走没]了(?=$|[,.;])|[没未]再醒(?:过来|来)?|(?<=[子女爹妈爸娘哥弟姐妹])(?:已经|也|都|就)*不在了(?=$|[,.;])|(?<=岁(?:左右|上下|多)?的?,人?)(?:早就?|已经?|都)+没了(?=$|[,.;])'
/** 就露个手, 听见哭: buried, or in a hole. */
const HEARD_INSIDE =
  '(?:就|只|光|才)露(?:着|出|个|了)+[^,.;]{0,2}(?:手|头|脚|脸|腿|脑袋|半截|上身|胳膊)|能听(?:得)?(?:见|到)[^,.;]{0,3}(?:哭|喊|叫|呼救|敲)'
/** 拇指没了. */
const LIMB_GONE =
  '(?:手指|指头|拇指|食指|中指|小指|脚趾|趾头|耳朵|眼珠|胳膊|半[条只截](?:腿|手|胳膊))(?:都|也|就|给|被)*(?:[一两二三四五]?[个根只])?[炸崩切轧绞]?没了'

/** 没跑出来, 没能救上来, 下不了山, 拉不上来. */
const NOT_OUT =
  '[没未](?:有|能)?自?己?(?:跑|逃|爬|钻|挣|走|撤|救|刨|挖|扒|弄|拉|拖|搬|抬)?得?(?:[出上下]|(?<=[没未有能])过)得?(?:来|去)|[没未]能?(?:跑|逃|走)脱|(?:爬|跑|逃|挣|钻|拉|拔|拽|弄|游|退)?[上下出过](?:不了?(?:来|去|山|岸|楼|树|井)|不出来)|(?:跑|逃|挣|撤|走|退)不出|(?:里[头面]|井下|洞里|底下)还?堵着|(?<=下去[^,.;]{0,4})没了?动静|被水隔[在住着起]|(?<=[个名位人])(?:都|全|也)?[还仍](?:都|全)?在(?:化粪|粪|水|沼气|蓄水)?(?:池子?|井|坑|洞|窖|罐|涵管|泥浆|废墟|土堆|沟)(?:里头?|里面|内|底下?|下面?|中)|(?:岛|洲|滩|石头|屋顶|房顶|楼顶|树|水|土包|高处|坝子|河心|江心)[上里中]?(?:还|都)?围着(?=[\\d一二两三四五六七八九十几俩仨])|[没不](?:吭声|应声|作声|出声|搭腔)了?|没得?声气|吊着(?=[\\d一二两三四五六七八九十几俩仨][^,.;]{0,4}人)'
/** 熏倒, 冻僵, 挤伤. */
const FELLED =
  '[熏呛热晒冻电毒闷饿累砸撞绊打震炸烫烧摔挤踩咬蜇顶踢药麻拍铲劈敲](?:倒|晕|昏|翻|伤|残|僵)(?!了?[房屋墙树庄棚杆车瓦稻玉苞菜])'

/** 喝了农药; nobody has who only threatens to. */
const POISONED =
  '(?<!要|想|闹着|扬言|威胁|准备|说|给[^,.;]{0,4})(?:[喝服吃吞]了?(?:半?瓶|几口|[一两]口|点)?(?:农药|百草枯|敌敌畏|草甘膦|除草剂|老鼠药|鼠药|安眠药)(?!的|厂|店|瓶|中毒)|服了?毒|割了?腕)'
/** 八个登革热. */
const DISEASED =
  '(?<=[个名位])(?:登革热?|水痘|手足口|流感|甲流|诺如|布病|布鲁氏|结核|霍乱|痢疾|疟疾|麻疹|猩红热|腮腺炎|禽流感|鼠疫|炭疽|出血热|流脑|乙脑|疥疮)|(?:布病|布鲁氏菌病|流感|甲流|登革热|肺结核|结核|水痘|乙脑|流脑|出血热|狂犬病|疟疾|麻疹|霍乱|炭疽|鼠疫|禽流感)(?:确诊|阳性|发作)'

/** Made once. */
export function prepareCast(words: PeopleWords = NOBODY): CastWords {
  const body = either(words.bodyParts, (word) => NO_BODY[word] ?? word)
  const harm = either(words.harms)
  const hit = either(words.hits)
  const injury = `${LIMB_GONE}|(?:${harm})[了着到中伤断破烂点]{0,2}${GAP}{0,3}?(?:[一二两三四五六七八九几\\d]+[个根条只])?(?:${body})[了着到]?|(?:${body})${GAP}{0,3}?(?:${harm})[了着到断破伤]{0,2}`
  const doing = `(?!下[午面雨雪边头一]|过[年去]|开[会始]|收[到]|打[电针])(?:${either(words.doing)})(?:三轮|[^,.;:!?、　的了在被把着说没个过来去出起一二两三四五六七八九\\d]){1,4}(?<![上里下])的(?!\\p{Script=Han}{0,2}[车船艇筏房店桥]|\\p{Script=Han}?[摊铺圈棚塘钱事话机队]|[路屋时候地方水电器具袋桶罐网锅炉一知息声味费款火烟菜粮肉酒药货油气坑坝沟田们娃学毒伤东西]|三轮|摩托|拖拉|半挂|电[动瓶]|农用|面包|皮卡|四轮|挖机|铲|吊|装载|轿|牛|马|骡|驴)(?:老[人头汉]|小伙子?|小子|姑娘|大[爷妈哥姐叔婶嫂娘]|师傅)?`
  const roles = either(words.roles)
  const kin = either(words.kin)
  const perch = `[爬逃躲跑](?:到|上)了?(?:${either(words.perches)})|(?:${either(words.perches)})${WITHIN}{0,5}?(?:${either(words.clings)})(?:着|在)?`
  const grammar: Partial<Record<Fate, string>> = {
    dead: GONE,
    missing: `${NOT_FOUND}|${NO_TRACE}`,
    freed: '(?<=[个名位])自救',
    trapped: `${NOT_OUT}|${HEARD_INSIDE}|${perch}|(?:站|蹲|坐|趴|躲|守|骑)(?:在|到)${WITHIN}{0,4}?(?:${either(words.perches)})`,
    injured: `[烧烫砸撞摔咬打炸蜇]得(?:不轻|很?重|厉害)|${FELLED}|${POISONED}|${DISEASED}|(?<=[人生娃子工客个名][都也全又]?(?:在|一直|开始)?)吐(?=$|[,.;!?])`,
  }
  const front = '(?:后座|前座|副驾|旁边|隔壁|剩下|最后|前车|后车|大车|小车|货车|客车|轿车|三轮|摩托|屋头|开车)?的?'
  return {
    fates: new RegExp(
      [
        ...FATES.map(
          (fate) => `(?<${fate}>${either(words.fates[fate], withGaps)}${grammar[fate] ? `|${grammar[fate]}` : ''})`,
        ).flatMap((group, i) => (FATES[i] === 'injured' ? [`(?<harm>${injury})`, group] : [group])),
        `(?<struck>(?:被|让|叫|给|遭|挨)(?:[^,.;:!?、　\\d一二两三四五六七八九十]|五步|七步|三轮|两轮|四轮){0,8}?(?:${hit})(?:[了着到伤中倒晕昏破断]|$|(?=[,.;])))`,
        `(?<hit>(?:(?:${hit})[着到中伤倒晕昏了]{1,2}|[咬蜇蛰螫叮砍捅烫砸撞](?=[\\d一二两三四五六七八九十几好了人])))`,
      ].join('|'),
      'gu',
    ),
    single: new RegExp(
      `(?<kin>(?:(?:我|他|她|其|老\\p{Script=Han})们?家?的?)?(?:${kin})(?![们家]))|(?<role>${front}(?:(?!司机)${SURNAME})?(?:${roles})(?![们家]))|(?<doer>${front}(?:${doing})|(?:下去|进去|跳下去|跑去|上去)(?:救|拉|捞|帮忙?|背|找)(?:人|他|她)?的(?![那这]?[\\d一二两三四五六七八九十几]|是))|(?<part>(?<![个位名])(?:最[大小老]|[老小大男女])的(?![小大老女男]|\\p{Script=Han}{0,2}[人娃孩])|(?:前面|后面)那个|(?<=[,.;])[爹娘妈爷奶哥弟姐妹](?=先|也|就|还|被|让|没|自己|当场|已)|老[大二三四](?=[没被让叫头手脚腿脸还也已当受轻重死伤昏断送就的]))`,
      'gu',
    ),
    crowd: new RegExp(either(words.crowd), 'gu'),
    oneOf: new RegExp(
      // 几个化工桶 are no workers.
      `^(?!化工|加工|竣工|开工|电工胶|工(?:具|程|地))(?:[^,.;:!?、　]{0,6}的|[^,.;:!?、　的在了被没]{1,3}|外地|本地|本村|大车|货车|客车|旁边|过路|女|男|老|小)?(?:${roles}|${kin}|${either(words.crowd)}|${doing}|老的|小的|大的|男的|女的|年轻的)`,
      'u',
    ),
    pair: new RegExp(`(?<![第十百\\d])[两2](?:${either(words.pairs)})|(?:${either(words.pairs)})[俩两](?!家)个?`, 'gu'),
  }
}

function either(words: readonly string[], as: (word: string) => string = (word) => word): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(as)
    .join('|')
}

function withGaps(word: string): string {
  return word.split('~').join(`${WITHIN}{0,6}?`)
}
