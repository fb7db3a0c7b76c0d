import type { HouseholdChanges, HouseholdFields, Vulnerable } from '../../../shared/domain/household/events.ts'
import type { HouseholdRow } from '../../../shared/domain/household/sheet.ts'
import type { HouseholdLine } from '../../../shared/ipc/households.ts'

/** A household as it is typed. */
export interface HouseholdForm {
  /** Id of a registered village, or a name. */
  readonly village: string
  readonly group: string
  readonly name: string
  readonly people: string
  readonly phone: string
  readonly zone: string
  /** 张桂兰（独居老人）、李小明（儿童） */
  readonly vulnerable: string
  readonly keeper: string
  readonly keeperPhone: string
  readonly note: string
}

export const EMPTY_FORM: HouseholdForm = {
  village: '',
  group: '',
  name: '',
  people: '',
  phone: '',
  zone: '',
  vulnerable: '',
  keeper: '',
  keeperPhone: '',
  note: '',
}

export function formOf(household: HouseholdLine): HouseholdForm {
  const { village, group, name, people, phone, zone, vulnerable, keeper, note } = household
  return {
    village: village.id ?? village.name,
    group,
    name,
    people: people === null ? '' : String(people),
    phone,
    zone,
    vulnerable: vulnerableText(vulnerable),
    keeper: keeper?.name ?? '',
    keeperPhone: keeper?.phone ?? '',
    note,
  }
}

export type HouseholdProblem = 'village' | 'name' | 'people'

export function problemsOf(form: HouseholdForm): readonly HouseholdProblem[] {
  return [
    ...(form.village.trim() === '' ? (['village'] as const) : []),
    ...(form.name.trim() === '' ? (['name'] as const) : []),
    ...(readPeople(form.people) === undefined ? (['people'] as const) : []),
  ]
}

/** The household as the desk takes it. */
export function fieldsOf(
  form: HouseholdForm,
  villages: readonly { readonly id: string; readonly name: string }[],
): HouseholdFields {
  const village = villages.find(({ id }) => id === form.village)
  const keeper = form.keeper.trim()
  return {
    village: village ? { id: village.id, name: village.name } : { name: form.village.trim() },
    group: form.group.trim(),
    name: form.name.trim(),
    people: readPeople(form.people) ?? null,
    phone: form.phone.trim(),
    zone: form.zone.trim(),
    vulnerable: readVulnerable(form.vulnerable),
    keeper: keeper === '' ? null : { name: keeper, phone: form.keeperPhone.trim() },
    note: form.note.trim(),
  }
}

/** Only what was changed: an edit says nothing about the rest. */
export function changesOf(before: HouseholdLine, after: HouseholdFields): HouseholdChanges {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof HouseholdFields]),
    ),
  )
}

export function vulnerableText(all: readonly Vulnerable[]): string {
  return all.map(({ name, kind }) => (kind ? `${name}（${kind}）` : name)).join('、')
}

function readVulnerable(text: string): Vulnerable[] {
  return text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 30)
    .map((part) => {
      const found = /^(.*?)[(（](.*?)[)）]$/.exec(part)
      return { name: (found?.[1] || part).trim(), kind: found?.[1] ? (found[2] ?? '').trim() : '', note: '' }
    })
}

/** Null: nothing stands there; undefined: no number. */
function readPeople(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined
}

/** Rows of a file with something doubtful, those that cannot be taken first. */
export function doubtful(
  rows: readonly HouseholdRow[],
  taken: (row: HouseholdRow) => boolean,
): readonly HouseholdRow[] {
  return rows.filter(({ issues }) => issues.length > 0).toSorted((a, b) => Number(taken(a)) - Number(taken(b)))
}
