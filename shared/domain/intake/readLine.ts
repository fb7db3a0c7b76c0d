import type { Amount } from '../values.ts'
import { isBareAge } from './ages.ts'
import { readCaller, type SaidText } from './caller.ts'
import { mergeCast } from './cast/merge.ts'
import { readCast } from './cast/readCast.ts'
import { type Claim, LINE_FIGURES, type LineFigure, settle } from './claims.ts'
import { findClauses, findTakenBack, isDrill, onlyReal, withoutDisputes, withoutRumours } from './clauses.ts'
import { correctQuantities, findCorrections } from './corrections.ts'
import { readDenials } from './denials.ts'
import type { Gazetteer } from './gazetteer.ts'
import { withoutHerds } from './herds.ts'
import { readHoldouts } from './holdouts.ts'
import { readType } from './incidentType.ts'
import { readMeasures } from './measures.ts'
import { readNeeds } from './needs.ts'
import { findOrders, withoutOrders } from './orders.ts'
import { readPeople } from './people.ts'
import { readPhone } from './phone.ts'
import { findVillages, readPlace } from './places.ts'
import { findPredicates, hideHarmless } from './predicates.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import { readMagnitude, readReply, readWaterLevel } from './readings.ts'
import { withoutRunaways } from './runaways.ts'
import { withoutRepeats } from './saidAgain.ts'
import { readSource } from './source.ts'
import { readThings } from './things.ts'
import { type Span, spanIn, tidy } from './tidy.ts'
import { readTime } from './times.ts'
import { isAsked, readUncounted } from './uncounted.ts'
import { untold } from './untold.ts'
import type { ReadWords } from './words.ts'
import { readZeros } from './zeros.ts'

export interface Found<Value> {
  readonly value: Value
  /** The characters it came from, in the line as typed. */
  readonly evidence: Span
}

/** What one spoken line says. What it does not say is absent. */
export interface LineReading {
  readonly type?: Found<string>
  readonly village?: Found<string> & { readonly heard: boolean }
  /** A village named that is not in the township's list; absent where a listed one is named. */
  readonly unlisted?: Found<string>
  readonly group?: Found<string>
  readonly place?: Found<string>
  /** Ms. */
  readonly at?: Found<number>
  /** By figure; null: spoken of, but nobody said how many. */
  readonly figures: { readonly [figure in LineFigure]?: Found<Amount> }
  readonly caller?: Found<string>
  readonly phone?: Found<string>
  readonly source?: Found<string>
  readonly needs?: Found<string>
  readonly measures?: Found<string>
  /** A drill: nothing in it is real. */
  readonly drill: boolean
  /** Taken back as 误报, 虚惊一场 or 谣言. */
  readonly takenBack: boolean
  /** Two statements that cannot both hold, in the order they were made. The figure holds the last. */
  readonly contradictions: readonly Contradiction[]
}

export interface Contradiction {
  readonly field: LineFigure | 'village'
  readonly said: readonly { readonly value: Amount | string; readonly evidence: Span }[]
}

export interface LineContext {
  /** Ms. */
  readonly now: number
  readonly gazetteer: Gazetteer
  readonly words: ReadWords
}

/** Nobody speaks longer in one breath; a pasted notice of ten pages must not hold up the form. The rest is kept as text, unread. */
const LONGEST = 4000

/** Reads one line of free text as spoken on the telephone. Pure; the same line and context give the same reading. */
export function readLine(original: string, { now, gazetteer, words }: LineContext): LineReading {
  const line = tidy(original.slice(0, LONGEST))
  const { text } = line
  const clauses = findClauses(text)
  const real = onlyReal(text, clauses)
  const corrections = findCorrections(text)
  const found = <Value>(value: Value, { from, to }: { from: number; to: number }): Found<Value> => ({
    value,
    evidence: spanIn(line, from, to),
  })
  const text_ = (said: SaidText | undefined) => said && found(said.text, said)
  const villages = findVillages(text, gazetteer)
  const caller = readCaller(text, villages)
  const place = readPlace(text, villages, corrections, caller, gazetteer.names.length > 0)
  // 陈刚从县里打来: his name is no word of time.
  const time = readTime(caller ? hidden(text, caller) : text, real, now, corrections)
  const source = readSource(text, words.sources, caller)
  // The weather office speaks of what is to come; that is the hazard of its call.
  const hazard = (said: string) => readType(withoutNames(said, place, caller), words)
  const foretold =
    source?.key === 'countyWeather' || (source?.key.startsWith('county') && /预计|预报|预警|未来/u.test(text))
  const type =
    (foretold && !isDrill(text) ? hazard(text) : undefined) ??
    hazard(real) ??
    (real === text ? undefined : untold(hazard(text), text))
  const fromCounty = source?.key.startsWith('county') === true
  const orders = findOrders(text, fromCounty)
  const told = withoutOrders(real, orders)
  const { figures, contradictions } = readFigures(text, told, clauses, corrections, type?.key, words, place)
  return strip({
    type: type && found(type.key, type),
    village: place.village && { ...found(place.village.village.name, place.village), heard: place.village.heard },
    unlisted: place.unlisted && found(place.unlisted.name, place.unlisted),
    group: place.group && found(place.group.name, place.group),
    place: place.place && found(place.place.name, place.place),
    at: time && found(time.at, time),
    figures: Object.fromEntries(
      figures.map(({ field, amount, from, to }) => [field, found(amount, { from, to })]),
    ) as LineReading['figures'],
    caller: text_(caller),
    phone: text_(readPhone(text)),
    source: source && found(source.key, source),
    needs: text_(readNeeds(text, clauses, fromCounty ? orders : [])),
    measures: text_(readMeasures(real.replaceAll('　', ''), findClauses(real.replaceAll('　', '')))),
    drill: isDrill(text),
    takenBack: findTakenBack(text, clauses).size > 0,
    contradictions: [
      ...contradictions.map(({ field, said }) => ({
        field,
        said: said.map((claim) => ({ value: claim.amount, evidence: spanIn(line, claim.from, claim.to) })),
      })),
      ...(place.village && place.rivals.length > 0
        ? [
            {
              field: 'village' as const,
              said: [place.village, ...place.rivals].map((one) => ({
                value: one.village.name,
                evidence: spanIn(line, one.from, one.to),
              })),
            },
          ]
        : []),
    ],
  })
}

