import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'
import { befall, exact, type Group, left, makeGroup, most, withParts } from './scene.ts'

/** Whom of the people known so far a mention means, or somebody new. Undefined: nobody that could be counted. */
export function resolve(
  groups: Group[],
  focus: Group | undefined,
  mention: Mention,
  own: readonly Told[],
  whole: boolean,
): Group | undefined {
  const n = exact(mention.amount)
  const known = groups.flatMap(withParts).find(({ names }) => names.some((name) => mention.names.includes(name)))
  if (known) return n === 1 && exact(known.amount) > 1 ? makeGroup(mention, known) : known
  const oneOfTwo = bySex(groups, mention)
  if (oneOfTwo) return oneOfTwo
  // 一死一伤,骑三轮的那个当场没了: he is the one.
  const counted = mention.definite && n === 1 ? groups.flatMap(withParts).filter((one) => isCounted(one, own)) : []
  if (counted[0] && counted.length === 1) return counted[0]
  const near = chain(focus)
  const others = groups.toReversed().filter((one) => !near.includes(one))
  const nested = groups.flatMap(withParts).filter((one) => one.parent && !near.includes(one))
  // From the nearest to the first named.
  const around = [...near, ...nested.toReversed(), ...others]
  if (mention.rest) {
    // Of the widest of whom somebody is not accounted for.
    const of = around.toReversed().find((one) => one.parts.length > 0 && left(one) >= (Number.isNaN(n) ? 1 : n))
    if (of) return makeGroup({ ...mention, amount: Number.isNaN(n) ? { n: left(of) } : mention.amount }, of)
    return Number.isNaN(n) ? undefined : fresh(groups, mention)
  }
  if (mention.ordinal > 0) {
    const of = around.find((one) => most(one.amount) >= mention.ordinal)
    return of ? makeGroup(mention, of) : fresh(groups, mention)
  }
  const rest = mention.last ? around.find((one) => regroup(one, n)) : undefined
  if (rest) return makeGroup(mention, rest)
  if (mention.among || mention.graded) {
    const m = most(mention.amount)
    const of = around.find((one) => left(one) >= m && most(one.amount) > m && !(mention.graded && one.specific))
    return of ? makeGroup(mention, of) : fresh(groups, mention)
  }
  if (mention.bare || whole) {
    if (whole) {
      const same = around.find((one) => exact(one.amount) === n)
      if (same) return same
    }
    const of = mention.also ? undefined : wholeOf(around, mention, own)
    if (of && mention.bare) return makeGroup(mention, of)
  }
  // 咬了四个,一个娃儿咬到脸: one of the four.
  const hit = own.every(({ fate }) => fate === 'injured') && !mention.also && !mention.last && focus && left(focus) > n
  if (hit && own.some(({ body, word }) => body && [...focus.hits].some((by) => word.includes(by))))
    return makeGroup(mention, focus)
  const kin = around.find((one) => one.family && left(one) >= n && most(one.amount) > n)
  // 爷俩下窖,儿子下去也没上来: he is one of the two.
  return kin && (!mention.also || (mention.kin && !mention.foreign)) ? makeGroup(mention, kin) : fresh(groups, mention)
}

/** Who is known by no more than what befell him, and it is what is told now. */
function isCounted({ names, amount, own }: Group, told: readonly Told[]): boolean {
  const [first] = told
  return names.length === 0 && exact(amount) >= 1 && first !== undefined && own.has(first.fate)
}

/** 埋了八个,挖出来三个,一个没气了,还有五个: he is of the three, or no five could be left. True when it was so. */
function regroup(group: Group, n: number): boolean {
  const { parts } = group
  const at = parts.findIndex(({ own, dead, injured }) => own.has('freed') && !dead && !injured)
  const out = parts[at]
  if (!out || !(left(group) < n)) return false
  const hurt = parts.slice(at + 1).filter(({ dead, injured }) => dead || injured)
  const sum = hurt.reduce((total, { amount }) => total + exact(amount), 0)
  if (sum > exact(out.amount) || left(group) + sum !== n) return false
  for (const one of hurt) out.parts.push(...parts.splice(parts.indexOf(one), 1))
  return true
}

