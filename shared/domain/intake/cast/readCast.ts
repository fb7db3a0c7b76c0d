import type { Clause } from '../clauses.ts'
import type { Corrected } from '../corrections.ts'
import { ANIMAL_NOUN } from '../nouns.ts'
import { type Bonds, bond } from './bonds.ts'
import type { CastWords } from './castWords.ts'
import { findFates, type Told } from './fates.ts'
import { findMentions, type Mention } from './mentions.ts'
import { resolve, reunite } from './resolve.ts'
import { befall, exact, type Group, makeGroup } from './scene.ts'
import { tally } from './tally.ts'

/** Not sure: nothing of it is told for certain. */
const HEDGED =
  /可能|好像|估计|听说|据说|怕是|疑似|怀疑|似乎|也许|恐怕|应该|说不定|不知道|不晓得|不清楚|不确定|有没有|是不是|明[早天晚]|后天|打算/u
/** Of those who come to help, not of those to whom it happened. */
const COMING =
  /(?:派|出动|增派|赶来|请求|需要|急需|请|调|支援|增援|安排|组织|集结|参加|投入|叫|喊|留|(?<![下上出起过回送])来)了?[^,.;]{0,3}$/u
const HELPING = /^[^,.;]{0,4}(?:去|下来|来)(?:搜|检查|看看|帮忙|处置|支援|找(?:人|他|她|了|$|[,.;]))/u
const OTHERS = new RegExp(
  `医生|护士|民警|消防|警察|家[里属长](?!发现)|屋头|邻居(?!发现)|村里|大家|其他|别的|没人|哪个|谁|${ANIMAL_NOUN}`,
  'u',
)
/** Things that are stuck or swept off as people are. */
const THINGS = /[车船房屋棚桥路墙塔杆户]|三轮|摩托|拖拉|担架|吊|机(?!灵)/u
/** 医生看了, 等救护车来: says nothing of who it is about. */
const BESIDE = /^(?:医生|大夫|医院|120|救护车)[^,.;]{0,4}(?:说|看了?|讲|宣布|确认|检查)|救护车|消防车|警车|担架|车祸/gu
/** 昨天才四个: of another day. */
const BEFORE_NOW = /(?:昨天|前天|昨晚|起先|开始)(?:才|只|还)?(?:是|有)?$/u
const HELPERS = /村?干部|民警|消防|医生|护士|志愿者|专家|辅警|领导/u
/** 趴窝: those aboard are stuck with it. */
const STALLED = /趴窝|抛锚|熄火|开进水|泡[在了]?水|冻住|堵在|淹在/u
const VEHICLE = /[车船艇]|挖机|中巴|大巴|客运|轿车|面包|皮卡|竹筏|电梯|缆车/u
const ABOARD = /^(?:里面|里头|上面|车|船|艇|舱|共|一共|总共|有|载|实载|核载|坐|乘)|乘客|司机/u
const WHOLE = /都|全|均|一起|一个不/u
const MANY = /们|不少|很多|好多|几|有些|一些|纷纷|大部分/u
const TOTAL = /一共|总共|共计|累计|合计/u
/** 一共五个, 车上六个: says no more than how many. */
const ONLY_COUNT =
  /^(?:一共|总共|共|有|是|就|大概|大约|约|连|至少|人|听说|说是|里面|里头|上面|下面|底下|当时|坐着?|住着?|船上|车上|车里|船里|屋里|家里|屋头|楼顶上?|屋顶上?|房顶上?|实载|核载\d+人|载有?|连着?咬)*$/u
const MORE = /又(?:来|送|增|多|有|添|倒|抬|收|接)[^,.;]{0,4}$/u

/** 划了另一个胳膊: not his own. */
const OTHER_ONE = /另一[个名]|对方|别人/u
const LIMB = /手|指|腿|脚|胳膊|臂|头皮|脑壳|脑袋/u
const CUT = /[绞断轧割锯砍碾咬卷]/u
const NOBODY: Mention = {
  from: 0,
  to: 0,
  amount: { n: 1 },
  bare: false,
  among: false,
  graded: false,
  also: false,
  rest: false,
  body: false,
  names: [],
  family: false,
  foreign: false,
  kin: false,
  within: false,
  ordinal: 0,
}

