/** Every match of a global pattern. Not matchAll, which makes a copy of the pattern for every call: a line is asked for some hundred words. */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) {
    found.push(one)
    // By whole characters, as 𠮷 is: a step into the middle of one is taken back.
    if (one[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
  }
  return found
}