/** 游水, 都沉了: whatever else the call is about. */
const DROWNED = /(?:溺水|落水|游泳|游水|戏水|玩水)[^.]*(?:沉|捞|没上来)|[个人]都?沉(?:了|下去)/u

const TAKEN_BACK = /更正|纠正|说错|讲错|搞错|不对/u

function readFigures(
  text: string,
  told: string,
  clauses: ReturnType<typeof findClauses>,
  corrections: ReturnType<typeof findCorrections>,
  type: string | undefined,
  words: ReadWords,
  place: ReturnType<typeof readPlace>,
) {
  const real = withoutDisputes(text, told, clauses)
  const named = place.named.map(({ from, to, village }) => ({ from, to, name: village.name }))
  const plain = withoutRepeats(withoutLasting(hideHarmless(withoutRumours(real, clauses))), clauses, named)
  const verbs = findPredicates(plain)
  const found = findQuantities(plain)
  const raw = found.filter(
    (one, i) =>
      !/(?:(?:不是|并非)(?:[^,.;]{0,6}(?:报|说|讲|统计|登记)的)?|没有?|无|零)$/u.test(plain.slice(0, one.from)) &&
      !isAsked(plain, one.from, one.to) &&
      !isBareAge(plain, one, found.slice(0, i)) &&
      !isMeasured(plain, one) &&
      !isNotOne(plain, one) &&
      !isOfName(plain, one.from, one.to, place),
  )
  const inOneClause = (a: number, b: number) =>
    clauses.some(({ from, to }) => a >= from && a < to && b >= from && b < to)
  const hasVerb = (number: Quantity) => verbs.some((verb) => inOneClause(verb.from, number.from))
  const numbers = correctQuantities(raw, corrections, hasVerb)
  const { claims: stated, uncounted } = readPeople(plain, clauses, numbers, verbs)
  // Who does not come out of the water is looked for.
  const sunk =
    (type === 'drowning' || (type !== 'waterTraffic' && DROWNED.test(plain))) &&
    !/粪|沼气|污水|窖|酒池|腌菜池/u.test(plain)
  const claimed = stated.map((one) => (sunk && one.field === 'trapped' ? { ...one, field: 'missing' as const } : one))
  const corrected =
    numbers.length < raw.length || numbers.some(({ said }) => said !== undefined) || TAKEN_BACK.test(plain)
  const cast = readCast(
    withoutNames(plain, place, undefined),
    clauses,
    numbers,
    words.cast,
    sunk || type === 'waterTraffic',
  )
  const claims = withoutHerds(withoutRunaways(mergeCast(plain, claimed, cast, corrected), plain, type), plain)
  const fire = type === 'forestFire'
  const all: readonly Claim[] = [
    ...readZeros(real, clauses),
    ...(isDrill(text) ? [] : readDenials(text, clauses, findTakenBack(text, clauses))),
    ...claims,
    ...readHoldouts(plain, clauses, verbs, claims),
    ...readUncounted(plain, uncounted),
    ...readThings(plain, clauses, numbers, fire),
    ...readMagnitude(real, numbers),
    ...readWaterLevel(real, clauses, numbers),
    ...(isDrill(text) ? [] : readReply(text)),
  ].sort((a, b) => a.from - b.from)
  const settled = LINE_FIGURES.flatMap((field) => {
    const one = settle(all.filter((claim) => claim.field === field))
    return one ? [{ field, ...one }] : []
  })
  return {
    figures: settled.map(({ field, amount, from, to }) => ({ field, amount, from, to })),
    contradictions: settled
      .filter(({ rivals }) => rivals.length > 0)
      .map(({ field, rivals }) => ({ field, said: rivals })),
  }
}

