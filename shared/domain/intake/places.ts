import { type Correction, replaces } from './corrections.ts'
import type { Gazetteer, Named, TownshipVillage } from './gazetteer.ts'
import { findAll } from './matches.ts'
import { soundAlike } from './pinyin.ts'
import { isSpotThere, readSpot } from './spots.ts'
import { findUnlisted, type SaidVillage } from './unlisted.ts'
import { readGroup } from './villageGroups.ts'
import { literal } from './wordIndex.ts'

export interface Mention {
  readonly village: TownshipVillage
  readonly from: number
  readonly to: number
  /** Heard, not written: another character of the same sound. */
  readonly heard: boolean
  readonly inside: boolean
}

export interface SaidPlace {
  readonly village?: Mention
  readonly unlisted?: SaidVillage
  readonly group?: { readonly name: string; readonly from: number; readonly to: number }
  readonly place?: { readonly name: string; readonly from: number; readonly to: number }
  /** Other villages named as where it happened. */
  readonly rivals: readonly Mention[]
  /** Every village named, wherever it stands to what happened. */
  readonly named: readonly Mention[]
}

const SUFFIX =
  '(?:村民委员会|居民委员会|行政村|自然村|村委会|居委会|村委|社区|村上|村里|村子|村(?!道[^,.;]{0,4}[冲断塌堵垮封])|屯|寨子?|庄)?'
const SUFFIX_NEXT = new RegExp(`^${SUFFIX.slice(0, -1)}`, 'u')
/** The name goes on to something that is not the village. */
const ELSEWHERE = /^(?:县|市|省|镇(?!上)|乡|街道|区(?!块|域)|州|林场|农场|江(?=边|上|里|水|段|面|大桥|公路))(?!村)/u

/** Every village named, wherever it stands to what happened; by ear only where none is written. */
export function findVillages(text: string, gazetteer: Gazetteer): readonly Mention[] {
  const written = findWritten(text, gazetteer)
  if (written.some(({ inside }) => !inside)) return written
  const heard = findHeard(text, gazetteer)
  return [...written, ...(heard.length > 0 ? heard : findShortened(text, gazetteer))]
}

/** 槐底村 for 槐树底村: one character of the middle or end left out, where only one village can be meant. */
function findShortened(text: string, { names }: Gazetteer): readonly Mention[] {
  const long = findMisspelt(text, names)
  if (long.length > 0) return long
  const full = names.filter(({ inside, stem }) => !inside && stem.length === 3)
  return full.flatMap(({ village, stem }) =>
    [1, 2].flatMap((left) => {
      const said = stem.slice(0, left) + stem.slice(left + 1)
      if (!text.includes(said)) return []
      const from = new RegExp(`(?<=^|[,.;:]|在|是|说|转|报)${literal(said)}[村屯寨]`, 'u').exec(text)?.index
      const others = full.filter((one) => [1, 2].some((at) => one.stem.slice(0, at) + one.stem.slice(at + 1) === said))
      return from === undefined || others.length > 1
        ? []
        : [{ village, from, to: from + said.length + 1, heard: true, inside: false }]
    }),
  )
}

/** 查干诺尔 for 查干淖尔: of four characters or more one is another, where only one village can be meant. */
function findMisspelt(text: string, names: Gazetteer['names']): readonly Mention[] {
  const said = names
    .filter(({ inside, stem }) => !inside && stem.length >= 4)
    .flatMap(({ village, stem }) =>
      [...stem].flatMap((_, left) => {
        if (!text.includes(stem.slice(0, left)) || !text.includes(stem.slice(left + 1))) return []
        const found = new RegExp(
          `${literal(stem.slice(0, left))}\\p{Script=Han}${literal(stem.slice(left + 1))}`,
          'u',
        ).exec(text)
        return found
          ? [
              {
                village,
                from: found.index,
                to: found.index + stem.length,
                heard: true,
                inside: false,
              } satisfies Mention,
            ]
          : []
      }),
    )
  return new Set(said.map(({ village }) => village)).size === 1 ? said.slice(0, 1) : []
}

