import { z } from 'zod'
import type { KnownTeam } from '../domain/team/roster/groupTeams.ts'
import { ROSTER_FIELDS, type RosterField } from '../domain/team/roster/table.ts'
import { shortText } from '../domain/values.ts'
import { channel } from './channel.ts'

const rosterCell = z.object({
  text: z.string().max(40_000),
  kind: z.enum(['text', 'number', 'date', 'formulaEmpty', 'error']),
  at: z.string().max(20),
  inherited: z.literal(true).exactOptional(),
})

/** Rows of the preview as the person leaves them: corrected, without those left out. JSON text of RosterRow[]. */
export const rosterRowsText = z.array(
  z.object({
    key: z.string().max(40),
    sheet: z.string().max(200),
    row: z.int(),
    cells: z.partialRecord(z.enum(ROSTER_FIELDS as readonly [RosterField, ...RosterField[]]), rosterCell),
  }),
)

export interface RosterFileContent {
  readonly sha256: string
  /** JSON of RosterTable. */
  readonly table: string
}

/** What a roster is compared with. */
export interface RosterKnown {
  readonly teams: readonly KnownTeam[]
  readonly villages: readonly { readonly id: string; readonly name: string }[]
}

export interface ImportedCounts {
  readonly teamsAdded: number
  readonly teamsUpdated: number
  readonly membersAdded: number
  readonly membersUpdated: number
}

export const rosterChannels = {
  /** Reads an .xlsx or CSV file; writes nothing. */
  'roster.read': channel(z.object({ fileName: shortText, base64: z.string() })).answers<RosterFileContent>(),
  'roster.known': channel(z.null()).answers<RosterKnown>(),
  /** One act: all rows, or the refusal says how far it came. `rows` is JSON text of RosterRow[]. */
  'roster.import': channel(
    z.object({
      file: shortText,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      existing: z.enum(['update', 'skip']),
      rows: z.string(),
      rowsLeftOut: z.int().min(0),
    }),
  ).answers<ImportedCounts>(),
  /** Teams recorded of an import under way; null: none is. */
  'roster.progress': channel(z.null()).answers<{ readonly done: number; readonly total: number } | null>(),
} as const
