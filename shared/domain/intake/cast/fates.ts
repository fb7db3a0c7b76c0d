import { findAll } from '../matches.ts'
import { ANIMAL_NOUN } from '../nouns.ts'
import { type CastWords, FATES, type Fate } from './castWords.ts'

/** What a word of the line says became of somebody. Places are in the tidied text. */
export interface Told {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly fate: Fate
  /** 轻伤, 断了腿: of one kind, beside which those of another kind are told separately. */
  readonly specific: boolean
  /** Of one part of the body: whose it is, is one. */
  readonly body: boolean
  /** 伤三人: the dead are told beside them. */
  readonly wound: boolean
  /** 送医院: no longer where he was. */
  readonly taken: boolean
  /** 无大碍, 没受伤: says nothing of whether he is out and well. */
  readonly mild: boolean
  /** 咬, 砸: hurts only whom it hits. */
  readonly wants: boolean
}

const NEGATED =
  /(?:没有?人?|没得人?|莫得人?|冇人?|无人?|未|尚未|不|不肯|不愿意?|不想|别|莫|不是|并非|零|没把人?|没有人员?|无人员)(?:被|再|有)?(?:[烧压淹砸电撞摔毒冻炸呛熏闷憋轧碾打捅热病咬蜇](?=死))?$/u
/** 死的没有, 失踪的没得. */
const NONE_OF_THEM =
  /^了?的(?:人)?(?:一个)?(?:都|也|倒|还|暂时|目前|现在)*(?:没得|没有|冇得?|莫得|为零|是零|零)(?![找救出送联])/u
const ALIVE = {
  fate: 'unharmed',
  specific: false,
  body: false,
  wound: false,
  taken: false,
  mild: true,
  wants: false,
} as const
const SPECIFIC = /[轻重擦折破断昏晕]|皮外/u
const ANIMAL_BEFORE = new RegExp(
  `(?:${ANIMAL_NOUN}|(?<![钓打捕摸卖炸电捞])[鱼虾蟹蚕]|庄稼|树|菜|苗)(?:子|都|也|全|已经?|还|被|就|没有?|烧|压|淹)*$`,
  'u',
)
const ANIMAL_AFTER = new RegExp(
  `^(?:了|掉|着|到|的)*(?:[\\d一二两三四五六七八九十百千几多余来]*[头只匹羽])?(?:大|小|老|母|公)?(?:${ANIMAL_NOUN}|[鱼虾])|^(?:了|掉)*[\\d一二两三四五六七八九十百千几多余来]+[头只匹羽亩株棵]`,
  'u',
)
const BEAST_KILLED = new RegExp(`[把将][^,.;]{0,3}${ANIMAL_NOUN}(?:都|也|给|全)*\\p{Script=Han}?$`, 'u')
const CROP_BEFORE =
  /(?:[谷稻麦豆薯芋茶橘桃梨椒瓜]|玉米|高粱|洋芋|红苕|棉花|烟叶|甘蔗)(?:子|都|也|全|已经?|还|被|就)*(?:旱|冻|涝|泡|枯|晒|热|病|淹|烧|虫)*$/u
const BEAST_AND_MAN = new RegExp(
  `^了?[\\d一二两三四五六七八九十几]+[头只匹](?:大|小|老|母|公)?${ANIMAL_NOUN}(?:和|、|还有|,)?(?=[\\d一二两三四五六七八九十几]+(?:个|名|位)?(?:大|老|小)?人)`,
  'u',
)
/** 不见了手机. */
const THING_LOST = /^了?(?:手机|钱|包|车|钥匙|东西|证|信号|[一两二三四五六七八九十几\d]+[台部辆把张本件条]|电动|摩托)/u
const REACHED = /^了?(?:家[里人]|外[面头界]|村[里上]|镇[里上]|供电|医院|医生|厂家|物业)/u
/** No air there, and nobody dead of it. */
const NO_AIR = /(?:底下|里面|里头|下面|下头|井[里下内]|池[里内]|窖[里内]|罐[里内]|轮胎|瓶|罐子)[^,.;]{0,2}$/u
/** 树压住电线, 压了沙袋. */
const THING_PINNED =
  /^了?(?:电线|线路|电缆|光缆|电杆|电线杆|水管|管道|管子|公路|路面|庄稼|菜|农田|坟|[一两二三四五六七八九十几百\d层]*(?:沙袋|土袋|编织袋|砂袋|袋子|彩条布|石料|块石|木板|盖板|土))/u
const CLAWS = /[猫熊狗猴豹虎鹰雕貂狼]|瞎子|野兽|野物/u
/** 从昨天死到现在: a stable, not a man. */
const DYING_OFF = /^(?:到现在|个不停|得只剩|得差不多|了?一批|了?一片|了?一地|绝)/u
const BEASTS = new RegExp(ANIMAL_NOUN, 'u')
const GONE =
  /(?:人|[个名位俩仨]|的|[老爷婆娘汉子女儿妈爸哥弟姐妹头太倌夫友员工手师口孙媳童娃仔伢])(?:就|已经?|都|也|当场|当时|早|一下子)*$|(?:当场|当时)就?$|(?:[挖刨扒]|找|捞|抬|拉|拖|送|抢救)[^,.;]{0,4},(?:人)?(?:就|已经?|都|也|早)*$/u

