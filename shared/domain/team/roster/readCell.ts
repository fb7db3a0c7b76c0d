import { readPhone } from '../../sheet/phone.ts'
import { cleanName, cleanText, listParts, wordKey } from '../../sheet/words.ts'
import { readEquipment } from '../equipment.ts'
import type { EquipmentItem, TeamVillage } from '../events.ts'
import { readKind, type TeamKindEntry } from '../kinds.ts'
import type { RosterCell, RosterField } from './table.ts'

/** What is wrong with a cell; the sentences are `teams:issues.<code>` in the locales. */
export const ISSUE_CODES = [
  'phoneScientific',
  'phoneInvalid',
  'phoneZeroLost',
  'phoneShared',
  'phoneInName',
  'strengthInvalid',
  'kindUnknown',
  'villageUnknown',
  'nameHasDigits',
  'tooLong',
  'tooMany',
  'formulaEmpty',
  'formulaError',
  'dateHere',
  'teamMissing',
  'memberNameMissing',
  'teamDiffers',
  'duplicateRow',
  'sameName',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

/** What will be done: nothing but telling; the cell stays empty; the row is not imported. */
export const ISSUE_EFFECTS = ['note', 'dropCell', 'dropRow'] as const
export type IssueEffect = (typeof ISSUE_EFFECTS)[number]

export interface CellIssue {
  readonly field: RosterField
  /** Address such as C7, '' where the file has no such cell. */
  readonly at: string
  readonly text: string
  readonly code: IssueCode
  readonly effect: IssueEffect
  readonly details?: { readonly [name: string]: string }
}

/** The values of one row that can be used. */
export interface RosterValues {
  readonly teamName?: string
  readonly kind?: string
  readonly village?: TeamVillage
  readonly leader?: string
  readonly leaderPhone?: string
  readonly teamPhone?: string
  readonly strength?: number
  readonly teamSkills?: readonly string[]
  readonly equipment?: readonly EquipmentItem[]
  readonly memberName?: string
  readonly memberPost?: string
  readonly memberPhone?: string
  readonly memberSkills?: readonly string[]
}

export interface ReadingContext {
  readonly kinds: readonly TeamKindEntry[]
  readonly villages: readonly { readonly id: string; readonly name: string }[]
}

type Reading = {
  readonly value?: string | number | TeamVillage | readonly string[] | readonly EquipmentItem[]
  readonly issue?: readonly [IssueCode, IssueEffect, { readonly [name: string]: string }?]
}

const MAX_TEXT = 200
const MAX_LIST = 50
const MAX_EQUIPMENT = 200

/** Reads one cell for what its column is. `value` absent: nothing that can be used. */
export function readCell(field: RosterField, { text, kind }: RosterCell, context: ReadingContext): Reading {
  const isName = field === 'teamName' || field === 'memberName'
  const lost: IssueEffect = isName ? 'dropRow' : 'dropCell'
  if (kind === 'formulaEmpty') return { issue: ['formulaEmpty', lost] }
  if (kind === 'error') return { issue: ['formulaError', lost] }
  switch (field) {
    case 'teamName':
    case 'memberName':
    case 'leader':
      return readName(field, text, lost)
    case 'leaderPhone':
    case 'teamPhone':
    case 'memberPhone':
      return kind === 'date' ? { issue: ['dateHere', 'dropCell'] } : readPhoneCell(text)
    case 'strength':
      return kind === 'date' ? { issue: ['dateHere', 'dropCell'] } : readStrength(text)
    case 'kind': {
      const found = readKind(context.kinds, text)
      return found ? { value: found } : { value: 'other', issue: ['kindUnknown', 'note'] }
    }
    case 'village':
      return readVillage(text, context.villages)
    case 'teamSkills':
    case 'memberSkills': {
      const parts = listParts(text)
      if (parts.length > MAX_LIST || parts.some((part) => part.length > MAX_TEXT))
        return { issue: ['tooMany', 'dropCell'] }
      return { value: parts }
    }
    case 'equipment': {
      const items = readEquipment(text)
      if (items.length > MAX_EQUIPMENT || items.some(({ name }) => name.length > MAX_TEXT))
        return { issue: ['tooMany', 'dropCell'] }
      return { value: items }
    }
    case 'memberPost': {
      const post = cleanText(text).replace(/\n/g, ' ')
      return post.length > MAX_TEXT ? { issue: ['tooLong', 'dropCell'] } : { value: post }
    }
  }
}

function readName(field: RosterField, text: string, lost: IssueEffect): Reading {
  const name = field === 'teamName' ? cleanText(text).replace(/\n/g, '') : cleanName(text)
  if (name.length > MAX_TEXT) return { issue: ['tooLong', lost] }
  // A telephone or an identity number in the column of names: two columns are mixed up.
  if (field !== 'teamName' && /\d{2,}/.test(name)) return { value: name, issue: ['nameHasDigits', 'note'] }
  return { value: name }
}

function readPhoneCell(text: string): Reading {
  const read = readPhone(text)
  if (!read.ok) return { issue: [read.why === 'scientific' ? 'phoneScientific' : 'phoneInvalid', 'dropCell'] }
  return read.zeroLost
    ? { value: read.phone, issue: ['phoneZeroLost', 'note', { phone: read.phone }] }
    : { value: read.phone }
}

/** 30, ３０, 30人, 约30人. */
function readStrength(text: string): Reading {
  const [, digits] = /^约?(\d{1,5})(?:\.0+)?[人名]?$/.exec(wordlike(text)) ?? []
  return digits === undefined ? { issue: ['strengthInvalid', 'dropCell'] } : { value: Number(digits) }
}

function wordlike(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '')
}

/** 李家湾, 李家湾村, 李家湾村委会, 李家湾社区 are one place unless the township has both. */
function readVillage(text: string, villages: ReadingContext['villages']): Reading {
  const name = cleanText(text).replace(/\n/g, '')
  if (name.length > MAX_TEXT) return { issue: ['tooLong', 'dropCell'] }
  const exact = villages.find((village) => wordKey(village.name) === wordKey(name))
  if (exact) return { value: { id: exact.id, name: exact.name } }
  const alike = villages.filter((village) => villageStem(village.name) === villageStem(name))
  const [only] = alike
  if (alike.length === 1 && only) return { value: { id: only.id, name: only.name } }
  return villages.length > 0 ? { value: { name }, issue: ['villageUnknown', 'note'] } : { value: { name } }
}

export function villageStem(name: string): string {
  return wordKey(name).replace(/(村民委员会|居民委员会|村委会|居委会|委员会|行政村|社区|村|居)$/, '')
}
