import { type Claim, type LineFigure, times } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { Corrected } from './corrections.ts'
import { ANIMAL_NOUN, CROP_NOUN } from './nouns.ts'

/** Mu to the hectare, for burned area; fields go the other way. */
const MU_PER_HECTARE = 15

const COLLAPSED =
  /倒塌|压房|压了房|倒房|塌房|垮房|毁房|全倒|倒了|倒掉|垮塌|垮了|垮掉|塌了|塌掉|坍塌|倾倒|[冲压震砸烧炸推刮]毁|[冲压震砸挤刮]垮|[冲压震砸刮]倒|[震砸压烧泡冲淹刮炸]塌|烧光|烧没|毁了|埋了|被埋|掩埋|冲走|冲没|冲跑|损毁|倒(?=\d|[一二两三四五六七八九十几])|塌(?=\d|[一二两三四五六七八九十几])|垮(?=\d|[一二两三四五六七八九十几])|(?:都|全|也)[倒塌垮]/u
const DAMAGED =
  /受损|损坏|破损|裂缝|开裂|裂开|[震崩拉]裂|裂了|裂(?=\d|[一二两三四五六七八九十几])|进了?(?:点|些)?水|灌了?水|[冲灌涌漫淌倒]进|漏雨|漏水|被淹|受淹|淹了|淹没|水淹|过了?水|掀[了翻掉开]|揭[了顶]|[震砸刮打泡烧压冲]坏|砸[穿烂破]|歪了|倾斜|变形|掉瓦|瓦(?:被|都)|遭淹|受到损|浸水|进泥|淤/u
const HURT_FIELD =
  /受灾|成灾|绝收|受淹|淹|泡|冲|毁|倒伏|打坏|打烂|砸|旱|枯|冻|减产|倒了|[干旱病蔫晒]死|受害|受旱|埋|刮|没收成|吃|受损|损失|遭|烧/u
const BURNED = /过火|烧|火场|着火|起火|燃|明火|火势|火灾|火线|林地|山林|林子|荒坡|草坡|草场|林/u
const NO_FIELD = /鱼塘|水面|水塘|水库|占地|建筑|承包|流转|种了|种植面积|总面积|共有耕地/u
const PERISHED =
  /死|冲走|冲跑|卷走|淹|压|砸|烧|埋|丢|失|没了|不见|损失|跑了|冲|毒|电|冻|走失|遇难|没跑出来|扑杀|病|受困|困/u

/** Rooms, households, fields, burned ground and beasts. `fire`: the line is about a fire outdoors. */
export function readThings(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  fire: boolean,
): readonly Claim[] {
  return numbers.flatMap((number): readonly Claim[] => {
    const clause = clauses.findIndex(({ from, to }) => number.from >= from && number.from < to)
    const around = clauses[clause]
    if (!around) return []
    const here = text.slice(around.from, around.to)
    const before = text.slice(around.from, number.from)
    const after = text.slice(number.to, around.to)
    const earlier = earlierOf(text, clauses, clause)
    // 倒了十七间,三组十间,四组七间: parts of what was said.
    const byGroup = number.counts === 'room' && /^[^,.;]{0,6}[组社队村]$/u.test(before) && after === ''
    const part = byGroup || /其中/u.test(before)
    // 一家三间,一家两间: told house by house.
    const each = /一[家户]$/u.test(before)
    switch (number.counts) {
      case 'room':
        return asClaims(number, roomField(before, after, earlier), {
          part,
          more: each || byGroup,
          kind: /严重|重损/u.test(here) ? 'severe' : /一般|轻微|轻度/u.test(here) ? 'slight' : '',
        })
      case 'household':
        return isHouseholdDamaged(here, before, after, earlier) ? asClaims(number, 'householdsDamaged', { part }) : []
      case 'area':
        return readArea(number, { here, before, after, earlier, fire, part })
      case 'animal':
        return PERISHED.test(here) || (PERISHED.test(earlier) && new RegExp(ANIMAL_NOUN, 'u').test(earlier + here))
          ? denied(before + after)
            ? []
            : [{ ...claimOf(number, 'livestock', part), more: true }]
          : []
      default:
        return []
    }
  })
}

/** The clause before; of a list, with what leads it: 冲走了,母猪一头、小猪十一头. */
function earlierOf(text: string, clauses: readonly Clause[], at: number): string {
  const last = clauses[at - 1]
  let first = at - 1
  while (first > 0 && text.charAt(clauses[first]?.to ?? 0) === '、') first -= 1
  return last ? text.slice(clauses[first]?.from, last.to) : ''
}