const WOMAN = /老婆|妈|娘|媳妇|女|奶奶|婆|[姐妹姑姨嫂婶]|堂客/u
const MAN = /老公|爸|爹|丈夫|男|爷|老[头汉]|[哥弟叔舅伯]|儿子|孙子/u

/** 他老婆去拉也电了,男的没救过来: of two, he is the one who is no woman. */
function bySex(groups: readonly Group[], { names }: Mention): Group | undefined {
  const [who] = names
  if (who !== '男的' && who !== '女的') return undefined
  const known = groups.flatMap(withParts).filter(({ amount }) => amount === null || exact(amount) === 1)
  if (known.length !== 2) return undefined
  const [own, other] = who === '男的' ? [MAN, WOMAN] : [WOMAN, MAN]
  const of = (sex: RegExp) => known.filter((one) => one.names.some((name) => sex.test(name)))
  const [same] = of(own)
  const found =
    same && of(own).length === 1
      ? same
      : of(other).length === 1
        ? known.find((one) => !of(other).includes(one))
        : undefined
  if (found) found.amount ??= { n: 1 }
  return found
}

/** Who is got out is of those who were in; anybody else of the widest that can hold him. */
function wholeOf(around: readonly Group[], mention: Mention, own: readonly Told[]): Group | undefined {
  const able = around.filter((one) => holds(one, exact(mention.amount), own) && (one.family || !mention.foreign))
  const about = own.some(({ fate }) => fate !== 'dead' && fate !== 'injured' && fate !== 'unharmed')
  // 三个里两个被冲走,一个爬上来: that is everybody.
  const rest = able.filter((one) => one.parts.length > 0 && left(one) === exact(mention.amount))
  const all = (about ? rest.find(({ trapped, missing }) => trapped || missing) : undefined) ?? rest.at(-1)
  if (all && !mention.within) return all
  const stuck = about ? able.find(({ trapped, missing }) => trapped || missing) : undefined
  return stuck ?? (mention.within ? able[0] : able.at(-1))
}

/** 三个晕倒,一个抽搐: what comes on top of a swoon. */
const WORSE = /抽|[叫喊]不|不省|不醒|没醒|昏|休克|没反应|吐|严重|重的|送|医院|住院|抢救|急救/u

/** Whether as many may be of them: 受伤三人,死亡一人 are four, 中毒三人,一人死亡 three. */
function holds(group: Group, n: number, own: readonly Told[]): boolean {
  if (!(most(group.amount) > n) || left(group) < n) return false
  if (group.dead) return false
  const then = new Set(own.map(({ fate }) => fate))
  if (group.answers && own.some(({ word }) => /^[喊叫]不答?应$/u.test(word))) return false
  const worse = group.swooned && own.every(({ word }) => WORSE.test(word))
  if (group.injured && then.has('injured') && group.specific && !worse) return false
  if (group.injured && group.wound && then.has('dead')) return false
  if (group.missing && (then.has('injured') || then.has('dead')) && !then.has('found') && !then.has('freed'))
    return false
  return true
}

function fresh(groups: Group[], mention: Mention): Group {
  const group = makeGroup(mention)
  groups.push(group)
  return group
}

function chain(group: Group | undefined): readonly Group[] {
  return group ? [group, ...chain(group.parent)] : []
}

/** 两个都拉上来了, of two told of one by one: true when it was of them. */
export function reunite(groups: readonly Group[], mention: Mention, own: readonly Told[], whole: boolean): boolean {
  const n = exact(mention.amount)
  if (!whole || !mention.bare || groups.length < 2 || n < 2) return false
  if (groups.some(({ amount }) => exact(amount) === n)) return false
  if (groups.reduce((sum, { amount }) => sum + (amount === null ? 1 : exact(amount)), 0) !== n) return false
  for (const group of groups) {
    group.amount ??= { n: 1 }
    for (const one of own) befall(group, one, true)
  }
  return true
}
