import type { Clause } from './clauses.ts'
import { readHan } from './hanNumber.ts'
import { findAll } from './matches.ts'
import { ANEW, LEAD } from './tellers.ts'

/** What one stretch of the line says of people, taken apart to see whether it was said before. Places are in the tidied text. */
export interface Statement {
  readonly from: number
  readonly to: number
  /** The number and what befell as many: “dead 2”. Empty: it counts nobody. */
  readonly figures: readonly string[]
  /** 淹死, 死: how, where it is said. By figure. */
  readonly how: readonly string[]
  /** Every other word of it that says something. */
  readonly rest: string
  /** 再说一遍, 真的; 他老婆说; or nothing. */
  readonly again: 'repeated' | 'told' | undefined
  /** By whom, when it is told. */
  readonly teller: string
  readonly hedged: boolean
  /** 又, 另外, 还有. */
  readonly more: boolean
  /** Villages and groups named in it; and days and hours. */
  readonly villages: readonly string[]
  readonly groups: readonly string[]
  readonly times: readonly string[]
}

/** 死了两个人死了两个人. */
const TWICE = /([^□　]{4,14}?)(?=\1)/gu

const FATE = new RegExp(
  [
    '(?<dead>(?<deadly>[淹压砸烧撞摔电炸毒冻热打闷砍]?)死(?:亡|掉|去)?|遇难|身亡|丧生|罹难)',
    '(?<missing>失踪|失联|走失|走丢|失去联系|联系不上|下落不明|不见|没找到|找不到|(?<swept>[冲卷]走))',
    '(?<trapped>被?困[住在]?|(?<buried>被?[埋压卡关][住在着]?)|出不来|没出来)',
    '(?<ill>中毒|中暑|晕倒|昏倒|昏迷)',
    '(?<out>(?:找到|救|捞|挖|刨|扒|拉|抬|爬|跑)(?:了)?(?:[出上起](?:来|去)?)?|脱险|脱困|获救)',
    '(?<injured>(?<grade>[轻重烧烫摔砸撞炸咬]?)(?:受(?<hurt>[轻重]?))?伤|负伤)',
  ].join('|'),
  'u',
)
/** Begins what tells of people got out or found. */
export const OUT = 'out'
const NUMBER =
  /(\d+|[一二两三四五六七八九十百千几]+)(多|余|来)?(?:个人|口人|人|[个名位口])|[俩仨]人?|\d+(?!\d*[:.点号日月岁级楼组社队路])|(?<=[死伤埋困亡踪]了?)[一二两三四五六七八九十]+|[一二两三四五六七八九十]+(?=[死伤])/u
const TOKEN = new RegExp(`(?<number>${NUMBER.source})|(?<fate>${FATE.source})`, 'gu')
const HEDGE = /大概|大约|可能|好像|估计|差不多|似乎|也许|恐怕|怕是|应该|左右|约/gu
const EMPTY =
  /一共|总共|共计|合计|现在|目前|已经|当场|人员|群众|村民|就是|这里|这边|我们?(?=这|□)|有人|[了着掉有是就已共的被都在为达到计仍尚还正:　□]|人(?=死|伤|没|被)|快来人?|赶[紧快]来?人?|快点来?|救命/gu
const MORE = /又|另外|另有|另|还有|还(?=[死伤埋困压失])|再|也|加上|其他|其余|剩下?|别的|之外|除了?|其中|分别|各/u
const GROUP =
  /第?[一二三四五六七八九十\d]+(?:村民)?(?:小组|[组社队屯](?![长员]))|第?[一二三四五六七八九十\d]+[组社队](?=[长员])/gu
const TIME =
  /[昨今前]天?[早晚夜日]上?|[昨今前]天|早[上晨]|上午|中午|下午|傍晚|晚上|半夜|凌晨|夜里|[一二两三四五六七八九十\d]+(?:点|时|号|日)(?:半|[一二三四五六七八九十\d]+分?)?|\d+:\d+/gu

/** Every clause of the line as a statement, in order; one that says itself twice, in two. `villages`: where one is named. */
export function findStatements(
  text: string,
  clauses: readonly Clause[],
  villages: readonly { readonly from: number; readonly to: number; readonly name: string }[],
): readonly Statement[] {
  return clauses
    .flatMap(({ from, to }) => {
      const said = text.slice(from, to)
      const cuts = [
        ...findAll(said, ANEW)
          .filter(({ index }) => isLead(said.slice(index)))
          .map(({ index }) => from + index),
        ...findAll(said, TWICE).map(({ index, 0: word }) => from + index + word.length),
      ].sort((a, b) => a - b)
      return [from, ...cuts].map((start, i) => ({ from: start, to: cuts[i] ?? to }))
    })
    .map((stretch) => takeApart(text, stretch, villages))
}