/** All the people of the line with what became of each. */
export function readCast(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  words: CastWords,
  water: boolean,
): readonly Group[] {
  const fates = findFates(text, words).map((one) => strayed(text, water ? sunk(one) : one))
  if (fates.length === 0 && !STALLED.test(text) && !numbers.some(({ counts }) => counts === 'body')) return []
  const mentions = findMentions(text, numbers, fates, words)
  const groups: Group[] = []
  let focus: Group | undefined
  /** Told of nobody yet: 马蜂蜇人,三个. */
  let open: readonly Told[] = []
  let aboard: readonly Told[] = []
  /** Of the people before a 、: 路人5名、摊主2名. */
  let list: readonly Told[] = []
  for (const clause of clauses) {
    const inside = <T extends { readonly from: number }>(all: readonly T[]) =>
      all.filter(({ from }) => from >= clause.from && from < clause.to)
    const said = text.slice(clause.from, clause.to)
    const here = inside(mentions)
    const told = inside(fates).filter(({ from }) => !here.some((one) => one.body && from >= one.from && from < one.to))
    if (HEDGED.test(said)) {
      open = aboard = []
      focus = here.length > 0 ? undefined : focus
      continue
    }
    if (
      numbers.some(({ counts, from }) => counts === 'animal' && from >= clause.from && from < clause.to) &&
      here.length === 0
    ) {
      open = aboard = []
      focus = undefined
      continue
    }
    const bonds: Bonds = bond(text, here, told)
    for (const one of told.filter(({ word }) => OTHER_ONE.test(word))) {
      const victim = makeGroup({ ...NOBODY, from: one.from, to: one.to })
      befall(victim, one, false)
      groups.push(victim)
    }
    for (const spoken of here) {
      const own = (bonds.of.get(spoken) ?? [])
        .filter(({ word }) => !OTHER_ONE.test(word))
        .map((one) => limb(text, spoken, one))
      // 工人手卷进机器: whose hand, is one.
      const mention =
        spoken.amount === null && own.some(({ body }) => body) && !MANY.test(said)
          ? { ...spoken, amount: { n: 1 } }
          : spoken
      const head = text.slice(clause.from, mention.from)
      if (
        own.length === 0 &&
        (COMING.test(head) || HELPING.test(text.slice(mention.to, clause.to))) &&
        !MORE.test(head)
      )
        continue
      if (own.length === 0 && BEFORE_NOW.test(head)) continue
      if (own.length === 0 && HELPERS.test(text.slice(mention.from, mention.to))) {
        focus = undefined
        continue
      }
      // 送走的一共五个: of those who are hurt already.
      if (own.length > 0 && own.every(({ taken }) => taken) && hurt(groups) >= exact(mention.amount)) {
        groups.push(Object.assign(makeGroup(mention), { told: true }))
        continue
      }
      const only = isOnlyCount(text, clause, here)
      // 有人中暑,一个: as many as that.
      if (focus && focus.amount === null && own.length === 0 && mention.names.length === 0 && only) {
        focus.amount = mention.amount
        focus.to = mention.to
        continue
      }
      if (own.length === 0 && focus && MORE.test(head)) {
        const { dead, missing, trapped, injured } = focus
        const group = makeGroup(mention)
        groups.push(Object.assign(group, { dead, missing, trapped, injured, told: focus.told }))
        continue
      }
      const whole = WHOLE.test(text.slice(mention.to, own[0]?.from ?? mention.to + 3))
      if (reunite(groups, mention, own, whole)) {
        focus = undefined
        continue
      }
      const listed = own.length === 0 && text.charAt(clause.from - 1) === '、' && mention.to === clause.to ? list : []
      // 绞了手,机手姓韩: whose hand it was.
      if (own.length === 0 && focus?.nameless && mention.names.length > 0 && exact(mention.amount) === 1) {
        focus.nameless = false
        continue
      }
      const group = resolve(groups, focus, listed.length > 0 ? { ...mention, also: true } : mention, own, whole)
      if (!group) continue
      const waiting = open.length > 0 ? open : ABOARD.test(said) ? aboard : []
      const given =
        own.length === 0 && (only || waiting === aboard)
          ? waiting.length > 0
            ? waiting
            : listed
          : own.length > 0
            ? own
            : listed
      if (TOTAL.test(said)) for (const one of groups) if (one !== group) for (const { fate } of given) forget(one, fate)
      if (mention.body) befall(group, bodyFound(mention), true)
      for (const one of given) befall(group, one, whole || one !== given[0])
      focus = group
      list = given
    }
    if (here.length > 0 || bonds.loose.length > 0) open = aboard = []
    const stalled = VEHICLE.test(said) && here.length === 0 ? STALLED.exec(said) : null
    if (stalled) aboard = [stuckAt(clause.from + stalled.index, clause.from + stalled.index + stalled[0].length)]
    if (bonds.loose.length === 0 || here.length > 0) continue
    const first = bonds.loose[0]
    const moved = bonds.loose.every(({ fate, wants }) => wants || (fate !== 'dead' && fate !== 'injured'))
    const head = text.slice(clause.from, first?.from ?? clause.from)
    const before = moved ? head : head.replace(BESIDE, '')
    const stuck = bonds.loose.filter(({ fate }) => fate === 'trapped' || fate === 'missing')
    if (VEHICLE.test(said) && stuck.length > 0) aboard = stuck
    const bites = bonds.loose.some(({ wants, to }) => wants && /^(?:了|着|伤|到)?人/u.test(text.slice(to)))
    if (
      !bites &&
      ((OTHERS.test(before) && !/人(?:都|也|还|已经?|就|却)?$/u.test(before)) || (moved && THINGS.test(before)))
    )
      continue
    const real = bonds.loose.filter(
      ({ wants, word, to }) => !wants && !OTHER_ONE.test(word) && !/^的(?:就是|是|人)/u.test(text.slice(to)),
    )
    if (focus && before.length <= 24) {
      // 有人放牛时被马蜂蜇,手肿了: one.
      if (focus.amount === null && real.some(({ body }) => body) && !MANY.test(said)) focus.amount = { n: 1 }
      const all = WHOLE.test(before) && exact(focus.amount) === 1 && focus.parent ? focus.parent : focus
      for (const one of real) befall(all, one, true)
    } else if (!focus && real.some(({ body, word }) => body && LIMB.test(word) && CUT.test(word))) {
      // 打谷机把手指绞断了: whose finger, is one.
      focus = makeGroup({ ...NOBODY, from: first?.from ?? 0, to: first?.to ?? 0 })
      focus.nameless = true
      groups.push(focus)
      for (const one of real) befall(focus, one, true)
    } else if (!focus)
      open = bonds.loose.filter(({ wants, to }) => !wants || /^(?:了|着|伤)?人?$/u.test(text.slice(to, clause.to)))
  }
  return groups
}

