import { claimOf, earlierOf, lastThree } from './around.ts'
import type { Claim, LineFigure } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { readArea } from './fields.ts'
import { isHouseholdDamaged } from './households.ts'
import { readLivestock } from './livestock.ts'
import { roomField } from './rooms.ts'

/** Rooms, households, fields, burned ground and beasts. `fire`: the line is about a fire outdoors. */
export function readThings(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  fire: boolean,
): readonly Claim[] {
  const beasts = readLivestock(text, clauses, numbers)
  const things = numbers.flatMap((number): readonly Claim[] => {
    const clause = clauses.findIndex(({ from, to }) => number.from >= from && number.from < to)
    const around = clauses[clause]
    if (!around) return []
    const here = text.slice(around.from, around.to)
    const before = text.slice(around.from, number.from)
    const after = text.slice(number.to, around.to)
    const earlier = earlierOf(text, clauses, clause)
    // 倒了十七间,三组十间,四组七间: parts of what was said.
    const byGroup =
      number.counts === 'room' &&
      /^[^,.;]{0,6}[组社队村](?:也|又|都)?(?:倒塌|[倒塌垮裂])?了?$/u.test(before) &&
      after === ''
    const part = byGroup || /其中/u.test(before)
    // 一家三间,一家两间: told house by house.
    const each = /一[家户]$/u.test(before)
    // 今早又倒两间.
    const again = /(?:又|再|另外|还有)[^,.;]{0,4}$/u.test(before) || /^的[^,.;]{0,4}也/u.test(after)
    // 前街四户后街三户都进了水.
    const beside = numbers.some(
      ({ counts, from, to }) => counts === 'household' && from >= around.from && to <= number.from,
    )
    switch (number.counts) {
      case 'room':
        return asClaims(number, roomField(before, after, earlier), {
          part,
          more: each || byGroup || again,
          kind: /严重|重损/u.test(here) ? 'severe' : /一般|轻微|轻度/u.test(here) ? 'slight' : '',
        })
      case 'household':
        return isHouseholdDamaged({
          one: /^一[家户]/u.test(text.slice(number.from, number.to)),
          here,
          before,
          after,
          earlier: lastThree(text, clauses, clause),
          next: text.slice(clauses[clause + 1]?.from ?? text.length, clauses[clause + 1]?.to),
        })
          ? asClaims(number, 'householdsDamaged', {
              part,
              more: again || (beside && !/[其当]中|里头?面?有/u.test(before)),
            })
          : []
      case 'area':
        return readArea(number, { here, before, after, earlier: lastThree(text, clauses, clause), fire, part })
      default:
        return []
    }
  })
  return [...things, ...beasts]
}

function asClaims(
  number: Corrected,
  field: LineFigure | undefined,
  { part, more = false, kind = '' }: { readonly part: boolean; readonly more?: boolean; readonly kind?: string },
): readonly Claim[] {
  return field ? [{ ...claimOf(number, field, part, more), kind }] : []
}