/** Where it happened: the village of the township, its group, and the spot. `isListed`: the township has a list of its villages. */
export function readPlace(
  text: string,
  mentions: readonly Mention[],
  corrections: readonly Correction[],
  caller: { readonly from: number } | undefined,
  isListed: boolean,
): SaidPlace {
  const meant = mentions.filter(
    ({ from }) => !/(?:不是|不在|并非)(?:在)?$/u.test(text.slice(Math.max(0, from - 4), from)),
  )
  const standing = meant.filter(
    (one) =>
      !meant.some(
        (other) => other.village !== one.village && other.from > one.from && replaces(corrections, one, other),
      ),
  )
  const ranked = standing
    .map((one) => ({ one, rank: rankOf(text, one) + (isHome(text, one, caller) ? HOME : 0) }))
    .filter(({ rank }) => rank < NOT_HERE)
    .sort((a, b) => a.rank - b.rank || a.one.from - b.one.from)
  const best = ranked[0]
  const village = best?.one
  const unlisted = isListed && mentions.length === 0 ? findUnlisted(text) : undefined
  const group = readGroup(text, village, corrections)
  const rivals = ranked
    .filter(({ one, rank }) => village && one.village !== village.village && rank === 0 && best?.rank === 0)
    .map(({ one }) => one)
  const place = readSpot(text, group?.to ?? village?.to ?? unlisted?.to)
  return {
    ...(village ? { village } : {}),
    ...(unlisted ? { unlisted } : {}),
    ...(group ? { group } : {}),
    ...(place ? { place } : {}),
    rivals,
    named: mentions,
  }
}

/** 羊角垭卖豆腐的老耿: where the caller is from; another village is where it happened. */
const HOME = 1.5

function isHome(text: string, { to }: Mention, caller: { readonly from: number } | undefined): boolean {
  return (
    caller !== undefined &&
    caller.from >= to &&
    caller.from - to <= 14 &&
    !/[,.;:!?]/u.test(text.slice(to, caller.from))
  )
}

