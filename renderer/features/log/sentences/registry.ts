import type { TFunction } from 'i18next'
import type { Body, Kind } from '../../../../shared/domain/kinds.ts'
import type { LogLine } from '../../../../shared/ipc/log.ts'
import type { Json, JsonObject } from '../../../../shared/protocol/canonical.ts'
import { attachmentSentences } from './attachment.ts'
import { consoleSentences } from './console.ts'
import { evacuationSentences, householdListSentences, householdSentences } from './household.ts'
import { callSentences, incidentSentences } from './incident.ts'
import { logSentences } from './log.ts'
import { outageSentences } from './outage.ts'
import { personSentences, villageSentences } from './people.ts'
import { reportSentences } from './report.ts'
import { cardSentences, responseSentences } from './response.ts'
import { reviewSentences } from './review.ts'
import type { SentenceTools, Words } from './sentence.ts'
import { orderSentences, receiptSentences, taskSentences } from './task.ts'
import { rosterSentences, teamSentences } from './team.ts'
import { drillSentences, dutySentences, townshipSentences } from './township.ts'

type Sentences = { readonly [K in Kind]?: (body: Body<K>, tools: SentenceTools) => Words }

const sentences: Sentences = {
  ...consoleSentences,
  ...logSentences,
  ...townshipSentences,
  ...dutySentences,
  ...drillSentences,
  ...personSentences,
  ...villageSentences,
  ...callSentences,
  ...incidentSentences,
  ...teamSentences,
  ...rosterSentences,
  ...taskSentences,
  ...orderSentences,
  ...receiptSentences,
  ...reportSentences,
  ...responseSentences,
  ...cardSentences,
  ...reviewSentences,
  ...outageSentences,
  ...householdSentences,
  ...householdListSentences,
  ...evacuationSentences,
  ...attachmentSentences,
}

/** What the county's hub writes about consoles: kinds that no township's console writes, so they have no body of ours. */
const hubSentences: Readonly<Record<string, (body: JsonObject) => Words>> = {
  'device.enrolled': ({ letter, name }) => ({ letter: textOf(letter), name: textOf(name) }),
  'device.revoked': ({ reason }) => ({ reason: textOf(reason) }),
}

/** Kinds that have a sentence of their own. */
export const SPOKEN_KINDS: readonly string[] = Object.keys(sentences)

/**
 * A line of the log as one sentence. A kind this version has no words for, or whose body has another shape than it knows, gets
 * the general one: the record itself is kept whatever it says.
 */
export function sentenceOf(line: Pick<LogLine, 'kind' | 'body' | 'label' | 'entity'>, t: TFunction): string {
  const general = () => t('sentences:general', { kind: line.kind })
  const fromHub = Object.hasOwn(hubSentences, line.kind) ? hubSentences[line.kind] : undefined
  if (fromHub) return t(`sentences:hub.${line.kind}`, { ...fromHub(line.body) })
  if (!Object.hasOwn(sentences, line.kind)) return general()
  const kind = line.kind as Kind
  // The registry pairs each kind with its own body, which TypeScript cannot follow through a lookup by variable.
  const words = sentences[kind] as unknown as (body: unknown, tools: SentenceTools) => Words
  try {
    return withoutGaps(t(`sentences:${kind}`, { ...words(line.body, { t, label: labelOf(line) }) }).trim())
  } catch {
    return general()
  }
}

/** Who told it is often not said: （电话，） is （电话）. */
function withoutGaps(sentence: string): string {
  return sentence.replace(/，）/g, '）').replace(/, \)/g, ')')
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** The two posts of the shift have fixed ids and no name. */
function labelOf({ label, entity }: Pick<LogLine, 'label' | 'entity'>): string {
  return entity.startsWith('duty-') ? entity.slice('duty-'.length) : label
}
