import { randomBytes } from 'node:crypto'
import type { ClockRules } from './alarms/clockRules.ts'
import type { AttachmentRoom } from './attachments/attachmentRoom.ts'
import type { CardShelf } from './cards.ts'
import type { DocumentHost } from './documents/documentHost.ts'
import type { DrillMode } from './drillMode.ts'
import type { ReportData } from './reports/reportData.ts'
import type { Session } from './session.ts'
import type { Store } from './store/store.ts'

/** What every command and handler works with; made once by the desk. */
export interface DeskContext {
  /** In a drill the drill's world; `drill.real` is the other one. */
  readonly store: Store
  readonly drill: DrillMode
  readonly session: Session
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  /** Program version, as the log records it. */
  readonly version: string
  /** Limits of duty clocks. */
  readonly clockRules: ClockRules
  /** What reports consist of, where they go, their fixed words. */
  readonly reportData: ReportData
  /** Disposal cards as they lie in resources/cards. */
  readonly cards: CardShelf
  /** Photos and documents on incidents: limits, files, what is being taken in. */
  readonly attachments: AttachmentRoom
  /** How files reach the person. */
  readonly documentHost: DocumentHost
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: what it is, and 80 random bits. Never shown to people. */
export function newId(aggregate: string): string {
  let text = ''
  for (const byte of randomBytes(16)) text += alphabet[byte & 31]
  return `${aggregate}-${text}`
}
