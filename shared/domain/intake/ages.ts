import type { Quantity } from './quantities.ts'

/** 才四十六, 七十九: a clause that holds only an age. */
const HEAD = /(?:^|[,.;!?])(才|也才|刚|刚满|今年|今年才|虚岁|周岁|还不到|不到|快)?$/u
const END = /^(?:$|[,.;!?])/u
/** One person right before it. */
const SOMEBODY =
  /(?:小子|孩子|小孩|娃|[男女]的|[男女]生|学生|那人|老[人汉太头爷婆]|姑娘|小伙|[爷奶爹妈爸婆叔伯哥弟姐妹妻夫子女]|司机|师傅)$/u
/** 坐着坐着人就没了,七十九: of a death told of without its cause the age comes next. */
const DIED = /(?:人|[爹爷婆奶妈娘爸伯叔汉太])(?:就|已经?|都|也)*(?:没了|走了|不在了|过世了?|死了|断了?气)$/u
/** 一个八十二,一个七十九; 大的十二. */
const EACH = /(?:(?:一|那|另一|还有一?)[个位]|[大小老]的|老[大二三])(?:今年|才|刚|快|都|有)?$/u
/** 老汉摔断了腿,八十一: of one old man the age comes after what befell him. */
const OLD =
  /(?:老[汉头太爷倌妇]|老[奶大]|大[爹爷娘妈伯婶]|婆婆|爷爷|奶奶|阿[婆公]|姥[姥爷])(?!们|俩|家|两)[^,.;\d一二两三四五六七八九十]{1,8}$/u
const PEOPLE: ReadonlySet<Quantity['counts']> = new Set(['person', 'household', 'bare', 'alone', 'body'])

/** Whether a number with no unit is how old somebody is: 放牛的小子,十四,让水冲跑了. */
export function isBareAge(text: string, number: Quantity, before: readonly Quantity[]): boolean {
  const { counts, amount, from, to } = number
  if (counts !== 'alone' || !('n' in amount) || amount.n < 4 || amount.n > 105 || !END.test(text.slice(to)))
    return false
  const said = text.slice(Math.max(0, from - 20), from)
  const head = HEAD.exec(said)
  if (!head) return EACH.test(said)
  if (head[1] === undefined) {
    const earlier = said.slice(0, head.index)
    return SOMEBODY.test(earlier) || (amount.n >= 30 && (DIED.test(earlier) || OLD.test(earlier)))
  }
  // 要转五十户,才四十六: of these.
  return !before.some((one) => PEOPLE.has(one.counts) && 'n' in one.amount && one.amount.n >= amount.n)
}
