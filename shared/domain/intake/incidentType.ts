import type { ReadWords } from './words.ts'

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
const DENIED_AFTER = /^(?:的)?(?:倒没有|没有发生|没发生|未发生|已排除|预警解除)/u

/** The type the words name, or undefined: a hazard nobody named stays untyped. `real`: without what is only feared, asked or played. */
export function readType(
  real: string,
  { types: words, givesWayTo }: Pick<ReadWords, 'types' | 'givesWayTo'>,
): SaidType | undefined {
  const there = new Set(real)
  const possible = [...there].flatMap((first) => words.get(first) ?? [])
  const hits: Hit[] = possible.flatMap(({ key, tier, characters, pattern, denies }) =>
    !characters.every((character) => there.has(character))
      ? []
      : [...real.matchAll(pattern)].flatMap(({ index, 0: word }) =>
          // 我家没着火.
          !denies && /没有?(?!了)|并未|不是/u.test(word) ? [] : [{ key, tier, from: index, to: index + word.length }],
        ),
  )
  const standing = hits.filter(
    (one) =>
      !isDenied(real, one) &&
      !hits.some(
        (other) =>
          !isDenied(real, other) &&
          (swallows(other, one) ||
            isCauseOf(real, one, other) ||
            (givesWayTo[one.key]?.includes(other.key) && other.tier <= 1)),
      ),
  )
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

function isDenied(text: string, { from, to }: Hit): boolean {
  return DENIED.test(text.slice(Math.max(0, from - 6), from)) || DENIED_AFTER.test(text.slice(to))
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