function findWritten(text: string, { names }: Gazetteer): readonly Mention[] {
  const found: Mention[] = []
  const free = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to)
  for (const named of names) {
    if (!text.includes(named.stem.charAt(0))) continue
    for (const { index, 0: word } of findAll(text, spoken(named))) {
      const to = index + word.length
      if (!free(index, to) || ELSEWHERE.test(text.slice(to)) || isSpotThere(text, index, word, named.stem)) continue
      found.push({ village: named.village, from: index, to, heard: false, inside: named.inside })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** 李家湾村, 李家湾, 李家村的湾: the name with what callers put between. A name of one character needs its suffix. */
function spoken({ name, stem }: Named): RegExp {
  if (stem.length < 2) return new RegExp(literal(name), 'gu')
  const loose = stem.length < 3 ? literal(stem) : [...stem].map(literal).join('(?:村的|村那个|村|的|那个)?')
  return new RegExp(`${loose}${SUFFIX}`, 'gu')
}

/** The same sounds in other characters. Two characters need one of them right, or a word of place beside them. */
function findHeard(text: string, { names, readings }: Gazetteer): readonly Mention[] {
  const found: (Mention & { readonly same: number })[] = []
  for (const { village, stem, inside } of names) {
    if (inside || stem.length < 2) continue
    const characters = [...stem]
    for (let from = 0; from + stem.length <= text.length; from++) {
      if (!characters.every((character, i) => soundAlike(readings, character, text.charAt(from + i)))) continue
      const said = text.slice(from, from + stem.length)
      const same = characters.filter((character, i) => character === said.charAt(i)).length
      const tail = SUFFIX_NEXT.exec(text.slice(from + stem.length))?.[0] ?? ''
      const placed =
        tail !== '' ||
        /^(?:第?[一二三四五六七八九十\d]+(?:组|社|队|小组)|这边|那边|后山|河边|这里|那里|口子|的(?!时))/u.test(
          text.slice(from + stem.length),
        )
      const led = /(?:^|[,.:]|在|是|[说讲报传转发][^,.;]{0,2}|我们|咱们|去|到)$/u.test(text.slice(0, from))
      if (stem.length < 3 && !(placed && (same > 0 || tail !== '' || led)) && !(same > 0 && led)) continue
      if (ELSEWHERE.test(text.slice(from + stem.length))) continue
      found.push({ village, from, to: from + stem.length + tail.length, heard: true, inside: false, same })
    }
  }
  return found.sort((a, b) => b.same - a.same || a.from - b.from).slice(0, 3)
}

/** Whither people go: no place of the event, even when it is the only one named. */
const NOT_HERE = 10

const CALLS = '(?:打电话|打来|来电|来报|报告|报警|反映|汇报|电话|报称|报的|上报|反馈)'
/** 大坝村的吴正华打来讲, 七里冲放牛的秦老倌讲. */
const TELLING = /^[^,.;:]{1,12}?(?:打来|打电话|来电|来报|报告|报警|反映|汇报|(?<![听据传])(?:说|讲|报|称|喊)(?=[^的]))/u
const TELLER = new RegExp(
  `^(?:的)?(?:第?[一二三四五六七八九十\\d]+组)?(?:的)?(?:村?(?:支书|书记|主任|村长|文书|会计)|妇女主任|网格员|村干部|干部|护林员|监测员|灾害信息员|小组长|组长|村民|群众|老[\\u4e00-\\u9fff])[^,.;]{0,6}${CALLS}`,
  'u',
)

const NOT_STANDING = /(?:住|不|我|们|正|人|家|走|跑|搬|转移|安置)在$/u

const AT_WORK =
  /^(?:那边|里|上)?(?:钓鱼|玩|耍|赶|走亲|干活|做工|打工|上班|做客|吃|喝酒|看病|游泳|洗澡|串门|上坟|扫墓|挖|采|打鱼|捡|拉货|送货|办事|相亲|旅游|种地|收)/u

const BETWEEN = /中间|之间|交界|搭界|接壤/u
const OVER_HERE = /^[^,.;]{0,4}(?:已经?|都)(?:来了|来电|恢复|通了|好了|修好|解除|灭了|扑灭|退了)/u
const STILL = /(?:还|仍|依然)(?:停着|没[来通好修有]|断着|堵着|困着|淹着|在烧|在[停断堵])/u

const SPARED =
  /^(?:那边|这边|那里)?(?:的?[电水路桥房])?(?:并|倒|都|可)?(?:没有?|未|不)(?:[停断塌垮滑倒淹决漫着起漏炸烧堵死伤丢]|出事|进水|地震|翻|涨)/u
const STRUCK_IS =
  /(?:[停断塌垮滑倒淹决漫漏炸烧堵]|出事|进水|着火|起火|[停断][电水]|受灾|翻车|翻|涨水)了?的(?:其实|应该)?(?:就)?是/u

/** 疯牛往小街方向去了: there it will be. */
const COMES = /[牛象猪熊狗]/u
const GUESTS = /^(?:那边)?(?:来)?(?:借住|寄住|投亲|投靠|过来|跑来|来)的/u

/** 0: where it happened; higher: whence the caller speaks, whither people go, what lies beside. */
function rankOf(text: string, { from, to, inside, heard }: Mention): number {
  const before = text.slice(Math.max(0, from - 8), from)
  const after = text.slice(to, to + 16)
  let rank = 0
  // 上寨、下寨中间,下寨这边; 在大圩跟小圩之间,已经到小圩地界.
  if (BETWEEN.test(text)) {
    if (/^(?:这边|这头|境内|地界|地段|辖区)/u.test(after)) return -1
    if (/^(?:、|和|跟|与|同|到|去|至)[^,.;、]{1,7}?(?:中间|之间|交界|搭界|接壤)/u.test(after)) rank += 1
    else if (/^(?:中间|之间|交界|搭界|接壤)/u.test(after)) rank += /^交界/u.test(after) ? 0 : 1
  }
  // 三里坝的电已经来了,七里铺还停着: where it is over, and where it is not.
  if (OVER_HERE.test(after) && STILL.test(text)) rank += 1
  const told = /(?:^|刚|又|[,.;]|们|室|上)接到$/u.test(before)
  if (!told && /(?:转移|撤离|疏散|安置|搬|送|撤|接|运|跑|逃)(?:到|至|往|去|在)(?:了)?$/u.test(before)) rank += NOT_HERE
  else if (
    /(?:往|去|通往|开往|前往|到|至|回)$/u.test(before) &&
    !/(?:涉及|影响|流|冲|漫|跑|烧|看|听|见|聚|堵|围|闹|发现|[监观检探]测|监控|测|拍)(?:到|至)$/u.test(before)
  )
    rank += /^(?:方向|去)/u.test(after) && !(before.endsWith('往') && COMES.test(text)) ? NOT_HERE : 2
  // 前七家子那边没事; 新寨人,打来说上寨…; 现在在龙潭卫生院.
  if (
    /^(?:那边|这边|那里)?[^,.;]{0,4}(?:没事|没问题|正常|平安|不要紧|还好|另外报|不(?:太|大)?(?:清楚|晓得|知道|了解))/u.test(
      after,
    )
  )
    rank += 6
  // 太平村没停电,停的是永胜村.
  if ((SPARED.test(after) || /[没未][^,.;]{1,3}的是$/u.test(before)) && STRUCK_IS.test(text)) rank += 6
  if (/^(?:的?人|的)[,.]/u.test(after)) rank += 2
  if (GUESTS.test(after)) rank += 2
  if (/[在到送往]$/u.test(before) && /^(?:镇|乡|中心)?(?:卫生院|医院|派出所|卫生室|卫生所)/u.test(after)) rank += 3
  if (/^[河江湖](?![村组沿边])/u.test(after)) rank += 0.6
  if (/[聚堵围闹][到在]$/u.test(before)) rank -= 2
  // 住新圩街上,我要投诉大岭村石场: where the caller lives.
  if (/(?:^|[,.;:]|我们?|本人|家)(?:家|也|就|是)?住(?:在)?$/u.test(before)) rank += HOME
  if (/我们?(?:现在|人)?在$/u.test(before)) rank += 1.5
  if (/^[东南西北]边?[\d一二两三四五六七八九十]+多?(?:里|公里)/u.test(after)) rank += 1
  // 去龙湾村钓鱼: there he is.
  // 我在罗家塘走亲戚,我们桐木八组…: there is who tells it.
  const away = /我(?:现在|人)?在$/u.test(before) && /我们/u.test(text.slice(to))
  if (/[去到在]$/u.test(before) && AT_WORK.test(after) && !away) rank -= 2.5
  if (away) rank += 2
  if (/(?:离|距|靠近|邻近|隔壁|旁边|挨着)$/u.test(before)) rank += 1
  if (/^(?:到|至|往|通往|去|方向|的路|旁边|隔壁|对面|交界)/u.test(after)) rank += /^(?:到|至)/u.test(after) ? 0 : 1
  if (TELLER.test(after) || TELLING.test(after)) rank += 2
  else if (/我是$/u.test(before) || /^(?:的)?(?:村?支书|村?主任|书记|村长|网格员)/u.test(after)) rank += 1
  // 堵在四港桥头, 在二坝地界上爆的: just there. 在大坝这边都看得到: only seen from there.
  // 我在下营子,看见大石头那边冒烟.
  if (/我(?:人|现在|们)?在$/u.test(before) && /^[^,.;]{0,3},?(?:就|能|都)?(?:看[见到]|望见|听[见到]|闻到)/u.test(after))
    rank += 2
  if (/(?:在|就是)$/u.test(before) && !NOT_STANDING.test(before))
    rank += /^(?:这边|那边|这里|那里)?[^,.;]{0,3}(?:看|望|听|闻)/u.test(after) ? 2 : /^那边/u.test(after) ? 0.5 : -0.5
  if (/(?:派|调|从)$/u.test(before) || /^(?:的)?(?:应急队|救援队|民兵|小队|扑火队|消防队)/u.test(after)) rank += 2
  return rank + (inside ? 0.5 : 0) + (heard ? 0.2 : 0)
}
