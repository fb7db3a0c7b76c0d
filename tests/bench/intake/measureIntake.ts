import { performance } from 'node:perf_hooks'
import { readLine } from '../../../shared/domain/intake/readLine.ts'
import { contextAt, hear, readCorpus, score } from '../../shared/domain/intake/corpus.ts'

const ROUNDS = 5

/** How long one spoken line takes, over the corpus, and how much of it is read right. */
export async function measureIntake(): Promise<object> {
  const corpus = readCorpus('./corpus.txt')
  const prepared = performance.now()
  const context = contextAt('2026-07-14T15:40')
  const prepareMs = performance.now() - prepared
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const { line } of corpus) {
      const began = performance.now()
      readLine(line, context)
      times.push(performance.now() - began)
    }
  const first = times[0] ?? 0
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  const { right, all } = score(hear(corpus))
  return {
    sentences: corpus.length,
    prepareMs: round(prepareMs),
    firstMs: round(first),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    mostMs: at(1),
    fieldsRight: right,
    fieldsAll: all,
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