/** 砸中一辆面包车, 击中配电房: no person. */
const THING_HIT =
  /^了?(?:[一两二三四五六七八九十几\d]+[辆台间栋座根棵户个])?[^,.;人]{0,4}(?:车|[房屋](?!\p{Script=Han}?[主东])|棚|墙|线|杆|桥|路|船|厂|顶|玻璃)/u

/** Every word of fate that is not denied and tells of no beast, from left to right. */
export function findFates(said: string, { fates }: CastWords): readonly Told[] {
  // 送医生 is no 送医.
  const text = said.replace(
    /医[生护]|医疗队|伤残|吐槽|气得住院|严重(?=[损受影污缺])|重的(?=[^,.;\d一二两三四五六七八九十]{0,2}(?:货|东西|箱))/gu,
    (word) => '　'.repeat(word.length),
  )
  return findAll(text, fates).flatMap(({ index: from, 0: word, groups = {} }) => {
    // 打死一头牛一个人: the man after the beast.
    const end = from + word.length
    const to = end + (BEAST_AND_MAN.exec(text.slice(end, end + 14))?.[0].length ?? 0)
    const before = text.slice(Math.max(0, from - 8), from)
    // 狗咬了两人: the beast is who bit.
    if (NONE_OF_THEM.test(text.slice(end, end + 12))) return []
    const agent = groups.hit !== undefined || groups.struck !== undefined
    // 人没死,是腿骨折.
    if (groups.dead !== undefined && /(?:人|[他她])(?:还|并|也)?没(?:有)?$/u.test(before))
      return [{ ...ALIVE, from, to, word: `没${word}` }]
    if (NEGATED.test(before) || (!agent && ANIMAL_BEFORE.test(before)) || ANIMAL_AFTER.test(text.slice(to, to + 10)))
      return []
    const fate = FATES.find((one) => groups[one] !== undefined) ?? 'injured'
    // 把狗打死了.
    if (fate === 'dead' && BEAST_KILLED.test(before)) return []
    if (fate === 'dead' && CROP_BEFORE.test(before)) return []
    // 不愿住院.
    if (fate === 'injured' && /不(?:愿意?|肯|想|用|要)(?:去|上)?$/u.test(before)) return []
    if (/^没得?气$/u.test(word) && NO_AIR.test(before)) return []
    if (/^在里[头面]$/u.test(word) && /[也算]$/u.test(before)) return []
    if (word.endsWith('公里')) return []
    // 被偷电缆,抓到一个: caught. A cat scratches.
    if (/^抓[到着了中]/u.test(word) && !CLAWS.test(text)) return []
    // 住在里头, 在下面围着; 肠子都出来了.
    if (
      /^在[里下][面头]$/u.test(word) &&
      (/[住睡放存坐留养]$/u.test(before) || /^[围等看守喊劝接]/u.test(text.slice(to)))
    )
      return []
    if (
      fate === 'freed' &&
      /(?:肠子|骨头|血|眼珠|水|火|烟|[油燃]?气|油|电|味道?|结果|名单|消息)(?:都|也|全|就|还)*$/u.test(before)
    )
      return []
    if (
      word.startsWith('死') &&
      /[打讲说]$/u.test(before) &&
      /^(?:了|都|也)*不/u.test(text.slice(end - (word.length - 1)))
    )
      return []
    if (word === '死' && DYING_OFF.test(text.slice(to, to + 6)) && BEASTS.test(text)) return []
    if (fate === 'injured' && /^[砸击]中$/u.test(word) && THING_HIT.test(text.slice(to, to + 12))) return []
    if (fate === 'trapped' && THING_PINNED.test(text.slice(to, to + 5))) return []
    if (
      word === '没了' &&
      (!GONE.test(before) ||
        /(?:指头|手指|趾头|脚趾|耳朵|眼睛|眼珠|牙|腿|脚|胳膊|手)(?:都|也|全|就)*$/u.test(before) ||
        /(?:[房屋车棚桌椅板箱]子?|路|桥|电|水|粮|钱|票子|庄稼)(?:都|也|全|就|一下)*$/u.test(before) ||
        /^[^\p{Script=Han}]?$/u.test(text.charAt(to)) === false)
    )
      return []
    // 人还在里面不肯出来.
    if (fate === 'trapped' && /^[^,.;]{0,4}(?:不肯|不愿|不想|不走|不听|不撤|不搬)/u.test(text.slice(to, to + 8)))
      return []
    // 三个人联系不上家里: whoever cannot call is not lost.
    if (fate === 'missing' && /^联系不/u.test(word) && REACHED.test(text.slice(to, to + 4))) return []
    // 耳朵听不见了.
    if (fate === 'missing' && word.startsWith('不见') && /听$|眼睛?(?:都|也|就)?看$/u.test(before)) return []
    if (fate === 'missing' && THING_LOST.test(text.slice(to, to + 6))) return []
    const injured = fate === 'injured'
    return [
      {
        from,
        to,
        word,
        fate,
        body: groups.harm !== undefined,
        specific:
          (groups.harm !== undefined && !/[痛疼胀闷麻]|难受|舒服/u.test(word)) || (injured && SPECIFIC.test(word)),
        wound: injured && /伤/u.test(word),
        taken: injured && /送|拉走|抬走|救护车|120|[去进]|住院|输液|挂水|高压氧/u.test(word),
        mild: /碍|恙|伤/u.test(word),
        wants: groups.hit !== undefined,
      },
    ]
  })
}
