import { type Around, claimOf } from './around.ts'
import { type Claim, times } from './claims.ts'
import type { Corrected } from './corrections.ts'
import { CROP_NOUN } from './nouns.ts'

/** Mu to the hectare, for burned area; fields go the other way. */
const MU_PER_HECTARE = 15

const HURT_FIELD =
  /雹|过火|受灾|成灾|绝收|受淹|淹|泡|冲|毁|倒伏|打[坏烂落掉光断]|砸|旱|枯|冻|减产|倒了|[干旱病蔫晒]死|受害|受旱|埋|刮|没收成|吃|受损|损失|遭|烧|拱|啃|踩|糟蹋|祸害|祸祸|折断|折了|吹[断倒落]|[压掉落]了|[压砸打]趴|黑了|全黑|霜|杀|发黄|黄了|烂|掀|虫|害|没了|裂|棚[^,.;]{0,4}[塌垮]|压垮|报废|全完|完了|压塌|颗粒无收|倒/u
const BURNED = /过火|烧|火场|着火|起火|燃|明火|火势|火灾|火线|林地|山林|林子|荒坡|草坡|草场|林/u
/** 葡萄棚全塌了一百二十亩: what grows under it. */
const SHED = /(?:大|[葡瓜菜果花莓药菇]\p{Script=Han}?)棚/u
const NO_FIELD = /鱼塘|水面|水塘|水库|占地|建筑|承包|流转|种了|种植面积|总面积|共有耕地/u

/** Fields hurt, in mu, and ground burned, in hectares. */
export function readArea(number: Corrected, { here, before, after, earlier, fire, part }: Around): readonly Claim[] {
  const mu = inMu(number)
  if (!mu || NO_FIELD.test(here)) return []
  // 八百四十亩: counted out by whoever it was, of the cotton spoken of before.
  const counts = !CROP_NOUN.test(here) && !BURNED.test(here) && after.length < 3
  // 小麦地着了,烧了八亩.
  const stood =
    /(?:麦|稻|玉米|苞米|谷|豆|甘蔗)(?:子|地|田)*(?:都|也|又)?(?:着|起火|失火|烧)/u.test(earlier) &&
    !/[山林坡草]/u.test(earlier + here)
  const crop = CROP_NOUN.test(here) || SHED.test(here) || stood || (counts && CROP_NOUN.test(earlier))
  const burned =
    BURNED.test(here) ||
    (fire && !crop) ||
    (!crop && BURNED.test(earlier) && (/面积/u.test(here) || (counts && !HURT_FIELD.test(before))))
  if (burned && !crop && /灭|扑|过火|烧|面积|火|着|燃/u.test(`${here}${earlier}`)) {
    const claim = claimOf(number, 'burnedHectares', part, /又|另外|还有|再/u.test(before))
    return [{ ...claim, amount: times(mu, 1 / MU_PER_HECTARE) }]
  }
  // 雹灾300亩不准,量过了是410亩: the same fields, measured anew.
  const anew =
    counts && /亩/u.test(earlier) && HURT_FIELD.test(earlier) && /^[^,.;]{0,6}(?:是|为|只有|到)$/u.test(before)
  if (!crop && !anew && !HURT_FIELD.test(here)) return []
  if (crop && !HURT_FIELD.test(here) && !HURT_FIELD.test(earlier)) return []
  // 成灾 and 绝收 are parts of 受灾.
  const within = /成灾|绝收/u.test(before.slice(-8)) || /^[^,]{0,4}(?:成灾|绝收)/u.test(after)
  // 淹了前河三十亩后河五十亩.
  const listed = /^(?:、|,|和|及)?$/u.test(before) || crop || /亩[^,.;]{0,8}$/u.test(before)
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
