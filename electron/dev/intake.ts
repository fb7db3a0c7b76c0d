// `npm run -s intake -- --township FILE --now ISO`: reads one spoken sentence a line on stdin and writes what it says, one JSON a line.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { makeGazetteer, type TownshipVillage } from '../../shared/domain/intake/gazetteer.ts'
import { lineJson } from '../../shared/domain/intake/lineJson.ts'
import { readLine } from '../../shared/domain/intake/readLine.ts'
import { type IntakeWords, prepareWords } from '../../shared/domain/intake/words.ts'

/** Said to the person at the terminal; exit code 2. */
class UsageError extends Error {}

const USAGE = 'npm run -s intake -- --township FILE --now ISO   (one sentence a line on stdin)'

function readArguments(): { township: string; now: string } {
  try {
    const { values } = parseArgs({ options: { township: { type: 'string' }, now: { type: 'string' } } })
    if (values.township === undefined) throw new UsageError(`--township is missing. ${USAGE}`)
    return { township: values.township, now: values.now ?? new Date().toISOString() }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${(error as Error).message}. ${USAGE}`)
  }
}

/** Without a zone it is Beijing time. */
function readNow(text: string): number {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text.replace(' ', 'T')
  const ms = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(date) ? date : `${date}+08:00`)
  if (Number.isNaN(ms)) throw new UsageError(`--now is no date and time: ${text} (for example 2026-07-14T03:30)`)
  return ms
}

function readTownship(path: string): readonly TownshipVillage[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(
      `The township file cannot be read: ${path} (${(error as NodeJS.ErrnoException).code ?? 'error'})`,
    )
  }
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(`The township file is no JSON: ${path}`)
  }
  const villages = (file as { villages?: unknown } | null)?.villages
  if (!Array.isArray(villages)) throw new UsageError(`The township file has no list "villages": ${path}`)
  return villages.map((village: unknown, i) => readVillage(village, i, path))
}

function readVillage(village: unknown, i: number, path: string): TownshipVillage {
  if (typeof village === 'string' && village.trim() !== '') return { name: village.trim() }
  const { name, aliases, groups, places } = (village ?? {}) as { [key: string]: unknown }
  if (typeof name !== 'string' || name.trim() === '')
    throw new UsageError(`Village ${i + 1} of the township file has no "name": ${path}`)
  const names = (list: unknown) =>
    Array.isArray(list)
      ? list
          .map((one: unknown) => (typeof one === 'string' ? one : (one as { name?: unknown } | null)?.name))
          .filter((one): one is string => typeof one === 'string' && one.trim() !== '')
      : undefined
  return { name: name.trim(), aliases: names(aliases), groups: names(groups), places: names(places) }
}

async function run(): Promise<void> {
  const { township, now } = readArguments()
  const wordsFile = new URL('../../resources/classification/intakeWords.json', import.meta.url)
  const context = {
    now: readNow(now),
    gazetteer: makeGazetteer(readTownship(township)),
    words: prepareWords(JSON.parse(readFileSync(wordsFile, 'utf8')) as IntakeWords),
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    process.stdout.write(`${JSON.stringify(lineJson(readLine(line, context)))}\n`)
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`)
  process.exitCode = 2
})