/** 困了三个,有个孕妇,困了十分钟了: how long it has lasted befalls nobody anew. */
function withoutLasting(text: string): string {
  return text.replace(
    /(?<=[,.;])(?:都|已经?|就)*[困堵卡关]了?(?:差不多|快|将近|大概|有|已经)*[\d一二两三四五六七八九十半]+(?:来|多)?个?半?(?:分钟|小时|钟头|天)多?了?(?=$|[,.;])/gu,
    (said, at: number) => (/[困堵卡关]/u.test(text.slice(0, at)) ? '　'.repeat(said.length) : said),
  )
}

/** 大人一个都没见: all of them. 一间都没倒: none of them. */
function isNotOne(text: string, { from, to }: Quantity): boolean {
  const said = text.slice(from, to)
  const next = text.slice(to)
  if (
    /^一(?:[间户家头只亩栋幢座孔匹口]|公顷)(?!人)/u.test(said) &&
    /^(?:也|都)(?:还|再)?(?:没有?|未|冇|莫得)/u.test(next)
  )
    return true
  if (/^一[间栋幢座孔]/u.test(said) && /^(?:没有?|未|冇)[倒塌垮裂坏]/u.test(next)) return true
  return (
    /^一个人?$/u.test(said) &&
    /^人?[都也](?:没有?|未|不)(?:能|再)?(?:看?见|找[到着]|联系|[救挖刨扒捞跑逃爬弄抬]|[出上]来)/u.test(next)
  )
}

const SCALE =
  /(?:[一二两三四五六七八九十\d]点|\d:|(?:[高低]压|血压|血糖|血氧|心率|心跳|脉搏|体温|气温|温度|水温|度数|酒精|分机|尾号|编号|工号|房号|单号)[^,.;]{0,3}|[烧热]到)$/u

/** 十一点四十,路边的摩托也没了; 血压二百二,人昏倒了: minutes, and what is measured without a unit, count nobody. */
function isMeasured(text: string, { counts, from }: Quantity): boolean {
  return counts === 'alone' && SCALE.test(text.slice(Math.max(0, from - 6), from))
}

function hidden(text: string, { from, to }: SaidText): string {
  return text.slice(0, from) + '□'.repeat(to - from) + text.slice(to)
}

/** 五间房, 九亩村: the number of a village's name counts nothing; 塌了五间房 does. */
function isOfName(text: string, from: number, to: number, { named }: ReturnType<typeof readPlace>): boolean {
  return named.some(
    (one) =>
      !one.heard &&
      from >= one.from &&
      to <= one.to &&
      !/[倒塌垮烧淹压埋毁裂砸冲](?:了|掉|坏)?$/u.test(text.slice(0, from)),
  )
}

/** A place that takes people in, and the ride of who brings the news, are none of the matter: 转到小学去了, 骑摩托出来报信. */
const BESIDE =
  /[熊牛马](?=大[爹爷妈娘伯叔婶嫂哥姐]|支书|书记|主任|会计|老师|医生|师傅|校长|[村队组社]长|经理|老板|老汉|奶奶|爷爷|婆婆)|手机[^,.;]{0,4}没电|危房(?:改造|鉴定|补助)|(?<=(?:[转撤搬躲住迁]|转移|安置|安顿|疏散|集中|接)(?:到|去|至|在|进|往)(?:了)?(?:镇|乡|村|县)?(?:里|上)?(?:的)?)(?:中心)?(?:学校|小学|中学|幼儿园|教室)|(?:学校|小学|中学)(?:里|那边)?(?=(?:里|已经?|现在|还)*(?:安置|收留|住着?|住进|接收)了?[^,.;]{0,6}(?:群众|村民|人|户|灾民))|[骑开坐搭][^,.;]{1,5}?(?:[出过跑赶]?来|[上到去]镇[上里]?)(?:报信|报的?|送信|求救|求援|说)/gu

/** 石门, 龙潭 and 桥头 are names here and tell nothing of what happened; 掉进新塘村的水塘 still goes together. */
function withoutNames(
  said: string,
  { village, rivals, named }: ReturnType<typeof readPlace>,
  caller: SaidText | undefined,
): string {
  const real = said.replace(BESIDE, (word) => '　'.repeat(word.length))
  const written = named.filter(({ heard, inside }) => !heard && !inside)
  return [...(village ? [village] : []), ...rivals, ...written, ...(caller ? [caller] : [])].reduce(
    (left, { from, to }) => left.slice(0, from) + '□'.repeat(to - from) + left.slice(to),
    real,
  )
}

function strip<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T
}
