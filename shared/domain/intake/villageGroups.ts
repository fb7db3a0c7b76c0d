import { type Correction, replaces } from './corrections.ts'
import type { TownshipVillage } from './gazetteer.ts'
import { readHan } from './hanNumber.ts'
import { findAll } from './matches.ts'

const GROUP =
  /(?:第)?(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:号)?(?<unit>村民小组|居民小组|小组|组(?!织|建|成|员|装|合|团)|社(?!区|会|员|保)|生产队|队(?![员伍长])|网格(?!员|长))/gu

/** Which group of the village: 三组, 二社. Its name in the township's list where there is one. `near`: the village that is meant. */
export function readGroup(
  text: string,
  near: { readonly village: TownshipVillage; readonly to: number } | undefined,
  corrections: readonly Correction[],
): { readonly name: string; readonly from: number; readonly to: number } | undefined {
  const all = findAll(text, GROUP).flatMap((match) => {
    const { n = '', unit = '' } = match.groups ?? {}
    const number = /^\d+$/.test(n) ? Number(n) : readHan(n)?.lo
    if (number === undefined || number < 1 || number > 40) return []
    const from = match.index
    // 3个村民小组, 分成三组, 派了两队: how many, not which.
    if (
      /(?:分|派|共|有|来|出动|组成)[成了出]?$/u.test(text.slice(Math.max(0, from - 3), from)) &&
      !match[0].startsWith('第')
    )
      return []
    const short = /组/u.test(unit) ? '组' : /队/u.test(unit) ? '队' : unit
    return [{ number, short, from, to: from + match[0].length }]
  })
  const standing = all.filter((one, i) => !all.some((other, j) => j > i && replaces(corrections, one, other)))
  const group = standing.find(({ from }) => near && from >= near.to && from - near.to <= 3) ?? standing[0]
  if (!group) return undefined
  const listed = (near?.village.groups ?? [])
    .map((one) => (typeof one === 'string' ? one : one.name))
    .find((name) => {
      const digits = /\d{1,2}|[一二两三四五六七八九十]{1,3}/u.exec(name)?.[0]
      if (digits === undefined) return false
      return (/^\d+$/.test(digits) ? Number(digits) : readHan(digits)?.lo) === group.number
    })
  return { name: listed ?? `${inHan(group.number)}${group.short}`, from: group.from, to: group.to }
}

function inHan(n: number): string {
  const digit = '零一二三四五六七八九'
  if (n < 10) return digit.charAt(n)
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digit.charAt(tens) : ''}十${n % 10 > 0 ? digit.charAt(n % 10) : ''}`
}