function isLead(said: string): boolean {
  const lead = LEAD.exec(said)
  return lead?.groups?.again !== undefined || lead?.groups?.teller !== undefined
}

function takeApart(
  text: string,
  { from, to }: Clause,
  villages: readonly { readonly from: number; readonly to: number; readonly name: string }[],
): Statement {
  const named = villages.filter((one) => one.from >= from && one.to <= to)
  let said = text.slice(from, to)
  for (const one of named)
    said = said.slice(0, one.from - from) + '□'.repeat(one.to - one.from) + said.slice(one.to - from)
  said = said.replace(/□+/gu, '□')
  const groups = findAll(said, GROUP).map(({ 0: word }) => word.replace(/村民|小|第/gu, ''))
  let again: Statement['again']
  let teller = ''
  for (let lead = LEAD.exec(said.replace(/^[□　]+(?=真|确|重)/u, '')); lead && lead[0] !== ''; lead = LEAD.exec(said)) {
    again = lead.groups?.again || again === 'repeated' ? 'repeated' : 'told'
    teller += lead.groups?.teller ?? ''
    said = said.slice(said.indexOf(lead[0]) + lead[0].length)
  }
  const more = MORE.test(said)
  const times = findAll(said, TIME).map(({ 0: word }) => word)
  const plain = said.replace(GROUP, '').replace(TIME, '')
  const left = plain.replace(HEDGE, '').replace(EMPTY, '')
  const { figures, how, rest } = readTokens(left)
  return {
    from,
    to,
    figures,
    how,
    rest,
    again,
    teller,
    hedged: plain.search(HEDGE) >= 0,
    more,
    villages: named.map(({ name }) => name),
    groups,
    times,
  }
}

/** 死2人伤3人: numbers and fates by turns. Any other order counts only as its own words. */
function readTokens(said: string): Pick<Statement, 'figures' | 'how' | 'rest'> {
  const tokens = findAll(said, TOKEN)
  const rest = said.replace(TOKEN, '')
  const numbers = tokens.filter(({ groups }) => groups?.number !== undefined).map(([word]) => amountOf(word))
  const fates = tokens.flatMap(({ groups = {} }) => (groups.number === undefined ? [groups] : []))
  // 司机死了,真的司机死了.
  const [fate] = fates
  if (numbers.length === 0)
    return fate && rest !== '' && fate.out === undefined
      ? { figures: [`${fateOf(fate)} ${rest}`], how: [''], rest: said }
      : { figures: [], how: [], rest: said }
  const byTurns = tokens.every(
    ({ groups }, i) => (groups?.number === undefined) === ((tokens[0]?.groups?.number === undefined) === (i % 2 === 0)),
  )
  if (!byTurns || numbers.length !== fates.length)
    return { figures: [`${said.replace(TOKEN, '#')} ${numbers.join()}`], how: [''], rest: rest === '' ? '' : said }
  return {
    figures: fates.map((fate, i) => `${fateOf(fate)} ${numbers[i]}`),
    how: fates.map((fate) => fate.deadly || fate.swept || fate.buried?.replace(/[被住在着]/gu, '') || ''),
    rest,
  }
}

function fateOf({
  dead,
  missing,
  trapped,
  out,
  ill,
  grade,
  hurt,
}: {
  readonly [name: string]: string | undefined
}): string {
  if (dead !== undefined) return 'dead'
  if (missing !== undefined) return 'missing'
  if (out !== undefined) return OUT + out.slice(0, 1)
  if (ill !== undefined) return ill
  return trapped === undefined ? `injured${grade ?? ''}${hurt ?? ''}` : 'trapped'
}

/** 两个人, 2名 and 二人 are as many. */
function amountOf(word: string): string {
  const number = word
    .replace(/[个名位口人]+$/u, '')
    .replace('俩', '两')
    .replace('仨', '三')
  const bounds = readHan(number)
  return /^\d/u.test(number) || !bounds
    ? number
    : bounds.lo === bounds.hi
      ? `${bounds.lo}`
      : `${bounds.lo}-${bounds.hi}`
}
