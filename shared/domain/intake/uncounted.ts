import type { Claim, LineFigure } from './claims.ts'
import { PERSON_NOUN } from './nouns.ts'
import type { Predicate } from './predicates.ts'

const FIELDS = new Set<string>(['dead', 'injured', 'missing', 'trapped'] satisfies LineFigure[])
const BEFORE = new RegExp(
  `(?:有|好多|很多|不少|一些|几乎所有|的)?${PERSON_NOUN}(?:被|都|也|还|给|让|已|已经|可能|好像|就|在)*$`,
  'u',
)
const AFTER = new RegExp(
  `^(?:了|着|到|过|在)?(?:的)?(?:好多|很多|不少|一些|若干|几多)?(?:群众|${PERSON_NOUN})(?!作)`,
  'u',
)

/** 问有多少人失踪, 要求上报失踪人数: whoever asks for a figure says nothing of it. */
const ASKED = /(?:问|要求|请|上?报|核实|核查|查清|查明|统计|摸清)[^,.;:!?]{0,14}$/u
const FIGURE = /人员?数(?!.{0,4}(?:不|没|未))/uy

const QUESTION =
  /(?:(?:询问|追问|打听|问)(?:一下|下|了)?[^,.;:!?]{0,6}|(?:不晓得|不知道?|不清楚|没数清?|说不清|说不好|搞不清)[^,.;:!?、几]{0,5})$/u
/** 120打来问,红岩村伤员几个. */
const ASKED_FIRST =
  /(?:询问|追问|打听|[来想就还又话]问|请问|问(?:一下|下|问|起)),[^,.;:!?]{0,14}$|^[^,.;:!?]{1,8}问,[^,.;:!?]{0,14}$/u
const NOT_KNOWN =
  /^,?(?:具体|现在|目前|暂时|到底)*(?:都|也|还|我|他)*(?:不晓得|不知道?|不清楚|不好说|说不好|说不清|说不准|没数清?|没点清?|没统计|没核[实准]?|没查清|没弄清|不确定)(?=$|[,.;])/u

/** 县里问伤了几个, 埋了几个还不清楚: 几 asks there, it does not count. */
export function isAsked(text: string, from: number, to: number): boolean {
  return (
    /^几[^十百千万]*$/u.test(text.slice(from, to)) &&
    text.charAt(from - 1) !== '好' &&
    (QUESTION.test(text.slice(0, from)) ||
      (ASKED_FIRST.test(text.slice(0, from)) && /^(?:$|[,.;])/u.test(text.slice(to))) ||
      NOT_KNOWN.test(text.slice(to, to + 14)))
  )
}

/** 有人被埋, 死人了: people are spoken of, and nobody says how many. Unknown is not zero, and not one either. */
export function readUncounted(text: string, verbs: readonly Predicate[]): readonly Claim[] {
  return verbs.flatMap((verb) => {
    if (!FIELDS.has(verb.said) || verb.negated) return []
    const before = BEFORE.exec(text.slice(Math.max(0, verb.from - 10), verb.from))
    const after = AFTER.exec(text.slice(verb.to, verb.to + 8))
    if (!before && !after) return []
    FIGURE.lastIndex = verb.to
    const wanted = FIGURE.test(text) || /多少(?:个|名)?(?:人|群众|村民)?$/u.test(text.slice(0, verb.from))
    if (wanted && ASKED.test(text.slice(Math.max(0, verb.from - 24), verb.from))) return []
    const claim: Claim = {
      field: verb.said as LineFigure,
      amount: null,
      from: before ? verb.from - before[0].length : verb.from,
      to: verb.to + (after?.[0].length ?? 0),
      kind: '',
      part: false,
      more: false,
      left: false,
    }
    return [claim]
  })
}
