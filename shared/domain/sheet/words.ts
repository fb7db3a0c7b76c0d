// What people type into a cell, made comparable. Full-width letters and digits, ideographic spaces and invisible characters
// come from input methods, web pages and other programs; none of them means anything.

/** Zero-width characters, byte order mark, soft hyphen, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** The text without what cannot be seen; single spaces; line breaks kept. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Zs}\t\v\f]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** For comparing titles and names: width, case, spaces and punctuation do not count. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Keys a title may be known by: whole, and without what stands in brackets (联系电话（必填）). */
export function titleKeys(title: string): readonly string[] {
  const plain = title.normalize('NFKC').replace(/[([【〔<].*?[)\]】〕>]/g, '')
  return [...new Set([wordKey(title), wordKey(plain)])].filter((key) => key !== '')
}

/** A person's name: 张　三 is padded to fill a column and means 张三; spaces between Latin words stay. */
export function cleanName(text: string): string {
  return cleanText(text.normalize('NFKC'))
    .replace(/\n/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** Parts of a list typed into one cell: 、，,;；/ or line breaks between them. */
export function listParts(text: string): readonly string[] {
  return [
    ...new Set(
      cleanText(text)
        .split(/[、，,;；/\n|]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ]
}
