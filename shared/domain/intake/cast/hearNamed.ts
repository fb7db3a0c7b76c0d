import type { Clause } from '../clauses.ts'
import { isTakenAlong } from '../runaways.ts'
import { comesToHelp, isCalledToHelp, isHelper, isMore } from './bystanders.ts'
import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'
import { resolve, reunite } from './resolve.ts'
import { befall, exact, type Group, makeGroup, withParts } from './scene.ts'
import { tally } from './tally.ts'
import { type Heard, isBeforeNow, MANY, OTHER_ONE, type Telling, WHOLE } from './telling.ts'
import { forget, limbOnly, SOMEBODY, unspoken } from './turns.ts'

const ABOARD =
  /^(?:里面|里头|里边|上面|车|船|艇|舱|共|一共|总共|有|载|实载|核载|坐|乘|骑车|骑摩托|开车|驾车|连(?=\p{Script=Han}{2,3}[\d一二两三四五六七八九十]))|乘客|司机|游客|[厢舱车梯]里/u
const TOTAL =
  /一共|总共|共计|累计|合计|加起来|合起|拢共|统共|拢总|这样(?:一来)?就?是|总的|总数|[一二两三四五六七八九\d]死[一二两三四五六七八九\d]+伤/u
/** 一共五个, 车上六个: says no more than how many. */
const ONLY_COUNT =
  /^(?:一共|总共|共|有|是|就|后来|最后|现在|目前|一?开始|刚?开始|开头|起先|起初|先|说|昨天|(?:点|数|核)了(?:人头|人数|数|一下)?|大概|大约|约|连|至少|人|听说|说是|里面|里头|上面|下面|底下|当时|坐[着了起]?|住[着了起]?|船上|车上|车里|船里|屋里|家里|屋头|楼顶上?|屋顶上?|房顶上?|实载|核载\d+人|载有?|连着?咬)*$/u

const ALL_OF_THEM = /(?:困|埋|压|卡|关|陷|夹|堵|吊|围)(?:住|着|到|在[^,.;]{1,5})?(?:了)?的(?:那|这)?$/u

const RESCUED = /^[救挖刨扒]|接下|脱困|脱险/u
const OTHERS_IN = /还有|剩|没[出上下]来|没救|里[面头]还/u

/** Everybody the clause brings up, with what it tells of each. */
export function hearNamed(telling: Telling, heard: Heard): void {
  for (const one of [...heard.bonds.of.values(), heard.bonds.loose].flat())
    if (OTHER_ONE.test(one.word)) hearOther(telling, one)
  for (const mention of heard.here) hearOne(telling, heard, mention)
}

function hearOther({ groups }: Telling, told: Told): void {
  const victim = makeGroup({ ...SOMEBODY, from: told.from, to: told.to })
  befall(victim, told, false)
  groups.push(victim)
}

