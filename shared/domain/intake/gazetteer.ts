import { type Readings, readPinyinTable } from './pinyin.ts'

/** What a township says of its villages. `groups`, `places`, `aliases`: names people use, where known. */
export interface TownshipVillage {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly groups?: readonly (string | { readonly name: string })[] | undefined
  readonly places?: readonly (string | { readonly name: string })[] | undefined
}

export interface Named {
  readonly village: TownshipVillage
  readonly name: string
  /** Name without 村, 社区 …; of one character only with it. */
  readonly stem: string
  /** A group or place inside the village: it names the village only where nothing else does. */
  readonly inside: boolean
}

export interface Gazetteer {
  readonly villages: readonly TownshipVillage[]
  /** Longest first, so that 石门坎 is not read as 石门. */
  readonly names: readonly Named[]
  readonly readings: Readings
}

const SUFFIX = /(?:村民委员会|居民委员会|行政村|自然村|村委会|居委会|社区|嘎查|村|屯|寨|庄|牧委会)$/u

export function stemOf(name: string): string {
  const stem = name.replace(SUFFIX, '')
  return stem === '' ? name : stem
}

/** The same for every township: read once. */
const READINGS = readPinyinTable()

export function makeGazetteer(villages: readonly TownshipVillage[]): Gazetteer {
  const nameOf = (one: string | { readonly name: string }) => (typeof one === 'string' ? one : one.name)
  const names = villages.flatMap((village) => [
    ...[village.name, ...(village.aliases ?? [])].map((name) => ({ village, name, stem: stemOf(name), inside: false })),
    ...[...(village.places ?? []), ...(village.groups ?? [])]
      .map(nameOf)
      .filter((name) => !/^第?[一二三四五六七八九十\d]+(?:组|社|队|小组|村民小组)$/u.test(name) && name.length > 1)
      .map((name) => ({ village, name, stem: stemOf(name), inside: true })),
  ])
  return {
    villages,
    names: names.filter(({ name }) => name !== '').sort((a, b) => b.stem.length - a.stem.length),
    readings: READINGS,
  }
}
