import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'
import type { Group } from './scene.ts'

/** One person of whom nothing is known yet. */
export const SOMEBODY: Mention = {
  from: 0,
  to: 0,
  amount: { n: 1 },
  bare: false,
  among: false,
  graded: false,
  also: false,
  rest: false,
  last: false,
  body: false,
  names: [],
  family: false,
  foreign: false,
  kin: false,
  within: false,
  definite: false,
  ordinal: 0,
}

const FAR = /[上进登爬]山|采[药菌蘑笋]|砍柴|放[牛羊]/u

const REVIVED = /心肺复苏|按压|人工呼吸|正?在(?:抢救|急救|按)/u
const GIVEN_UP = /无效|没(?:有)?(?:能)?(?:抢)?救[过活回]|宣布|不治|死亡/u

/** What the words mean where it happened: 没上来 in water and 没下来 from the hills are of people looked for. */
export function turned(text: string, one: Told, water: boolean): Told {
  if (one.fate === 'dead' && /呼吸|心跳|体征/u.test(one.word) && REVIVED.test(text) && !GIVEN_UP.test(text))
    return { ...one, fate: 'injured' }
  // 里头喊得应两个,还有一个喊不应: they are where the others are.
  if (one.fate === 'injured' && /^[喊叫]不答?应$/u.test(one.word) && /[喊叫]得答?应/u.test(text))
    return { ...one, fate: 'trapped' }
  if (one.fate === 'missing' && /看不见|^没(?:看)?见$/u.test(one.word) && /埋|塌|压/u.test(text))
    return { ...one, fate: 'trapped' }
  const lost =
    (water && one.fate === 'trapped' && /没|不来|在水|在里|在下|在底/u.test(one.word)) ||
    (one.word === '没下来' && FAR.test(text))
  return lost ? { ...one, fate: 'missing' } : one
}

/** 压了一个工人的手, 压着腿了: hurt, and not pinned. */
export function limbOnly(text: string, { to }: Mention, one: Told): Told {
  if (one.fate !== 'trapped' || /^[^,.;]{0,3}(?:正?在救|出不来|动不了|还没)/u.test(text.slice(Math.max(to, one.to))))
    return one
  const limb =
    (one.to <= to && /^的(?:手|脚|腿|胳膊|头|腰|背|脸)/u.test(text.slice(to))) ||
    (/^压[着了到]$/u.test(one.word) && /^了?[左右大小]?[腿手脚]/u.test(text.slice(one.to)))
  return limb ? { ...one, fate: 'injured', body: true } : one
}

/** A fate no word of the line names: that of a body, or of those aboard what is stuck. */
export function unspoken(fate: Told['fate'], { from, to }: { readonly from: number; readonly to: number }): Told {
  return {
    from,
    to,
    word: '',
    fate,
    body: false,
    specific: false,
    wound: false,
    taken: false,
    mild: false,
    wants: false,
  }
}

/** 一共十个: takes the place of what was counted before. */
export function forget(group: Group, fate: Told['fate']): void {
  if (fate === 'dead' || fate === 'missing' || fate === 'trapped' || fate === 'injured') group[fate] = false
  for (const part of group.parts) forget(part, fate)
}
