import { AFTER_BARE, ANIMAL_NOUN, NO_HOUSE_ROOM, PERSON_NOUN } from './nouns.ts'
import { startsVerb } from './predicates.ts'

/** What a number counts. `bare`: “两个” or a number alone, where only the verb tells; `thing`: nothing the form asks for. */
export type Counted =
  | 'person'
  | 'body'
  | 'household'
  | 'room'
  | 'animal'
  | 'area'
  | 'metres'
  | 'level'
  | 'minutes'
  | 'bare'
  | 'alone'
  | 'thing'

interface Unit {
  readonly counts: Counted
  readonly unit: string
  readonly to: number
}

/** A describing part before the noun: 个七十多岁的老人, 名姓张的男子, 个在地里干活的妇女. */
const DESCRIBED = `(?:[^,.;!?、:死伤亡埋困失被出找联冲卡压转撤]{0,10}?(?:岁(?:左右|多)?(?:的)?|的)|本村|外地|外村|施工|过路|放学|留守|独居|路过|打工|值守|涉险|受灾|老弱|女|男|小|大|老)`
/** 3个村民小组, 两个老人院: the noun is part of another. */
const NO_PERSON_TAIL =
  '(?!小组|委|宿舍|主任|院|之家|活动|代表|公寓|楼|住宅|安置|房|家里|家的|证|组|会|卡|车|票|渡|工资|数|室|厂|品|产|价|程|业|地|区|队|部|间|具|作|[^,]{0,2}厂)'
export const DESCRIBED_PERSON = `${DESCRIBED}?${PERSON_NOUN}${NO_PERSON_TAIL}`
const PERSON_NEXT = new RegExp(`^(?:多|来)?${DESCRIBED_PERSON}`, 'u')
const ANIMAL_NEXT = new RegExp(`^(?:大|小|老|母|公|死|病|肥)?${ANIMAL_NOUN}`, 'u')
/** 死了一片鸡,大概四百只: after the comma nothing but the count. */
const ANIMAL_NEAR = new RegExp(
  `${ANIMAL_NOUN}(?:[^,.;!?]{0,6}|,?(?:大概|大约|估计|差不多|得有|怕有|一共|总共|共|约|有|都|[\\d一二两三四五六七八九十百千几多来余])*)$`,
  'u',
)
const NO_PERSON_AFTER_MAN =
  /^人(?:民|大|社|武|行道|工湖|防|造|均|家|质|流|气|畜|为|数|口普|民币|工(?!作)|中(?![毒暑弹风刀枪]))/u
const NO_FAMILY =
  /^家(?:铺子?|店铺|门店|小卖部|门面|企业|工厂|厂|店|商店|商铺|公司|超市|饭店|餐馆|宾馆|酒店|旅馆|民宿|医院|加油站|养殖|单位|农家乐|商户|作坊|饭馆|网吧|药店|诊所|银行|幼儿园|托|具|电|畜|禽|长)/u

const PLAIN: readonly (readonly [RegExp, Counted])[] = [
  [/^(?:条人命|条命)/u, 'body'],
  [/^人次/u, 'person'],
  [/^例(?:病例|病人|患者)?/u, 'person'],
  [/^具(?:男尸|女尸|遗体|尸体|尸首|尸(?!骨))/u, 'body'],
  [/^口(?=井|锅|塘|鱼塘|水塘|水井|池)/u, 'thing'],
  [/^口猪/u, 'animal'],
  [/^口(?:人|子)?/u, 'person'],
  [/^户(?:人家|农户|群众|村民|居民|农家)?/u, 'household'],
  [/^家(?:人家|人|农户|子|住户)?/u, 'household'],
  [/^(?:间|孔)(?:房屋|房子|民房|住房|土坯房|土房|瓦房|砖房|平房|老屋|老房子|房|屋子?|窑洞)?/u, 'room'],
  [/^(?:亩|公顷|平方公里|平方米|平米|平方|㎡|km²|hm²)/u, 'area'],
  [/^(?:个)?(?:半)?(?:小时|钟头|分钟|刻钟)/u, 'minutes'],
  [/^级/u, 'level'],
  [/^(?:米|m(?![a-z]))/u, 'metres'],
]