function hurt(groups: readonly Group[]): number {
  return tally(groups).reduce((n, { field, amount }) => (field === 'injured' ? exact(amount) : n), 0)
}

/** 压了一个工人的手: hurt, and not pinned. */
function limb(text: string, { to }: Mention, one: Told): Told {
  const pinned = one.fate === 'trapped' && one.to <= to && /^的(?:手|脚|腿|胳膊|头|腰|背|脸)/u.test(text.slice(to))
  return pinned ? { ...one, fate: 'injured', body: true } : one
}

function stuckAt(from: number, to: number): Told {
  return { ...bodyFound({ ...NOBODY, from, to }), fate: 'trapped' }
}

const FAR = /[上进登爬]山|采[药菌蘑笋]|砍柴|放[牛羊]/u

/** 上山的没下来: he is looked for. */
function strayed(text: string, one: Told): Told {
  return one.word === '没下来' && FAR.test(text) ? { ...one, fate: 'missing' } : one
}

/** 没上来 in water: he is looked for. */
function sunk(one: Told): Told {
  return one.fate === 'trapped' && /没|不来|在水|在里|在下|在底/u.test(one.word) ? { ...one, fate: 'missing' } : one
}

function bodyFound({ from, to }: Mention): Told {
  return {
    from,
    to,
    word: '',
    fate: 'dead',
    body: false,
    specific: false,
    wound: false,
    taken: false,
    mild: false,
    wants: false,
  }
}

function forget(group: Group, fate: Told['fate']): void {
  if (fate === 'dead' || fate === 'missing' || fate === 'trapped' || fate === 'injured') group[fate] = false
  for (const part of group.parts) forget(part, fate)
}

function isOnlyCount(text: string, { from, to }: Clause, here: readonly Mention[]): boolean {
  const [one] = here
  if (!one || here.length > 1) return false
  return ONLY_COUNT.test(text.slice(from, one.from)) && one.to >= to - 2
}
