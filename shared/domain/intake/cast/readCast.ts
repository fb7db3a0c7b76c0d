import type { Clause } from '../clauses.ts'
import type { Corrected } from '../corrections.ts'
import { bond } from './bonds.ts'
import type { CastWords } from './castWords.ts'
import { isSo } from './evidence.ts'
import { findFates } from './fates.ts'
import { hearLoose, STALLED } from './hearLoose.ts'
import { hearNamed } from './hearNamed.ts'
import { accountFor } from './inside.ts'
import { findMentions } from './mentions.ts'
import { resolve } from './resolve.ts'
import type { Group } from './scene.ts'
import type { Telling } from './telling.ts'
import { turned } from './turns.ts'

/** Not sure: nothing of it is told for certain. */
const HEDGED =
  /可能|好像|估计|听说|据说|怕是|疑似|怀疑|似乎|也许|恐怕|应该|说不定|不知道|不晓得|不清楚|不确定|有没有|是不是|明[早天晚]|后天|打算|扬言|要跳[楼河江桥水]/u

/** All the people of the line with what became of each. */
export function readCast(
  text: string,
  clauses: readonly Clause[],
  numbers: readonly Corrected[],
  words: CastWords,
  water: boolean,
): readonly Group[] {
  const fates = findFates(text, words)
    .filter((one) => isSo(text, one))
    .map((one) => turned(text, one, water))
  if (fates.length === 0 && !STALLED.test(text) && !numbers.some(({ counts }) => counts === 'body')) return []
  const mentions = findMentions(text, numbers, fates, words)
  const telling: Telling = { groups: [], focus: undefined, open: [], aboard: [], list: [] }
  for (const clause of clauses) {
    const inside = <T extends { readonly from: number }>(all: readonly T[]) =>
      all.filter(({ from }) => from >= clause.from && from < clause.to)
    const said = text.slice(clause.from, clause.to)
    const here = inside(mentions)
    const told = inside(fates).filter(({ from }) => !here.some((one) => one.body && from >= one.from && from < one.to))
    // 髋骨怕是折了: not sure is only what broke.
    const diagnosed =
      here.length === 0 && told.length > 0 && told.every(({ body, word }) => body || word.includes('骨折'))
    const hedged = HEDGED.test(said) && !diagnosed
    // 剩下的不晓得埋没埋: they are spoken of all the same.
    if (hedged && here.length === 1 && here[0]?.rest) {
      telling.focus = resolve(telling.groups, telling.focus, here[0], [], false)
      continue
    }
    if (hedged || (here.length === 0 && inside(numbers).some(({ counts }) => counts === 'animal'))) {
      telling.open = telling.aboard = []
      if (!hedged || here.length > 0) telling.focus = undefined
      continue
    }
    const heard = { text, clause, said, here, bonds: bond(text, here, told) }
    hearNamed(telling, heard)
    hearLoose(telling, heard)
  }
  accountFor(text, telling.groups, water)
  return telling.groups
}
