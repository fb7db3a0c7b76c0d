// Writes resources/narrow/codebook-<id>.json from this program's own kinds, labels, classification and vocabulary:
//   node electron/dev/makeCodebook.ts <id>
// A codebook that a release carried never changes: take the next id, and keep the old file for consoles that still use it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodies } from '../../shared/domain/kinds.ts'
import { canonicalJson, type Json } from '../../shared/protocol/canonical.ts'
import { frameSchema, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts'
import { type Codebook, codebookSchema, MOST_CHARACTERS, MOST_WORDS } from '../../shared/protocol/narrow/codebook.ts'
import { projectRoot } from './cacheFolder.ts'
import { sampleValues, wordsOf } from './sampleShapes.ts'

const resources = join(projectRoot, 'resources')
/** What people read on the screen and write into the log has the same words. */
const LABELS = ['locales/zh-CN', 'classification', 'rules']

export function makeCodebook(id: number): Codebook {
  const samples: [string, Record<string, Json>][] = []
  for (const schema of frameSchema.options)
    for (const value of sampleValues(schema)) samples.push(['frame', value as Record<string, Json>])
  for (const [kind, schema] of Object.entries(bodies).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    for (const value of sampleValues(schema))
      samples.push([kind, JSON.parse(canonicalJson(value)) as Record<string, Json>])
  const reading = [...LABELS.flatMap((folder) => readLabels(join(resources, folder))), ...readVocabulary()]
  const words = [
    ...new Set([
      ...Object.keys(bodies),
      ...Object.keys(bodies).map((kind) => kind.slice(0, kind.indexOf('.'))),
      ...[...Object.values(bodies), frameSchema].flatMap(wordsOf),
      ...readKeys(join(resources, 'classification')),
    ]),
  ].toSorted()
  if (words.length > MOST_WORDS) throw new Error(`${words.length} words: more than a codebook holds`)
  return codebookSchema.parse({
    id,
    protocol: PROTOCOL_VERSION,
    characters: charactersOf(reading),
    words,
    reading,
    samples,
  })
}

function readVocabulary(): readonly string[] {
  return readFileSync(join(resources, 'narrow/vocabulary.txt'), 'utf8').split('\n').filter(Boolean)
}

/** Chinese texts of all JSON files of a folder, placeholders left out, each once. */
function readLabels(folder: string): readonly string[] {
  const texts = new Set<string>()
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.json')) continue
    walk(JSON.parse(readFileSync(join(folder, name), 'utf8')), (text) => {
      const plain = text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>/g, '')
      if (/\p{Script=Han}/u.test(plain)) texts.add(plain)
    })
  }
  return [...texts]
}

/** Keys that the classification gives to its types, sources and grades: they stand in events. */
function readKeys(folder: string): readonly string[] {
  const keys = new Set<string>()
  for (const name of readdirSync(folder).toSorted()) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, key = ''] of text.matchAll(/"key":\s*"([^"]+)"/g)) keys.add(key)
  }
  return [...keys]
}

function walk(value: unknown, onText: (text: string) => void): void {
  if (typeof value === 'string') onText(value)
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one, onText)
}

/** By frequency in what was read, then the 3,755 usual characters of GB 2312 (level 1), ASCII and punctuation. */
function charactersOf(reading: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const character of reading.join('')) counts.set(character, (counts.get(character) ?? 0) + 1)
  const gb = new TextDecoder('gb18030')
  for (let row = 0xb0; row <= 0xd7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = gb.decode(Uint8Array.of(row, cell))
      if (/^\p{Script=Han}$/u.test(character) && !counts.has(character)) counts.set(character, 0)
    }
  for (let code = 0x20; code < 0x7f; code += 1) {
    const character = String.fromCharCode(code)
    if (!counts.has(character)) counts.set(character, 0)
  }
  for (const character of '，。、；：？！“”‘’（）《》—…·％℃\n') if (!counts.has(character)) counts.set(character, 0)
  const frequent = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([character]) => character)
  return frequent.slice(0, MOST_CHARACTERS).join('')
}

if (import.meta.main) {
  const id = Number(process.argv[2] ?? '1')
  const file = join(resources, `narrow/codebook-${id}.json`)
  writeFileSync(file, `${JSON.stringify(makeCodebook(id), null, 1)}\n`)
  console.log(`${file} written`)
}
