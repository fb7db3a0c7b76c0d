/**
 * Search tokens for Chinese: every pair of neighbouring characters and the last one alone, so that words of two characters
 * and single characters (by prefix) are found. SQLite's own tokenizers find no two-character Chinese word. Runs of Latin
 * letters and digits stay whole words, in lower case.
 */
export function bigramsOf(text: string): string {
  const tokens: string[] = []
  for (const run of runsOf(text)) {
    if (isWord(run)) tokens.push(run)
    else tokens.push(...pairs(run))
  }
  return tokens.join(' ')
}

/** An FTS5 query for what a person typed: all its pairs must occur; a single character or a word is a prefix. Null when empty. */
export function bigramQuery(typed: string): string | null {
  const terms: string[] = []
  for (const run of runsOf(typed)) {
    if (isWord(run)) terms.push(`"${run}"*`)
    else if ([...run].length === 1) terms.push(`"${run}"*`)
    else
      terms.push(
        ...pairs(run)
          .slice(0, -1)
          .map((pair) => `"${pair}"`),
      )
  }
  return terms.length > 0 ? terms.join(' AND ') : null
}

function runsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+|[\p{L}\p{N}]+?(?=[a-z0-9]|[^\p{L}\p{N}]|$)/gu) ?? []
  )
}

function isWord(run: string): boolean {
  return /^[a-z0-9]+$/.test(run)
}

function pairs(run: string): readonly string[] {
  const characters = [...run]
  return characters.map((character, i) => character + (characters[i + 1] ?? ''))
}
