import { readFileSync } from 'node:fs'
import { makeGazetteer } from '../../../../shared/domain/intake/gazetteer.ts'
import { lineJson } from '../../../../shared/domain/intake/lineJson.ts'
import { type LineContext, readLine } from '../../../../shared/domain/intake/readLine.ts'
import { type IntakeWords, prepareWords } from '../../../../shared/domain/intake/words.ts'

/** A sentence as somebody spoke it, and what it says. */
export interface Spoken {
  readonly line: string
  /** Beijing time to the minute when it was spoken. */
  readonly now: string
  /** When it was spoken, and in which township. */
  readonly context: LineContext
  readonly fields: Readonly<Record<string, unknown>>
}

const VILLAGES = [
  '李家湾村',
  '上坪村',
  '下坪村',
  '枫树坳村',
  '石门村',
  '桥头村',
  '黄泥塘村',
  '竹山村',
  '龙潭村',
  '新塘村',
  '大岭村',
  '青石街社区',
]
const WORDS = new URL('../../../../resources/classification/intakeWords.json', import.meta.url)

const PREPARED = prepareWords(JSON.parse(readFileSync(WORDS, 'utf8')) as IntakeWords)

export function contextAt(now: string, villages: readonly string[] = VILLAGES): LineContext {
  return {
    now: Date.parse(`${now}:00+08:00`),
    gazetteer: makeGazetteer(villages.map((name) => ({ name }))),
    words: PREPARED,
  }
}

/** What the line says as the command writes it, without its evidence. */
export function fieldsOf(line: string, context: LineContext): Readonly<Record<string, unknown>> {
  return saidIn(lineJson(readLine(line, context)))
}

function saidIn(json: ReturnType<typeof lineJson>): Readonly<Record<string, unknown>> {
  const { evidence: _evidence, contradictions: _contradictions, ...fields } = json
  return fields
}

/** A sentence and what the reader makes of it. */
export interface Heard extends Spoken {
  readonly said: Readonly<Record<string, unknown>>
  readonly evidence: Readonly<Record<string, readonly [from: number, to: number]>>
}

/** Reads each once: thousands take seconds. */
export function hear(spoken: readonly Spoken[]): readonly Heard[] {
  return spoken.map((one) => {
    const json = lineJson(readLine(one.line, one.context))
    return { ...one, said: saidIn(json), evidence: (json.evidence ?? {}) as Heard['evidence'] }
  })
}

/**
 * Reads a file of `sentence => key=value; …` lines; `## now` sets the time, `## villages` the township. ~3 is about three, 2-3 between,
 * -1 22:00 yesterday, a|b either, ? where careful officers would differ.
 */
export function readCorpus(name: string): readonly Spoken[] {
  let now = ''
  let villages: readonly string[] = VILLAGES
  let context: LineContext | undefined
  const spoken: Spoken[] = []
  for (const row of readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')) {
    if (row.startsWith('## now ')) now = row.slice(7)
    if (row.startsWith('## villages ')) villages = row.slice(12).split(',')
    if (row.startsWith('## ')) context = undefined
    const [line, stated] = row.split('=>')
    if (line === undefined || stated === undefined) continue
    const pairs = stated.split(';').flatMap((pair) => {
      const [key = '', value = ''] = pair.trim().split('=')
      return key === '' ? [] : [[key, statedValue(key, value, now)] as const]
    })
    context ??= contextAt(now, villages)
    spoken.push({ line: line.trimEnd(), now, context, fields: Object.fromEntries(pairs) })
  }
  return spoken
}

/** Filled or left empty, both are right. */
const ANYTHING = '?'
const WORDY = new Set(['type', 'village', 'group', 'caller', 'phone', 'source', 'needs'])

function statedValue(key: string, value: string, now: string): unknown {
  if (value === '?') return ANYTHING
  if (WORDY.has(key)) return value
  if (key === 'at') {
    const [back, time] = value.includes(' ') ? value.split(' ') : ['0', value]
    const day = new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) + Number(back) * 86_400_000)
    return `${day.toISOString().slice(0, 10)}T${time}`
  }
  if (value.startsWith('~')) return { about: Number(value.slice(1)) }
  const [min, max] = value.split('-').map(Number)
  return max === undefined ? min : { min, max }
}

export interface Score {
  /** Fields said or read: right, wrong, left out, made up. */
  readonly right: number
  readonly all: number
  readonly misses: readonly string[]
}

export function score(heard: readonly Heard[]): Score {
  let right = 0
  let all = 0
  const misses: string[] = []
  for (const { line, fields, said } of heard) {
    for (const key of new Set([...Object.keys(fields), ...Object.keys(said)])) {
      if (fields[key] === ANYTHING) continue
      all += 1
      if (fits(key, fields[key], said[key])) right += 1
      else
        misses.push(`${line}\n    ${key}: ${JSON.stringify(fields[key])} expected, ${JSON.stringify(said[key])} read`)
    }
  }
  return { right, all, misses }
}

function fits(key: string, stated: unknown, read: unknown): boolean {
  if (typeof stated !== 'string' || typeof read !== 'string') return JSON.stringify(stated) === JSON.stringify(read)
  // What is asked for: the same stretch of the line, with or without its 请 or 要.
  if (key === 'needs') return stated.includes(read) || read.includes(stated)
  return stated.split('|').includes(read)
}
