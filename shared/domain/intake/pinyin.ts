import { PINYIN_TABLE } from './pinyinTable.ts'

/** Sounds that callers and listeners mix up: flat and curled tongue, front and back nasal, n and l, f and h. */
export function blur(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^hu(?=[aeiou])/, 'f')
    .replace(/^hu$/, 'fu')
}

/** Blurred readings by character. */
export type Readings = ReadonlyMap<string, readonly string[]>

export function readPinyinTable(): Readings {
  const readings = new Map<string, string[]>()
  for (const group of PINYIN_TABLE.trim().split(/\s+/)) {
    const [syllable = '', characters = ''] = group.split(':')
    const sound = blur(syllable)
    for (const character of characters) {
      const known = readings.get(character)
      if (!known) readings.set(character, [sound])
      else if (!known.includes(sound)) known.push(sound)
    }
  }
  return readings
}

/** Whether two characters can be heard as the same. */
export function soundAlike(readings: Readings, a: string, b: string): boolean {
  if (a === b) return true
  const of = readings.get(b)
  return of !== undefined && (readings.get(a)?.some((sound) => of.includes(sound)) ?? false)
}