function hearOne(telling: Telling, { text, clause, said, here, bonds }: Heard, spoken: Mention): void {
  const { groups, focus } = telling
  const own = (bonds.of.get(spoken) ?? [])
    .filter(({ word }) => !OTHER_ONE.test(word))
    .map((one) => limbOnly(text, spoken, one))
  // 工人手卷进机器: whose hand, is one.
  const mention =
    spoken.amount === null &&
    (own.some(({ body }) => body) || isOfFamily(text, groups, spoken, own)) &&
    !MANY.test(said)
      ? { ...spoken, amount: { n: 1 } }
      : spoken
  const head = text.slice(clause.from, mention.from)
  if (own.length === 0 && comesToHelp(head, text.slice(mention.to, clause.to))) return
  if (own.length === 0 && isBeforeNow(head, text.slice(mention.to))) return
  // 喊了七八个人抬出来的: they got him out.
  if (own.length > 0 && own.every(({ fate }) => fate === 'freed') && isCalledToHelp(head)) {
    if (focus) for (const one of own) befall(focus, one, true)
    return
  }
  if (own.length === 0 && (isHelper(text.slice(mention.from, mention.to)) || isTakenAlong(head))) {
    telling.focus = undefined
    return
  }
  // 送走的一共五个: of those who are hurt already.
  if (own.length > 0 && own.every(({ taken }) => taken) && hurt(groups) >= exact(mention.amount)) {
    groups.push(Object.assign(makeGroup(mention), { told: true }))
    return
  }
  if (isRetold(groups, mention, own, head, text.slice(mention.to, clause.to))) return
  const only = isOnlyCount(text, clause, here)
  // 有人中暑,一个: as many as that. 有人喝农药,女的: one.
  const alone = /^[男女]的$/u.test(text.slice(mention.from, mention.to))
  if (focus && focus.amount === null && own.length === 0 && (mention.names.length === 0 || alone) && only) {
    focus.amount = mention.amount
    focus.to = mention.to
    return
  }
  // 又发现五个: more who are ill; of those buried they may be of the ones before.
  if (own.length === 0 && focus && (isMore(head) || (focus.injured && /又(?:陆续)?(?:发现|查出)了?$/u.test(head)))) {
    const { dead, missing, trapped, injured } = focus
    const group = makeGroup(mention)
    groups.push(Object.assign(group, { dead, missing, trapped, injured, told: focus.told }))
    return
  }
  const whole = WHOLE.test(text.slice(mention.to, own[0]?.from ?? mention.to + 3))
  if (reunite(groups, mention, own, whole)) {
    telling.focus = undefined
    return
  }
  const listed =
    own.length === 0 && text.charAt(clause.from - 1) === '、' && mention.to === clause.to ? telling.list : []
  // 绞了手,机手姓韩: whose hand it was.
  if (own.length === 0 && focus?.nameless && mention.names.length > 0 && exact(mention.amount) === 1) {
    focus.nameless = false
    return
  }
  // 救起来的有一个呛了水: of those got out.
  const relative = own.find(
    ({ fate, to }) =>
      (fate === 'freed' || fate === 'found') && to <= mention.from && /^(?:来|上来|出来)?的/u.test(text.slice(to)),
  )
  const among =
    relative &&
    groups.flatMap(withParts).findLast((one) => one.own.has(relative.fate) && exact(one.amount) > exact(mention.amount))
  const group = among
    ? makeGroup(mention, among)
    : resolve(
        groups,
        focus,
        listed.length > 0 || isAlsoIll(focus, own, head) ? { ...mention, also: true } : mention,
        own,
        whole,
      )
  if (!group) return
  const { open, aboard } = telling
  const left = /掉|落|跳|跑|下[来车船]/u.test(text.slice(mention.to, clause.to))
  const waiting = aboard.length > 0 && ABOARD.test(said) && !left ? aboard : open
  const meant = waiting.length > 0 && (only || waiting === aboard) ? waiting : listed
  // 加上昨天的八个,一共十三个: of whatever befell those before.
  const sum =
    own.length === 0 && meant.length === 0 && only && TOTAL.test(said) && focus ? onlyFate(focus, mention) : []
  const given = own.length > 0 ? own : meant.length > 0 ? meant : sum
  if (TOTAL.test(said))
    for (const one of groups)
      if (one.said.to <= clause.from && !withParts(one).includes(group)) for (const { fate } of given) forget(one, fate)
  if (mention.body) befall(group, unspoken('dead', mention), true)
  for (const one of given) befall(group, one, whole || one !== given[0])
  leaveTheOthers(text, group, own)
  const out = own.find(({ fate, from }) => fate === 'freed' && from >= mention.to)
  // 困住的那俩人出来了: they are all there were.
  const definite =
    out &&
    (own.some(({ fate }) => fate === 'trapped')
      ? ALL_OF_THEM.test(head)
      : /[那这]$/u.test(head) && RESCUED.test(out.word) && !OTHERS_IN.test(text.slice(out.to)))
  // 那六个人救出来了: they had been in.
  if (definite) group.own.add('trapped')
  if (out && (definite || WHOLE.test(text.slice(mention.to, out.from)))) group.allOut = true
  telling.focus = group
  telling.list = given
}

