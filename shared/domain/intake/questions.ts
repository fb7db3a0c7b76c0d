import type { Clause } from './clauses.ts'

const CALLS =
  '(?:值班室?|值班员|办公室|指挥中心|大队|中队|中心|急诊科?|的?(?:人|同志|医生|大夫|护士)?)(?:(?!问)\\p{Script=Han}{1,3}(?=来电|打来|电话|打电|问))?(?:刚才|刚刚|刚|又|再)?(?:来电话?|来话|打电话来?|打来电话|打过来|打来|打的?|电话|来人|电|来)?'
const ASK = '(?:追问|询问|打听|核实|问)(?!题|候)'
const who = (names: string) =>
  new RegExp(`^(?:喂,?|你好,?)?(?:刚才|刚刚|刚)?(?:${names})${CALLS}(?:$|[,:]|(?=${ASK}|催))`, 'u')

/** Who counts from afar: what it says of figures it asks. */
const ABOVE = who(
  '[县市省](?!道|城|场|民(?!政)|际|界)(?![^,.;:]{0,8}医院)[^,.;:问]{0,8}?(?:局|办|室|指|部|委|里|上|府|站|组)|应急局|防汛办|防[指办]|总值班室|(?:县|市|省)?疾控|(?:县|市)?卫健[局委]|[^,.;:问]{0,6}(?:记者|电视台|报社|日报|晚报)',
)
/** Who also brings news: 派出所打来,打架伤了几个,正在送医院. */
const BESIDE = who(
  '1(?:10|19|20|22)|[^,.;:问]{0,4}(?:医院|卫生院|急救中心|急救站|派出所|公安局?|刑警队?|交警队?|消防队?|消防站|保险公司|家属|亲戚|老乡|民政所?)',
)
const ASKING = new RegExp(ASK, 'u')
const TOLD = /(?<!也|又|没|不)(?:说(?!不|是问)|讲|通报|转来|转的|接报|称|告诉)/u
const ORDERS = /(?:叫|让|派|请)(?:我们|你们|镇里|人)?(?:马上|赶紧|快)?[去救来接]/u
const ANSWERED = /^(?:我们?|咱们?|村里|镇里)?(?:已经?)?(?:回|答复?|说|报|告诉)(?!一下|过来|上来|个)/u
const HOW_MANY =
  /(?<![好这那各十百千第周初])几(?:个(?!小时|钟|月|星期|礼拜|村|组|镇|乡|点|地方|部门|单位|路口)|[人户间名位栋口头亩家]|$)|多少[个人户间名位头]|[死伤埋困]了?多少|(?<!还)[了到来完人走去]没有?$/u
const ANOTHER =
  /哪(?!怕)|谁(?!都|也)|[什啥]么?时候|几时|几楼|多久|怎么样|咋样|重不重|有没有(?![^,.;]{0,2}车)|到底|究竟|是不是|多少|[了到来完去]没有$/u
/** 伤员几个, 几户没转, 死了几个: nobody tells it in these words who knows. */
const PLAIN =
  /(?:员|者|人|的|生)(?:一共|共|有)?几[个名位](?:人)?$|^(?:现在|目前|一共)?几[个户人间名位]|(?:死|失踪|失联)了?几|几[个名位][^,.;]{1,4}几[个名位]/u
const HURT = /(?:伤员|伤者|死者|病人)(?:一共|共|有)?几[个名位]人?$/u
const WHERE = /^(?:都|准备|要|现在|人)?(?:送|拉|抬|在|往|去)(?:到|去|往|了)?哪|^(?:伤得?|情况)?重不重|^谁|^什么情况/u

/**
 * Clauses in which one who calls for figures asks: 120打来问,伤员几个,送到哪. What is asked counts nobody.
 * Only of a caller who does not stand where it happened, for 伤了几个 of a villager tells.
 */
export function findQuestions(text: string, clauses: readonly Clause[]): ReadonlySet<Clause> {
  if (!/几|多少|没/u.test(text)) return new Set()
  const said = clauses.map(({ from, to }) => text.slice(from, to))
  const above = ABOVE.test(text)
  if (!above && !BESIDE.test(text)) {
    const hurt = said.findIndex((one, i) => HURT.test(one) && WHERE.test(said[i + 1] ?? ''))
    return new Set(clauses.slice(hurt, hurt + 1))
  }
  const answer = said.findIndex((one, i) => i > 0 && ANSWERED.test(one))
  const told = said.findIndex((one, i) => TOLD.test(one) && i !== answer)
  const asks = said.findIndex((one, i) => ASKING.test(one) && i >= told)
  const orders = said.some((one) => ORDERS.test(one))
  return new Set(
    clauses.filter((_, i) => {
      const one = said[i] ?? ''
      if (!HOW_MANY.test(one) || (answer > 0 && i >= answer)) return false
      if (asks >= 0) return i >= asks
      if (orders || (told >= 0 && i >= told)) return false
      return above || PLAIN.test(one) || said.some((other, at) => at !== i && ANOTHER.test(other))
    }),
  )
}
