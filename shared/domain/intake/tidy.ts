import { findAll } from './matches.ts'
/** Where a value stands in the line as it was typed: UTF-16 offsets, `to` exclusive. */
export type Span = readonly [from: number, to: number]

/** The line as the readers see it: widths made equal, blanks and words of hesitation gone, every character with its place in the original. */
export interface Tidy {
  readonly original: string
  readonly text: string
  /** By position in `text`: offset in `original`. */
  readonly at: readonly number[]
}

const HESITATION =
  /嗯+|呃+|喂+(?=[^食养]|$)|(?<!剩下|另外|还剩|最后|的|剩|前面|后面|中间)那个(?!时候|村|组|地方|点|社区|屯|(?:被[^,.;]{1,3})?(?:受了?伤|重伤|轻伤|走失|走丢|失踪|失联|困|被困|被埋|埋|落水|溺水|中毒|中暑|昏迷|烧伤|烫伤|摔伤|砸伤|撞伤|咬伤|触电|送医|住院|抢救)[^,.;，。；]{0,3}的)|哎呀|哎|啊|呀|唉|诶|嘛|噢|哦|哟|咯(?=[,.!;]|$)/gu

const PUNCTUATION: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '！': '!',
  '？': '?',
  '：': ':',
}
const DASH = /[-‐‑‒–—―－~～〜]/u

export function tidy(original: string): Tidy {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < original.length; i++) {
    const character = original.charAt(i)
    const plain = /\s/u.test(character) ? blank(original, i) : narrow(character)
    if (plain === '') continue
    text += plain
    at.push(i)
  }
  return markPauses(dropHesitation({ original, text, at }))
}

/** Dictated text has no marks. Where a new statement plainly begins, a comma is put that has the place of the character before it. */
const NEW_STATEMENT =
  /(?<=救命|快来人|赶紧来人|赶快来人)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=我(?:家|们|爸|妈|是|叫|姓|电话|老婆|儿子|这边|这里)|(?<!到)现在|目前|后来|然后|但是|不过|可是|赶紧|赶快|快(?=[来派叫点])|请(?=[求派快赶来你帮]|$)|还有(?=[一两二三四五六七八九十几\d])|屋里|车上(?=[有一两二三四五六七八九十几\d])|水(?=已经|都|还)|不知道|不晓得|不清楚|没有?(?=人员?伤亡|人受伤)|其中|另外(?=[有还\d一两二三四五六七八九十])|需要(?=[派调支\d一两二三四五六七八九十]))/gu
const LONG_BREATH = 20

function markPauses(line: Tidy): Tidy {
  const places = new Set<number>()
  for (const { index, 0: stretch } of findAll(line.text, /[^,.;:!?、()]+/gu)) {
    if (stretch.length <= LONG_BREATH) continue
    let last = 0
    for (const { index: i } of findAll(stretch, NEW_STATEMENT)) {
      if (i - last < 3) continue
      places.add(index + i)
      last = i
    }
  }
  if (places.size === 0) return line
  const characters = [...line.at.keys()].flatMap((i) =>
    places.has(i)
      ? [
          { character: ',', at: line.at[i - 1] ?? 0 },
          { character: line.text.charAt(i), at: line.at[i] ?? 0 },
        ]
      : [{ character: line.text.charAt(i), at: line.at[i] ?? 0 }],
  )
  return {
    original: line.original,
    text: characters.map(({ character }) => character).join(''),
    at: characters.map(({ at }) => at),
  }
}

export function spanIn({ at }: Tidy, from: number, to: number): Span {
  const first = at[from] ?? 0
  return [first, to > from ? (at[to - 1] ?? first) + 1 : first]
}

/** One character for one character: places must not move. */
function narrow(character: string): string {
  // Most of a line, and needs nothing.
  if (character >= '一' && character <= '龥' && character !== '兩') return character
  const known = PUNCTUATION[character]
  if (known) return known
  if (DASH.test(character)) return '-'
  if (character === '〇' || character === '○') return '零'
  if (character === '兩') return '两'
  if (character === '…') return ','
  const normal = character.normalize('NFKC')
  return normal.length === 1 ? normal : character
}

/** Between words a blank parts them like a comma; beside a figure it means nothing; between two figures it stays. */
function blank(line: string, i: number): string {
  const before = /\S\s*$/u.exec(line.slice(0, i))?.[0].charAt(0) ?? ''
  const after = /^\s*(\S)/u.exec(line.slice(i))?.[1] ?? ''
  if (/\s/u.test(line.charAt(i - 1)) || before === '' || after === '') return ''
  if (/\d/.test(before) && /\d/.test(after)) return ' '
  return /\p{Script=Han}/u.test(before) && /\p{Script=Han}/u.test(after) ? ',' : ''
}

function dropHesitation(line: Tidy): Tidy {
  const kept = [...line.at.keys()]
  const gone = new Set<number>()
  for (const { index, 0: word } of findAll(line.text, HESITATION))
    for (let i = index; i < index + word.length; i++) gone.add(i)
  if (gone.size === 0) return line
  const left = kept.filter((i) => !gone.has(i))
  return {
    original: line.original,
    text: left.map((i) => line.text.charAt(i)).join(''),
    at: left.map((i) => line.at[i] ?? 0),
  }
}
