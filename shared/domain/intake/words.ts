import { type CastWords, type PeopleWords, prepareCast } from './cast/castWords.ts'
import { type GroupWord, indexScenes, parseScene, type Scene, type SceneIndex } from './scenes.ts'
import { indexWords, literal, prepareWord, type Word, type WordIndex } from './wordIndex.ts'

/** resources/classification/intakeWords.json: by which words a type of incident and a source are known. */
export interface IntakeWords {
  /** Words that stand for one another in a scene, parted by blanks, by the name scenes call them: vehicle, boat. “@name” takes in another group. */
  readonly groups?: { readonly [name: string]: string }
  /** Words, parted by blanks, that no other word begins or ends inside of: 驴友 is no 驴, 马上 no 马. */
  readonly whole?: string
  /** By type and tier: words, and scenes, which name groups. */
  readonly types: { readonly [key: string]: { readonly [tier in Tier]?: readonly string[] } }
  /** By type: those that count instead of it where both are named. Ice on the road, and the crash on it. */
  readonly givesWayTo?: { readonly [key: string]: readonly string[] }
  readonly sources: { readonly [key: string]: readonly string[] }
  readonly people?: PeopleWords
}

/** From what settles the type to what only hints at it. Nobody says 道路交通事故: most tell a scene, and what is plainly named comes first. */
export const TIERS = ['over', 'sure', 'scenes', 'likely', 'weak'] as const
export type Tier = (typeof TIERS)[number]

export interface TypeWord extends Word {
  readonly key: string
  /** Place in TIERS. */
  readonly tier: number
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
  readonly types: WordIndex<TypeWord>
  readonly groups: WordIndex<GroupWord>
  readonly whole: WordIndex<Word>
  readonly scenes: readonly Scene[]
  readonly scenesByGroup: SceneIndex
  readonly givesWayTo: { readonly [key: string]: readonly string[] }
  /** Longest first. */
  readonly sources: readonly SourceWord[]
  readonly cast: CastWords
}

/** Made once: the patterns of some thousand words. Throws where a scene names a group that is not there. */
export function prepareWords({
  groups = {},
  whole = '',
  types,
  givesWayTo = {},
  sources,
  people,
}: IntakeWords): ReadWords {
  const written = Object.entries(types).flatMap(([key, tiers]) =>
    TIERS.flatMap((name, tier) => (tiers[name] ?? []).map((word) => ({ key, tier, word }))),
  )
  const scenes = written.filter(({ word }) => isScene(word)).map(({ key, tier, word }) => parseScene(key, tier, word))
  for (const scene of scenes)
    for (const name of [...scene.needs, ...scene.without, ...scene.never])
      if (groups[name] === undefined) throw new Error(`no group ${name} for a scene of ${scene.key}`)
  return {
    cast: prepareCast(people),
    givesWayTo,
    scenes,
    scenesByGroup: indexScenes(scenes),
    whole: indexWords(
      whole
        .split(' ')
        .filter(Boolean)
        .map((word) => prepareWord(word)),
    ),
    groups: indexWords(
      Object.keys(groups).flatMap((group) =>
        wordsOf(group, groups).map((word) => ({ group, ...prepareWord(word, NOT) })),
      ),
    ),
    types: indexWords(
      written
        .filter(({ word }) => !isScene(word))
        .map(({ key, tier, word }) => ({ key, tier, denies: /[没未不无]/u.test(word), ...prepareWord(word) })),
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

/** 车没翻 is no 车~翻. */
const NOT = '没未'

function isScene(word: string): boolean {
  return /[a-z]/u.test(word)
}

function wordsOf(name: string, groups: NonNullable<IntakeWords['groups']>): readonly string[] {
  return (groups[name] ?? '')
    .split(' ')
    .flatMap((word) => (word.startsWith('@') ? wordsOf(word.slice(1), groups) : [word]))
}
