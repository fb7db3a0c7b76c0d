import { pinyinInitials } from './pinyin.ts'

export interface PickOption {
  readonly id: string
  readonly label: string
  /** What tells two of the same name apart: a post, a phone. */
  readonly note?: string
  /** More words it is found by, not shown: what people also call it. */
  readonly words?: string
}

/**
 * Those whose words, or the pinyin initials of them, hold all that was typed; first those whose label begins with it, then those
 * whose initials do, then the rest in their order.
 */
export function findOptions<Option extends PickOption>(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = plain(typed).replace(/\s+/g, '')
  if (wanted === '') return options
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ option }) => option)
}

/** How what was typed was done with, before an option was taken: the focus went on, or Enter said that it is meant. */
export type Left = 'left' | 'entered'

/**
 * Typed in full, or so that only one is left, and done with: meant all the same. Enter means the first.
 *
 * @param free What is typed and is no option is a value too: only an option's whole label means it.
 */
export function optionMeant<Option extends PickOption>(
  options: readonly Option[],
  typed: string,
  left: Left,
  free = false,
): Option | undefined {
  const text = typed.trim()
  if (text === '') return
  const exact = options.filter(({ label }) => label === text)
  const found = exact.length > 0 || free ? exact : findOptions(options, text)
  return found.length === 1 || (left === 'entered' && !free) ? found[0] : undefined
}

/** As it is compared: a full-width letter is typed as a plain one. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** 0: not found. */
function rankOf({ label, note = '', words = '' }: PickOption, wanted: string): number {
  const name = plain(label)
  if (name.startsWith(wanted)) return 5
  const initials = pinyinInitials(label)
  if (initials.startsWith(wanted)) return 4
  if (name.includes(wanted) || initials.includes(wanted)) return 3
  if (plain(`${note} ${words}`).includes(wanted)) return 2
  return pinyinInitials(words)
    .split(/\s+/)
    .some((word) => word.startsWith(wanted))
    ? 1
    : 0
}
