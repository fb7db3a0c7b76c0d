import { ANIMAL_NOUN } from '../nouns.ts'

/** Of those who come to help, not of those to whom it happened. */
const COMING =
  /(?:派|出动|增派|赶来|请求|需要|急需|请|调|支援|增援|安排|组织|集结|参加|投入|叫|喊|留|(?<![下上出起过回送])来)了?[^,.;]{0,3}$/u
const HELPING = /^[^,.;]{0,4}(?:去|下来|来)(?:搜|检查|看看|帮忙|处置|支援|找(?:人|他|她|了|$|[,.;]))/u
const MORE =
  /(?:又|(?:后来|随后|接着|刚才|今天)(?:又|陆续|还|再)*)(?:来|送|增|多|有|添|倒|抬|收|接|加)[^,.;说讲报]{0,4}$/u
const HELPERS = /村?干部|民警|消防|医生|护士|志愿者|专家|辅警|领导/u
const OTHERS = new RegExp(
  `医生|护士|民警|消防|警察|家[里属长](?!发现)|屋头|邻居(?!发现)|村里|大家|其他|别的|没人|哪个|谁|${ANIMAL_NOUN}`,
  'u',
)
/** Things that are stuck or swept off as people are. */
const THINGS = /[车船房屋棚桥路墙塔杆户]|三轮|摩托|拖拉|担架|吊(?!篮)|机(?!灵)/u
/** 过漫水桥着水冲走: he, not the bridge. */
const CROSSED = /[过上走]了?[^,.;的]{0,4}[桥路]/gu
/** 医生看了, 等救护车来: says nothing of who it is about. */
const BESIDE = /^(?:医生|大夫|医院|120|救护车)[^,.;]{0,4}(?:说|看了?|讲|宣布|确认|检查)|救护车|消防车|警车|担架|车祸/gu

/** 又送来三个: they come on top of those before. */
export function isMore(head: string): boolean {
  return MORE.test(head)
}

/** Whether people with `head` before and `tail` after them in their clause come to help. */
export function comesToHelp(head: string, tail: string): boolean {
  return (COMING.test(head) || HELPING.test(tail)) && !isMore(head)
}

/** 喊了七八个人抬出来的: they did it, it did not befall them. */
export function isCalledToHelp(head: string): boolean {
  return /(?:[喊叫找请]|组织|发动)了?$/u.test(head)
}

export function isHelper(who: string): boolean {
  return HELPERS.test(who)
}

/** Whether what follows `head` in its clause is told of others than those the line is about. `moved`: of being stuck or got out only. */
export function isOfOthers(head: string, moved: boolean): boolean {
  return (
    (OTHERS.test(head) && !/人(?:都|也|还|已经?|就|却)?$/u.test(head)) ||
    (moved && THINGS.test(head.replace(CROSSED, '')))
  )
}

/** The words before what befell somebody, without those that say nothing of who it is. */
export function withoutHelp(head: string): string {
  return head.replace(BESIDE, '')
}