function denied(said: string): boolean {
  return /没[死淹冲丢压埋]|没有[死淹冲]|未死/u.test(said)
}

/** The verb nearest to the number decides; a clause that only counts goes with the verb before it. */
function roomField(before: string, after: string, earlier: string): LineFigure | undefined {
  const near: readonly [string, boolean][] = [
    [before.slice(-12), true],
    [after.slice(0, 10), false],
    [earlier.slice(-10), true],
  ]
  const places = near.flatMap(([said, last], order) =>
    (
      [
        ['roomsCollapsed', COLLAPSED],
        ['roomsDamaged', DAMAGED],
      ] as const
    ).flatMap(([field, pattern]) => {
      const matches = [...said.matchAll(new RegExp(pattern, 'gu'))]
      const match = last ? matches.at(-1) : matches[0]
      if (!match) return []
      const distance = last ? said.length - match.index - match[0].length : match.index
      return [{ field, distance: distance + order * 3 + (order === 2 ? 20 : 0) }]
    }),
  )
  return places.sort((a, b) => a.distance - b.distance)[0]?.field
}

const NO_HOUSE = /电视|电器|冰箱|家电|转移|撤|不肯|不走|拒|停电|停水|断电|受灾|饮水/u
const HOUSE = /房|屋|家|墙|院|进了?(?:点|些)?水|灌|淹|受损|损坏|过水|掀|裂/u

function isHouseholdDamaged(here: string, before: string, after: string, earlier: string): boolean {
  if (NO_HOUSE.test(here)) return false
  // 损坏11户30间: the households of those rooms, unless they fell.
  if (/^[\d一二两三四五六七八九十百几]+(?:余|多)?间/u.test(after))
    return roomField(before, after, earlier) === 'roomsDamaged'
  if (DAMAGED.test(here)) return HOUSE.test(here)
  // 房屋进水,涉及6户.
  return (
    /^(?:共|共计|一共|涉及|波及|影响|大概|大约|约|有)*$/u.test(before) &&
    after === '' &&
    DAMAGED.test(earlier) &&
    HOUSE.test(earlier) &&
    !NO_HOUSE.test(earlier)
  )
}

interface Around {
  readonly here: string
  readonly before: string
  readonly after: string
  readonly earlier: string
  readonly fire: boolean
  readonly part: boolean
}

function readArea(number: Corrected, around: Around): readonly Claim[] {
  const { here, before, after, earlier, fire, part } = around
  const mu = inMu(number)
  if (!mu || NO_FIELD.test(here)) return []
  const counts =
    /^(?:少说|也|有|大概|大约|一共|总共|共|估计|至少|得|怕|可能|起码|差不多)*$/u.test(before) && after.length < 3
  const crop = CROP_NOUN.test(here) || (counts && CROP_NOUN.test(earlier))
  const burned = BURNED.test(here) || (fire && !crop) || (!crop && BURNED.test(earlier) && /面积/u.test(here))
  if (burned && !crop && /灭|扑|过火|烧|面积|火|着|燃/u.test(`${here}${earlier}`)) {
    const claim = claimOf(number, 'burnedHectares', part, /又|另外|还有|再/u.test(before))
    return [{ ...claim, amount: times(mu, 1 / MU_PER_HECTARE) }]
  }
  if (!crop && !HURT_FIELD.test(here)) return []
  if (crop && !HURT_FIELD.test(here) && !HURT_FIELD.test(earlier)) return []
  // 成灾 and 绝收 are parts of 受灾.
  const within = /成灾|绝收/u.test(before.slice(-8)) || /^[^,]{0,4}(?:成灾|绝收)/u.test(after)
  const listed = /^(?:、|,|和|及)?$/u.test(before) || crop
  return [{ ...claimOf(number, 'cropsMu', part || within), amount: mu, more: listed }]
}

function inMu({ amount, unit }: Corrected) {
  switch (unit) {
    case '亩':
      return amount
    case '公顷':
    case 'hm²':
      return times(amount, MU_PER_HECTARE)
    case '平方公里':
    case 'km²':
      return times(amount, 1500)
    default:
      return times(amount, 0.0015)
  }
}

function claimOf(number: Corrected, field: LineFigure, part: boolean, more = false): Claim {
  const { from, to } = number.said ?? number
  return { field, amount: number.amount, from, to, kind: '', part, more, left: false }
}

function asClaims(
  number: Corrected,
  field: LineFigure | undefined,
  { part, more = false, kind = '' }: { readonly part: boolean; readonly more?: boolean; readonly kind?: string },
): readonly Claim[] {
  return field ? [{ ...claimOf(number, field, part, more), kind }] : []
}
