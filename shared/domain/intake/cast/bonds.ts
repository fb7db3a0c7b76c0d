import type { Told } from './fates.ts'
import type { Mention } from './mentions.ts'

/** Of one clause: what is told of whom, and what of nobody named in it. */
export interface Bonds {
  readonly of: ReadonlyMap<Mention, readonly Told[]>
  readonly loose: readonly Told[]
}

/** Between a word of fate and those it befalls: 埋了三个, 擦破皮的五个. */
const OBJECT =
  /^(?:了|着|过|到|住|起|中|倒|伤|死|掉|出来?|上来|的|得|有|是|为|共|约|一共|至少|只|就|里面|下面|底下|人员|人数|:|来|去|走|我们|咱们|村里?|路过的|旁边的|者|员|邻居|群众|村民|学生|工人|路人|游客|老人|乘客|职工|师生|娃[儿娃]?|孩子|小孩|大人|老师|员工|社员|病人|里头|一家|□+|目前|现在|眼下|已经|已|总共|又|多|新增|增加|增)*$/u
/** 困在房顶上的四个人. */
const RELATIVE = /^[^,.;:!?、　]{0,14}的(?:(?:那|这)?[个名位]?|[^,.;:!?、　]{0,4}(?:有|共|是))$/u
const FROM = /^[了着到]?(?![^,.;]*[房屋车门窗墙树牛羊猪狗桥路电货店棚])\p{Script=Han}{1,4}$/u
const SEEKING = /(?:去|来|在|帮忙|帮着|进山|上山|下水|下去)(?:找|寻|搜|搜寻|搜救|寻找|营救|救援|救|背|抬|接)$/u
const DIRECT = /^(?:被|都|全|已经?|也|还|就|又|当场|不幸|先后|人|的|了|是)*$/u

export function bond(text: string, mentions: readonly Mention[], fates: readonly Told[]): Bonds {
  const items = [
    ...mentions.map((mention) => ({ at: mention.from, mention, fate: undefined })),
    ...fates.map((fate) => ({ at: fate.from, mention: undefined, fate })),
  ].sort((a, b) => a.at - b.at)
  const of = new Map<Mention, Told[]>()
  const loose: Told[] = []
  let before: Mention | undefined
  for (const [i, { mention, fate }] of items.entries()) {
    if (mention) {
      before = mention
      continue
    }
    const next = items[i + 1]?.mention
    const then = items[i + 2]?.fate
    const gap = next ? text.slice(fate.to, next.from) : undefined
    // 3死5伤: each number goes with the word after it.
    const paired =
      before &&
      !of.has(before) &&
      DIRECT.test(text.slice(before.to, fate.from)) &&
      next &&
      then &&
      then.from - next.to <= 6
    // 碗摔了几个: things fall, too.
    const limb = next && /^的(?:手|脚|腿|胳膊|头|脸|腰|背)/u.test(text.slice(next.to))
    const loosely =
      fate.wants &&
      !limb &&
      /^[摔烧炸刮打倒电热]/u.test(fate.word) &&
      next?.bare &&
      !/(?:^|[,.;、]|一共|共|又|也|连)$/u.test(text.slice(0, fate.from))
    // 绞了大圩一个女工的手: where she is from stands between.
    const placed = fate.wants && next && !next.bare && then === undefined && FROM.test(gap ?? '')
    const isObject =
      placed ||
      (!loosely && next && gap !== undefined && (OBJECT.test(gap) || (!before && RELATIVE.test(gap))) && !paired)
    // 把他孙子蜇了.
    const handled =
      before &&
      /[把将]$/u.test(text.slice(0, before.from)) &&
      /^(?:也|都|又|给)?$/u.test(text.slice(before.to, fate.from))
    // 三个民警去找走失的老人: it befell whom they look for.
    const sought = before && SEEKING.test(text.slice(before.to, fate.from))
    const whom = isObject ? next : (fate.wants && !handled) || sought ? undefined : before
    if (!whom) loose.push(fate)
    else of.set(whom, [...(of.get(whom) ?? []), fate])
  }
  return { of, loose }
}
