import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardFile, type DisposalCard } from '../shared/domain/card/card.ts'
import { nodePrimitives } from '../shared/node/primitives.ts'
import { canonicalJson, type JsonObject } from '../shared/protocol/canonical.ts'
import { toHex } from '../shared/protocol/hex.ts'
import { findResource } from './findResource.ts'

/** A disposal card with the first 16 hexadecimal digits of its canonical form: what a sign-off names. */
export interface ShelvedCard {
  readonly card: DisposalCard
  readonly hash: string
}

export interface CardShelf {
  /** By the name of their files, the general one last. Read once, when first asked for. */
  all(): readonly ShelvedCard[]
  /** Files that could not be read. */
  unreadable(): readonly string[]
}

/** The cards of resources/cards. Never throws: a card that somebody edited badly is left out and named. */
export function openCardShelf(folder = findResource('cards')): CardShelf {
  let read: { readonly cards: readonly ShelvedCard[]; readonly unreadable: readonly string[] } | null = null
  const shelf = () => {
    read ??= readCards(folder)
    return read
  }
  return { all: () => shelf().cards, unreadable: () => shelf().unreadable }
}

function readCards(folder: string): { cards: readonly ShelvedCard[]; unreadable: readonly string[] } {
  const cards: ShelvedCard[] = []
  const unreadable: string[] = []
  for (const name of listFiles(folder)) {
    try {
      const json = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject
      const hash = toHex(nodePrimitives.sha256(Buffer.from(canonicalJson(json)))).slice(0, 16)
      cards.push({ card: cardFile.parse(json), hash })
    } catch (error) {
      unreadable.push(name)
      console.error(`[cards] ${name}`, error)
    }
  }
  const isGeneral = ({ card }: ShelvedCard) => Number(card.types.length === 0)
  return { cards: cards.toSorted((a, b) => isGeneral(a) - isGeneral(b)), unreadable }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    console.error('[cards]', error)
    return []
  }
}
