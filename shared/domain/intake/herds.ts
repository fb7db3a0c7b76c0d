import type { Claim } from './claims.ts'
import { ANIMAL_NOUN } from './nouns.ts'

const BEASTS = new RegExp(`${ANIMAL_NOUN}|[鸡鸭鹅猪羊牛兔]场|养殖|禽`, 'u')
/** Where the beasts' own sickness or their stock is told, any number without a unit is of them. */
const STOCK = /[猪鸡鸭鹅牛羊兔]瘟|非瘟|口蹄疫|蓝耳|小反刍|结节性皮肤病|存栏|出栏/u
/** More than a township loses of its people in one event, and few for a farm. */
const HERD = 50
/** 鸡场停电,热死四十: right after where they are kept, and nobody is spoken of. */
const KEPT_HERE = new RegExp(
  `(?:[猪鸡鸭鹅羊牛兔马](?:圈|场|舍|棚|栏|窝|群)|养了?${ANIMAL_NOUN})(?![^.;]*(?:[人工民娃户]|老[汉头板]|司机))[^.;]{0,12}$`,
  'u',
)
const FEW = 5
const PEOPLE = /[人名位口个]/u
const NUMBER = /[\d一二两三四五六七八九十百千几]/u

/** 养鸡场停电,热死一千二; 猪瘟,死了二十六: so many without a unit, where a farm or its stock is spoken of, are beasts. */
export function withoutHerds(claims: readonly Claim[], text: string): readonly Claim[] {
  const least = STOCK.test(text) ? 1 : HERD
  if (least === HERD && !BEASTS.test(text)) return claims
  return claims.flatMap((claim) => {
    const { field, amount, from, to } = claim
    if (
      field === 'evacuated' ||
      field === 'missing' ||
      amount === null ||
      PEOPLE.test(/^[^,.;]*/u.exec(text.slice(from, to + 1))?.[0] ?? '')
    )
      return claim
    // 猪场着火,老板烧死了: one who was told, not counted.
    if (!NUMBER.test(text.slice(from, to))) return claim
    // 猪瘟,发病三十,深埋二十: the sick, and the carcasses.
    if (field === 'injured' || field === 'trapped') return least === 1 ? [] : claim
    if (field !== 'dead') return claim
    const number = 'n' in amount ? amount.n : 'min' in amount ? amount.min : amount.about
    const kept = number >= FEW && KEPT_HERE.test(text.slice(Math.max(0, from - 24), from))
    return number >= least || kept ? { ...claim, field: 'livestock' } : claim
  })
}
