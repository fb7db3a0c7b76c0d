/** A word of a sentence standing alone: at the head of a column or a field. */
export function heading(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}
