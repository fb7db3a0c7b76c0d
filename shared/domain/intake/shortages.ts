import type { SaidText } from './caller.ts'
import { findAll } from './matches.ts'
import { SUPPLY, THING } from './supplies.ts'

const NAMED = '(?:退烧|感冒|消炎|救命|降压|备用|应急|干净|大|小|厚|热)'
const list = (thing: string) => `${NAMED}?${thing}(?:(?:、|和|跟|与|还有)${NAMED}?${thing})*`
const JUST = '(?:也|都|又|还|已经?|就|现在|严重|实在|根本|完全|全|快|明显|要)*'

/** Said to be short, used up or waited for: 绳子和救生衣不够, 院里没血清, 四个卧床的等担架. The first of each is cheap to look for. */
const SHORT: readonly (readonly [hint: RegExp, RegExp])[] = [
  [
    /不够|不足|缺|紧张|告急/u,
    new RegExp(
      `(?<![人电话])(?<thing>(?!人手|人员|力量)${list(THING)})${JUST}(?:不够(?!宽|高|深|长|大)|不足|缺得|缺着|紧缺|奇缺|紧张|告急|短缺)`,
      'gu',
    ),
  ],
  [
    /光|完|没|见底|不上/u,
    new RegExp(
      `(?<thing>${list(SUPPLY)})${JUST}(?:用完|用光|用没|打光|喝光|烧光|吃完|吃光|见底|没得了?(?=$|[,.;])|没有了?(?=$|[,.;])|没了(?=$|[,.;])|没剩|跟不上|接不上)`,
      'gu',
    ),
  ],
  [
    /没/u,
    new RegExp(`(?<![就也还])没(?:有|得)?(?<thing>(?!吃的|喝的)${list(SUPPLY)})(?:了|可用|用)?(?=$|[,.;!])`, 'gu'),
  ],
  [
    /等/u,
    new RegExp(
      `(?:在|都|正)?等(?:着用?|用)?(?<thing>${NAMED}?(?:担架|直升机|吊车|抽水机|发电机|冲锋舟|${SUPPLY}))(?=$|[,.;!])`,
      'gu',
    ),
  ],
  [/等/u, new RegExp(`(?:等着?用|急等|等着要)(?<thing>${list(THING)})`, 'gu')],
  // 救护车要快, 挖机赶紧来.
  [
    /快|赶|时候|好久|几时/u,
    /(?<thing>救护车|消防车|挖机|铲车|吊车|拖车|清障车|冲锋舟|直升机|救援队|担架)(?:要|得|能不能)?(?:快(?:点|些)?|赶紧|赶快|尽快|[啥什]么?时候|好久|几时)(?:一?点|些|能|才能|可以)?(?:过来|来|到|派来|上来)?(?=$|[,.;!?])/gu,
  ],
]

/** What is short, as it is named, from left to right. */
export function findShortages(text: string): readonly SaidText[] {
  return SHORT.filter(([hint]) => hint.test(text))
    .flatMap(([, pattern]) =>
      findAll(text, pattern).flatMap(({ index, 0: said, groups }) => {
        const thing = groups?.thing ?? ''
        const from = index + said.indexOf(thing)
        return [{ text: thing, from, to: from + thing.length }]
      }),
    )
    .sort((a, b) => a.from - b.from)
}
