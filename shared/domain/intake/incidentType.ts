import { findClauses } from './clauses.ts'
import { findScenes } from './scenes.ts'
import { findWords, withoutCut } from './wordIndex.ts'
import { type ReadWords, TIERS } from './words.ts'

export interface SaidType {
  readonly key: string
  readonly from: number
  readonly to: number
}

interface Hit extends SaidType {
  readonly tier: number
}

const DENIED =
  /(?:不是|并非|非|没有?|无|未|排除|不像是?|谈不上|没发生|没有发生|未发生|不属于|解除|没看到|没见)(?:什么|啥|发生|出现|明显|再)?$/u
const DENIED_AFTER = /^(?:的)?(?:倒没有|没有(?=[,.;](?:一间|都没|全没))|没有发生|没发生|未发生|已排除|预警解除)/u

/** What is hinted at does not push aside what is named or told. */
const TOLD = TIERS.indexOf('scenes')

/** The type the words name or the scene shows, or undefined: a hazard nobody named or told stays untyped. `real`: without what is only feared, asked or played. */
export function readType(
  real: string,
  {
    types,
    scenesByGroup,
    groups,
    whole,
    givesWayTo,
  }: Pick<ReadWords, 'types' | 'scenesByGroup' | 'groups' | 'whole' | 'givesWayTo'>,
): SaidType | undefined {
  const uncut = findWords(real, whole)
  const told = withoutCut(findWords(real, groups), uncut)
  // Many groups have the same word: what stands before it is looked at once.
  const notSo = new Map(
    [...new Set(told.map(({ from }) => from))].map((from) => [
      from,
      isDeniedBefore(real, from) || isToCome(real, from),
    ]),
  )
  const hits: Hit[] = [
    ...withoutCut(findWords(real, types), uncut)
      // 我家没着火.
      .filter(({ word, said }) => word.denies || !/没有?(?!了)|并未|不是/u.test(said))
      .map(({ word: { key, tier }, from, to }) => ({ key, tier, from, to })),
    ...findScenes(
      findClauses(real),
      scenesByGroup,
      told.filter(({ from, to }) => !notSo.get(from) && !isDeniedAfter(real, to)),
    ),
  ]
  const said = hits.filter((one) => !isDenied(real, one) && !(one.tier >= TOLD && isWell(real, one)))
  const yields = (one: Hit, other: Hit) =>
    givesWayTo[one.key]?.includes(other.key) && (other.tier <= TOLD || other.tier <= one.tier)
  const unbeaten = said.filter(
    (one) =>
      !said.some(
        (other) => (swallows(other, one) && !yields(other, one)) || isCauseOf(real, one, other) || yields(one, other),
      ),
  )
  // Three that each give way to the next: none is less than the others.
  const standing = unbeaten.length > 0 ? unbeaten : said
  const best = [...standing].sort((a, b) => a.tier - b.tier || a.from - b.from || b.to - a.to)[0]
  if (!best) return undefined
  // 后山滑 and 滑坡 say it together.
  const alike = standing.filter(({ key, from, to }) => key === best.key && from < best.to && to > best.from)
  return {
    key: best.key,
    from: Math.min(...alike.map(({ from }) => from)),
    to: Math.max(...alike.map(({ to }) => to)),
  }
}

function isDenied(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return isDeniedBefore(text, from) || isDeniedAfter(text, to)
}

function isDeniedBefore(text: string, from: number): boolean {
  return (
    DENIED.test(text.slice(Math.max(0, from - 6), from)) &&
    // 太平村没停电,停的是永胜村: there it happened.
    !text.slice(from, from + 18).includes(`${text.charAt(from)}的是`)
  )
}

function isDeniedAfter(text: string, to: number): boolean {
  return DENIED_AFTER.test(text.slice(to, to + 10))
}

/** 要垮, 会淹: not yet. 快满 and 要倒 are words of their own, and 要防滑链 asks for a thing. */
function isToCome(text: string, from: number): boolean {
  return /(?<![需主只重])(?:要|会|将|怕)[垮塌倒淹溃决漫断炸滑翻沉烧]/u.test(text.slice(Math.max(0, from - 2), from + 1))
}

/** 水位正常, 信号塔修好了: said to be all right. */
function isWell(text: string, { to }: Hit): boolean {
  return /^[^,.;]{0,4}(?:正常|修好|好使|完好|通畅|平稳)/u.test(text.slice(to))
}

/** What a hazard does to houses, roads and lines is its damage, no hazard of its own. */
const DAMAGE: ReadonlySet<string> = new Set([
  'buildingCollapse',
  'roadBlocked',
  'powerOutage',
  'waterOutage',
  'telecomOutage',
  'medicalEmergency',
  'missingPerson',
])

/** What an earthquake or a storm leaves behind and is a call of its own. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'landslide',
  'debrisFlow',
  'collapse',
  'barrierLake',
  'leveeDanger',
  'reservoirDanger',
  'gasLeak',
  'hazardousChemical',
  'buildingFire',
  'forestFire',
])

/** 雷击引发山火, 地震后燃气泄漏: the fire, the leak is what happened. */
function isCauseOf(text: string, one: Hit, other: Hit): boolean {
  if (other.from < one.to || other.key === one.key) return false
  const between = text.slice(one.to, other.from)
  if (/^[^,.;]{0,3}(?:引发|引起|诱发|触发|引燃|引着)/u.test(between))
    return !DAMAGE.has(other.key) || one.tier > other.tier
  return FOLLOWS.has(other.key) && /^(?:发生)?(?:以后|之后|过后|后(?![山面头]))[^.;]{0,12}$/u.test(between)
}

/** 煤气中毒 is not 煤气: the longer word says what is meant. */
function swallows(longer: Hit, one: Hit): boolean {
  return (
    longer.key !== one.key &&
    longer.tier <= one.tier &&
    longer.from <= one.from &&
    longer.to >= one.to &&
    longer.to - longer.from > one.to - one.from
  )
}
