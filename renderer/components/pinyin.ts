/** First character of each pinyin initial in the order of the zh collation; there are none in I, U and V. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'

const collator = new Intl.Collator('zh-CN')
const boundaries = [...FIRST]

/** Pinyin initials of a text, e.g. 李家湾村 → ljwc; letters and digits stay as they are. A character of two readings gives its usual one. */
export function pinyinInitials(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(initialOf).join('')
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character
  let at = -1
  for (const boundary of boundaries) {
    if (collator.compare(boundary, character) > 0) break
    at += 1
  }
  return LETTERS[at] ?? character
}