/** 三个学生发烧,又有两个发烧: five. 三个中毒,又有两个昏迷 may be of the three. */
function isAlsoIll(focus: Group | undefined, own: readonly Told[], head: string): boolean {
  return (
    focus?.injured === true &&
    own.length > 0 &&
    own.every(({ fate, specific, taken }) => fate === 'injured' && !specific && !taken) &&
    /又(?:有|新?增加?|多|添|来|送来|冒出来)了?$/u.test(head)
  )
}

/** 一家五口煤气中毒,老人没救过来: one of them. */
function isOfFamily(text: string, groups: readonly Group[], { from, to }: Mention, own: readonly Told[]): boolean {
  return (
    own.length > 0 &&
    own.every(({ fate }) => fate === 'dead' || fate === 'missing' || fate === 'trapped') &&
    /^(?:老人|小孩|孩子|娃[儿娃]?)$/u.test(text.slice(from, to)) &&
    !WHOLE.test(text.slice(to, own[0]?.from)) &&
    groups.some(({ family, amount }) => family && exact(amount) > 1)
  )
}

const RETOLD = /^(?:其中)?[淹压砸烧撞摔电炸]?(死|伤)(?:亡|者)?的?(?:人)?(?:就?是|那(?:[个位名]是)?|都是)?$/u
const RETOLD_AFTER = /^(?:[受重轻])?(死|伤)(?:亡|者)?的/u

/** 一死两伤,死的是司机,伤的两个送医院了: who they are, not that there are more. */
function isRetold(
  groups: readonly Group[],
  mention: Mention,
  own: readonly Told[],
  head: string,
  tail: string,
): boolean {
  const before = /[的是那]$/u.test(head) ? RETOLD.exec(head) : null
  const what = (before ?? (/^(?:那|其中)?$/u.test(head) ? RETOLD_AFTER.exec(tail) : null))?.[1]
  if (!what) return false
  const field = what === '死' ? 'dead' : 'injured'
  const known = tally(groups).find((one) => one.field === field)
  return (
    known !== undefined &&
    exact(known.amount) >= (mention.amount === null ? 1 : exact(mention.amount)) &&
    own.every(({ fate }) => fate === field)
  )
}

/** 失踪六个,还有两个没找到: the other four were. */
function leaveTheOthers(text: string, { parent, said, last }: Group, own: readonly Told[]): void {
  const sought = own.find(
    ({ fate, word }) => (fate === 'missing' || fate === 'trapped') && (last || /^[没未]/u.test(word)),
  )
  // 大人一个都没见, 到现在一个没出来: none of them.
  const none =
    /^人?[都也]/u.test(text.slice(said.to)) ||
    (/^一个人?$/u.test(text.slice(said.from, said.to)) && !isOneOf(text, parent, said.from))
  if (!parent || !sought || none) return
  if (/[没未]/u.test(text.slice(parent.from, Math.max(parent.from, Math.min(said.from, sought.from))))) return
  parent.missing = parent.trapped = false
}

/** 有一个没找到; 一个救活,一个没找到: surely one of them. */
function isOneOf(text: string, parent: Group | undefined, at: number): boolean {
  return /(?:有|其中|剩下?|另外|最后|就|只|是)的?$/u.test(text.slice(0, at)) || (parent?.parts.length ?? 0) > 1
}

/** What befell them, when it is one thing. */
function onlyFate(group: Group, mention: Mention): readonly Told[] {
  const fates = (['dead', 'missing', 'trapped', 'injured'] as const).filter((fate) => group[fate])
  return fates.length === 1 && exact(group.amount) < exact(mention.amount)
    ? fates.map((fate) => unspoken(fate, mention))
    : []
}

function hurt(groups: readonly Group[]): number {
  return tally(groups).reduce((n, { field, amount }) => (field === 'injured' ? exact(amount) : n), 0)
}

function isOnlyCount(text: string, { from, to }: Clause, here: readonly Mention[]): boolean {
  const [one] = here
  if (!one || here.length > 1) return false
  return ONLY_COUNT.test(text.slice(from, one.from)) && one.to >= to - 2
}
