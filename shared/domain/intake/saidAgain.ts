import type { Clause } from './clauses.ts'
import { readHan } from './hanNumber.ts'
import { findStatements, OUT, type Statement } from './statements.ts'

interface Place {
  readonly village: string
  readonly group: string
  readonly time: string
}

interface Known extends Statement {
  readonly at: number
  readonly place: Place
}

/** Nothing can be said twice without two of these. */
const HARM =
  /死|亡|遇难|身亡|丧生|罹难|失踪|失联|走失|走丢|联系|下落|不见|[找上出下]不|没[找上出下]|[冲卷]走|困|埋|压|卡|伤|晕|昏|掉|落|中毒|中暑|[砸撞摔咬蜇烫烧电]|找到|救|捞|挖/gu
const NUMERAL = /\d+|[一二两三四五六七八九十百俩仨]+/gu
const ANNOUNCED = /真的|确实|重复|再[说讲报]|没错|[说讲]|俩|仨/u
/** Another scene: what follows may well be of others. */
const ELSEWHERE =
  /[村组社队寨湾坪坝沟屯庄厂矿井店校院]|[那这]边|隔壁|邻|对[门面岸]|\p{Script=Han}家|[上下前后里外]面|[里外前后]头|[东西南北]|另|其他|别|第[一二三四五六七八九十\d]|[辆艘栋]|车|船|楼|后来|随后|接着|之后|然后|一会/u
const ONE_OF = /^有?[一1][个名位](?!人)/u
const PERSON = /^(?:老人|老[头汉太]|小孩|孩子|娃[儿娃]?|学生|男的|女的|大人|司机|工人|村民|游客|妇女|小伙子?)$/u
const OURS = /[我他她你咱俺这那自]/u
const CLINIC = /医院|卫生院/u

/** Blanks, in equal length, what the line says of people a second time: 死了两个人,真的死了两个人 are two. */
export function withoutRepeats(
  text: string,
  clauses: readonly Clause[],
  villages: readonly { readonly from: number; readonly to: number; readonly name: string }[],
): string {
  if ((text.match(HARM)?.length ?? 0) < 2 || !(hasOneTwice(text) || ANNOUNCED.test(text))) return text
  const pasted = findPasted(text, clauses)
  const single = pasted.length === 0 ? clauses : clauses.filter((one) => !pasted.includes(one))
  const again = findAgain(text, findStatements(text, single, villages))
  return [...pasted, ...again].reduce(
    (left, { from, to }) => left.slice(0, from) + '　'.repeat(to - from) + left.slice(to),
    text,
  )
}

function hasOneTwice(text: string): boolean {
  const numbers = text.match(NUMERAL) ?? []
  return new Set(numbers.map((one) => (/^\d/u.test(one) ? one : `${readHan(one)?.lo}`))).size < numbers.length
}

/** A text that was pasted more than once: every clause of it follows again in its order. */
function findPasted(text: string, clauses: readonly Clause[]): readonly Clause[] {
  const said = clauses.map(({ from, to }) => text.slice(from, to))
  if (new Set(said).size === said.length) return []
  const pasted = new Set<Clause>()
  for (let period = 2; period * 2 <= said.length; period++) {
    let run = 0
    for (let i = period; i <= said.length; i++) {
      if (i < said.length && said[i] === said[i - period]) run += 1
      else {
        if (run >= period) for (const one of clauses.slice(i - run, i)) pasted.add(one)
        run = 0
      }
    }
  }
  return [...pasted]
}

function findAgain(text: string, statements: readonly Statement[]): readonly Statement[] {
  const again: Statement[] = []
  const known: Known[] = []
  let place: Place = { village: '', group: '', time: '' }
  let announced: Statement['again']
  let added = false
  // Of the last clause that tells of anything else, and of the last that leads elsewhere.
  let other = -1
  let away = -1
  for (const [at, one] of statements.entries()) {
    place = {
      village: one.villages.at(-1) ?? place.village,
      group: one.groups.at(-1) ?? (one.villages.length > 0 ? '' : place.group),
      time: one.times.at(-1) ?? place.time,
    }
    if (one.figures.length === 0) {
      announced = one.again ?? (one.rest === '' ? announced : undefined)
      added = one.more && one.rest.length <= 4
      if (one.rest === '' || added) continue
      other = at
      if (ELSEWHERE.test(one.rest)) away = at
      continue
    }
    const next: Known = { ...one, at, place, again: one.again ?? announced }
    const firsts = one.figures.map((figure, i) =>
      known.findLast((first) => {
        const j = first.figures.indexOf(figure)
        return (
          j >= 0 &&
          !isChanged(known, first, figure, place) &&
          isSame(text, first, next, [first.how[j] ?? '', one.how[i] ?? ''], { other, away })
        )
      }),
    )
    if (!added && !one.more && firsts.every((first) => first !== undefined)) {
      const [first] = firsts
      // 可能死了两个,确认死了两个: the second is the one that holds.
      if (first?.hedged && !one.hedged && first.figures.length === one.figures.length) {
        again.push(first)
        known.push(next)
      } else again.push(one)
    } else {
      known.push(next)
      if (one.rest !== '') other = at
      if (ELSEWHERE.test(one.rest)) away = at
    }
    announced = undefined
    added = false
  }
  return again
}

/** Whether the second tells of the same people as the first. */
function isSame(
  text: string,
  first: Known,
  second: Known,
  [how, howAgain]: readonly [string, string],
  { other, away }: { readonly other: number; readonly away: number },
): boolean {
  const { again, rest } = second
  const said = text.slice(second.from, second.to)
  if (!isOfOnePlace(first, second)) return false
  // 挖出来一个,挖出来一个: one after the other.
  if (again === undefined && (ONE_OF.test(said) || second.figures.some((one) => one.startsWith(OUT)))) return false
  if (how !== howAgain && how !== '' && howAgain !== '' && again === undefined) return false
  // 县医院说死了一个,镇卫生院说死了一个: each of its own.
  if (CLINIC.test(second.teller) && CLINIC.test(text.slice(0, first.to))) return false
  if (rest !== '' && rest !== first.rest) {
    const known = text.slice(0, first.from).includes(rest) && first.rest === ''
    if (again === undefined || OURS.test(rest) || !(known || (PERSON.test(rest) && first.rest === ''))) return false
  }
  // 他说他家死了一个,老李说他家死了一个.
  if (again !== 'repeated' && OURS.test(rest)) return false
  if (again === 'repeated') return true
  const whole = said === text.slice(first.from, first.to) && said.length > 5 && second.villages.length > 0
  return whole || (again === 'told' ? away <= first.at : other <= first.at)
}

/** 死两个,死三个,死两个: the last is said against the second, and holds. */
function isChanged(known: readonly Known[], first: Known, figure: string, place: Place): boolean {
  const [fate] = figure.split(' ')
  return known.some(
    (one) =>
      one.at > first.at &&
      !one.more &&
      one.place.village === place.village &&
      one.place.group === place.group &&
      one.figures.some((other) => other !== figure && / \d/u.test(other) && other.split(' ')[0] === fate),
  )
}

function isOfOnePlace({ place: a }: Known, { place: b, again }: Known): boolean {
  if (a.village === b.village && a.group === b.group && a.time === b.time) return true
  // 死了两个,老王说桥头村死了两个: where, is said only now.
  const none = a.village === '' && a.group === '' && a.time === b.time
  const unsaid = (was: string, is: string) => was === is || was === ''
  return (
    (again === 'told' && none) ||
    (again === 'repeated' && unsaid(a.village, b.village) && unsaid(a.group, b.group) && a.time === b.time)
  )
}