/** Reads the unit and its noun that stand at `at`. */
export function classify(text: string, at: number): Unit {
  const rest = text.slice(at)
  const end = (length: number) => at + length
  // 遗体1具.
  if (/^具/u.test(rest) && /(?:遗体|尸体|尸首)[\d一二两三四五六七八九十]+$/u.test(text.slice(Math.max(0, at - 6), at)))
    return { counts: 'body', unit: '具', to: end(1) }
  // 抬出来两具.
  if (
    /^具(?:$|[,.;])/u.test(rest) &&
    /(?:抬|挖|刨|扒|捞|找|发现|认)[^,.;]{0,6}$/u.test(text.slice(Math.max(0, at - 8), at))
  )
    return { counts: 'body', unit: '具', to: end(1) }
  if (/^(?:个)?半?(?:人工|人流)/u.test(rest)) return { counts: 'thing', unit: '', to: at }
  const described = /^(?:个|名|位|号)?/u.exec(rest)
  const counter = described?.[0] ?? ''
  if (counter !== '') {
    const person = PERSON_NEXT.exec(rest.slice(1))
    const noun = person?.[0] ?? ''
    if (person && !NO_PERSON_AFTER_MAN.test(rest.slice(1 + noun.length - 1)))
      return { counts: 'person', unit: '人', to: end(1 + noun.length) }
    if (counter === '号') return { counts: 'thing', unit: '号', to: end(1) }
    if (counter !== '个') return { counts: 'person', unit: '人', to: end(1) }
    const timed = PLAIN.find(([pattern, counts]) => counts === 'minutes' && pattern.test(rest))
    if (timed)
      return { counts: 'minutes', unit: timed[0].exec(rest)?.[0] ?? '', to: end(timed[0].exec(rest)?.[0].length ?? 0) }
    if (/^.{1,3}的(?:[牛羊猪狗鸡鸭马车船房树]|电)/u.test(rest.slice(1)))
      return { counts: 'thing', unit: '个', to: end(1) }
    return AFTER_BARE.test(rest.slice(1)) || startsVerb(text, end(1))
      ? { counts: 'bare', unit: '个', to: end(1) }
      : { counts: 'thing', unit: '个', to: end(1) }
  }
  if (/^人/u.test(rest) && !NO_PERSON_AFTER_MAN.test(rest)) {
    const whole = /^人次?/u.exec(rest)?.[0] ?? '人'
    return { counts: 'person', unit: '人', to: end(whole.length) }
  }
  if (NO_FAMILY.test(rest)) return { counts: 'thing', unit: '家', to: end(1) }
  for (const [pattern, counts] of PLAIN) {
    const unit = pattern.exec(rest)?.[0]
    if (unit === undefined || unit === '') continue
    if (counts === 'room' && NO_HOUSE_ROOM.test(rest.slice(unit.length))) return { counts: 'thing', unit, to: end(1) }
    return { counts, unit, to: end(unit.length) }
  }
  return animalAt(text, at) ?? aloneAt(text, at)
}

/** 三头牛, 牛三头, 二十来只羊; of “只” alone nobody knows. */
function animalAt(text: string, at: number): Unit | undefined {
  const counter = /^[头只匹峰羽条]/u.exec(text.slice(at))?.[0]
  if (!counter) return undefined
  const noun = ANIMAL_NEXT.exec(text.slice(at + 1))?.[0]
  if (noun) return { counts: 'animal', unit: counter, to: at + 1 + noun.length }
  // 羊圈塌了压死十七只: what dies by the piece is a beast.
  const died =
    /[只羽]/u.test(counter) &&
    /死了?(?:大概|大约|约|有)?[\d零一二两三四五六七八九十百千万几多余来]+$/u.test(text.slice(Math.max(0, at - 12), at))
  const named = died || ANIMAL_NEAR.test(text.slice(Math.max(0, at - 10), at))
  return named || /[头匹羽]/u.test(counter)
    ? { counts: 'animal', unit: counter, to: at + 1 }
    : { counts: 'thing', unit: counter, to: at + 1 }
}

const ONE_WITHOUT_COUNTER = /^[^岁,.;\d的]{0,3}(?:司机|驾驶员|男子|女子|老汉|老太|孕妇|游客|驴友|居民|男童|女童)/u

/** 埋2, 伤3, 死1伤2: a number with nothing after it. */
function aloneAt(text: string, at: number): Unit {
  const rest = text.slice(at)
  // 一塔吊司机, 一女子.
  const one = text.charAt(at - 1) === '一' ? ONE_WITHOUT_COUNTER.exec(rest)?.[0] : undefined
  const noun = one ?? /^(?:老人|小孩|学生|群众|村民|工人|儿童|师生|大人|妇女|娃|男(?!方)|女(?!方))/u.exec(rest)?.[0]
  if (noun) return { counts: 'person', unit: '人', to: at + noun.length }
  return /^(?:$|[,.;!?、)）死伤亡失埋困转])/u.test(text.slice(at))
    ? { counts: 'alone', unit: '', to: at }
    : { counts: 'thing', unit: '', to: at }
}
