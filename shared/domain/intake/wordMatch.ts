/** What a word of the intake list is made of. A step by hand and no pattern: some thousand patterns would each be made on the first line that has them. */
type Step =
  | { readonly is: 'character'; readonly character: string }
  /** 进水 is also 进了水, 滑坡 滑了坡. */
  | { readonly is: 'filler' }
  | { readonly is: 'way'; readonly most: number; readonly never: ReadonlySet<string>; readonly decimals: boolean }

const FILLERS = [
  '了',
  '着',
  '过',
  '都',
  '也',
  '又',
  '已经',
  '已',
  '还在',
  '正在',
  '全',
  '被',
  '了点',
  '了些',
  '点',
  '些',
]
/** Most characters of a line begin none: cheap to see. */
const BEGINS_FILLER = new Set(FILLERS.map((filler) => filler.charAt(0)))
/** 路边, 路口 and 路人 are beside the road or on it; what befalls them befalls no road. */
const NO_ROAD = new Set('边旁口人过灯途')
const OF_CLAUSE = ',.;!?、　'
const OF_SENTENCE = '.;!?　'

const FILLER: Step = { is: 'filler' }
const near = (never: string): Step => ({ is: 'way', most: 6, never: new Set(OF_CLAUSE + never), decimals: true })
const NEAR = near('')
const FAR: Step = { is: 'way', most: 14, never: new Set(OF_SENTENCE), decimals: false }
const ALL_HAN = /^\p{Script=Han}+$/u

/** “山~垮” is 山, up to six characters of the same clause, 垮; “~~” is a longer way, over commas. None of `never` may stand on the way. */
export function stepsOf(written: string, never: string): readonly Step[] {
  // Some ten thousand words are made ready before the first line: most have no way in them.
  if (!written.includes('~')) return piecesOf(written)
  const way = never === '' ? NEAR : near(never)
  return written
    .split('~~')
    .flatMap((part, i) => [
      ...(i > 0 ? [FAR] : []),
      ...part.split('~').flatMap((piece, k) => [...(k > 0 ? [way] : []), ...piecesOf(piece)]),
    ])
}

function piecesOf(piece: string): readonly Step[] {
  const loose = ALL_HAN.test(piece)
  const steps: Step[] = []
  for (const character of piece) {
    if (loose && steps.length > 0) steps.push(FILLER)
    steps.push({ is: 'character', character: loose && character === '路' ? ROAD : character })
  }
  return steps
}

const ROAD = '路 '

/** Where a word that begins at `at` ends, the nearest end first; -1: it does not stand there. */
export function endOf(text: string, at: number, steps: readonly Step[], from = 0): number {
  const step = steps[from]
  if (!step) return at
  switch (step.is) {
    case 'character': {
      if (step.character === ROAD) {
        if (text.charAt(at) !== '路' || NO_ROAD.has(text.charAt(at + 1))) return -1
        return endOf(text, at + 1, steps, from + 1)
      }
      return text.startsWith(step.character, at) ? endOf(text, at + step.character.length, steps, from + 1) : -1
    }
    case 'filler': {
      for (const filler of BEGINS_FILLER.has(text.charAt(at)) ? FILLERS : []) {
        if (!text.startsWith(filler, at)) continue
        const end = endOf(text, at + filler.length, steps, from + 1)
        if (end >= 0) return end
      }
      return endOf(text, at, steps, from + 1)
    }
    default: {
      for (let gone = 0; ; gone++) {
        const end = endOf(text, at + gone, steps, from + 1)
        if (end >= 0) return end
        if (gone === step.most || at + gone >= text.length || !passes(text, at + gone, step)) return -1
      }
    }
  }
}

function passes(text: string, at: number, { never, decimals }: Extract<Step, { is: 'way' }>): boolean {
  const character = text.charAt(at)
  if (!never.has(character)) return true
  return decimals && character === '.' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))
}
