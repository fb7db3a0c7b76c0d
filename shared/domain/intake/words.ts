/** resources/classification/intakeWords.json: by which words a type of incident and a source are known. */
export interface IntakeWords {
  readonly types: { readonly [key: string]: { readonly [tier in Tier]?: readonly string[] } }
  /** By type: those that count instead of it where both are named. Ice on the road, and the crash on it. */
  readonly givesWayTo?: { readonly [key: string]: readonly string[] }
  readonly sources: { readonly [key: string]: readonly string[] }
}

/** From what settles the type to what only hints at it. */
export const TIERS = ['over', 'sure', 'likely', 'weak'] as const
export type Tier = (typeof TIERS)[number]

export interface TypeWord {
  readonly key: string
  /** Place in TIERS. */
  readonly tier: number
  /** Those that must all be in the line: a pattern is only tried, and compiled, when they are. */
  readonly characters: readonly string[]
  readonly pattern: RegExp
  /** The word itself says that something is not: 没回来. */
  readonly denies: boolean
}

export interface SourceWord {
  readonly key: string
  /** How it begins: most words are not in the line, and need no pattern to find that out. */
  readonly head: string
  readonly pattern: RegExp
}

export interface ReadWords {
  /** By first character, so that a line only tries words that can be in it. */
  readonly types: ReadonlyMap<string, readonly TypeWord[]>
  readonly givesWayTo: { readonly [key: string]: readonly string[] }
  /** Longest first. */
  readonly sources: readonly SourceWord[]
}

/** Made once: the patterns of some hundred words. “山~垮” is 山, up to six characters of the same clause, 垮; “~~” is a longer way, over commas. */
export function prepareWords({ types, givesWayTo = {}, sources }: IntakeWords): ReadWords {
  return {
    givesWayTo,
    types: byFirst(
      Object.entries(types).flatMap(([key, tiers]) =>
        TIERS.flatMap((name, tier) =>
          (tiers[name] ?? []).map((word) => ({
            key,
            tier,
            characters: [...new Set(word.replaceAll('~', ''))],
            denies: /[没未不无]/u.test(word),
            pattern: new RegExp(word.split('~~').map(inClause).join('[^.;!?　]{0,14}?'), 'gu'),
          })),
        ),
      ),
    ),
    sources: Object.entries(sources)
      .flatMap(([key, words]) => words.map((word) => ({ key, word })))
      .sort((a, b) => b.word.length - a.word.length)
      .map(({ key, word }) => ({
        key,
        head: word.split('~')[0] ?? word,
        pattern: new RegExp(word.split('~').map(literal).join('[^,.;!?、]{0,3}?'), 'gu'),
      })),
  }
}

function byFirst(words: readonly TypeWord[]): ReadonlyMap<string, readonly TypeWord[]> {
  const index = new Map<string, TypeWord[]>()
  for (const word of words) {
    const [first = ''] = word.characters
    const known = index.get(first)
    if (known) known.push(word)
    else index.set(first, [word])
  }
  return index
}

function inClause(word: string): string {
  return word.split('~').map(loosely).join('(?:[^,.;!?、　]|(?<=\\d)\\.(?=\\d)){0,6}?')
}

/** 路边, 路口 and 路人 are beside the road or on it; what befalls them befalls no road. */
const ROAD = '路(?![边旁口人过灯途])'

/** 进水 is also 进了水, 滑坡 滑了坡. */
function loosely(word: string): string {
  return /^\p{Script=Han}+$/u.test(word)
    ? [...word]
        .map((character) => (character === '路' ? ROAD : character))
        .join('(?:了|着|过|都|也|又|已经?|还在|正在|全|被|了?[点些])?')
    : literal(word)
}

/** A word as a pattern that matches just it. */
export function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
