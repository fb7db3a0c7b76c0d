import { isTownshipDivision } from '../../../shared/domain/township/division.ts'
import type { Organisation } from '../../../shared/domain/township/events.ts'
import type { ArgsOf } from '../../../shared/ipc/contract.ts'

/** What the wizard asks for, as typed. */
export interface SetUpForm {
  readonly name: string
  readonly division: string
  readonly county: string
  readonly organisation: Organisation | null
  /** One a line. */
  readonly villages: string
  readonly person: string
  readonly post: string
  readonly phone: string
  readonly alsoOnDuty: boolean
  readonly password: string
  readonly again: string
  readonly console: string
  readonly letter: string
}

export const EMPTY_FORM: SetUpForm = {
  name: '',
  division: '',
  county: '',
  organisation: null,
  villages: '',
  person: '',
  post: '',
  phone: '',
  alsoOnDuty: true,
  password: '',
  again: '',
  console: '',
  letter: 'A',
}

export const STEPS = ['township', 'villages', 'administrator'] as const
export type Step = (typeof STEPS)[number]

/** Keys below `setup:problem`, by field. */
export type Problems = Partial<Record<keyof SetUpForm, string>>

export const SHORTEST_PASSWORD = 8

const ENDINGS: readonly (readonly [RegExp, Organisation])[] = [
  [/街道(办事处)?$/, 'subdistrict'],
  [/乡$/, 'township'],
  [/镇$/, 'town'],
  [/团$/, 'regimentFarm'],
  [/(区|园|管委会)$/, 'functionalZone'],
]

/** The word the name ends with says what it is: 李家乡 is a 乡. */
export function organisationOfName(name: string): Organisation | null {
  return ENDINGS.find(([ending]) => ending.test(name.trim()))?.[1] ?? null
}

/** Villages of a pasted list: one a line; numbers before the names, as copied from a table, are left out. */
export function villagesOf(text: string): readonly string[] {
  const lines = text.split(/[\n\r\t]+/).map((line) => line.replace(/^\s*\d+\s*[.、)）\s]\s*/, ''))
  const names = lines.flatMap((line) => line.split(/[、,，;；]/)).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== '' && !/^\d+$/.test(name)))]
}

const LONGEST_NAME = 200
const MOST_VILLAGES = 500

/** A whole paragraph pasted as one name, or another list than the villages'. */
function villageProblemOf(names: readonly string[]): Problems {
  if (names.length > MOST_VILLAGES) return { villages: 'tooMany' }
  return names.some((name) => name.length > LONGEST_NAME) ? { villages: 'tooLong' } : {}
}

/** As copied from a table: 510 124 103. */
function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '')
}

export function problemsOf(step: Step, form: SetUpForm): Problems {
  const missing = (...fields: (keyof SetUpForm)[]): Problems =>
    Object.fromEntries(fields.filter((field) => !form[field]?.toString().trim()).map((field) => [field, 'missing']))
  switch (step) {
    case 'township':
      return {
        ...(isTownshipDivision(withoutSpaces(form.division)) ? {} : { division: 'division' }),
        ...missing('name', 'county', 'organisation'),
      }
    case 'villages':
      return villageProblemOf(villagesOf(form.villages))
    case 'administrator':
      return {
        ...([...form.password].length < SHORTEST_PASSWORD ? { password: 'short' } : {}),
        ...(form.password === form.again ? {} : { again: 'differs' }),
        ...(/^[A-Z]{1,3}$/.test(form.letter) ? {} : { letter: 'letter' }),
        ...missing('person', 'console'),
      }
  }
}

export function argumentsOf(form: SetUpForm): ArgsOf<'setup.create'> {
  return {
    township: {
      name: form.name.trim(),
      division: withoutSpaces(form.division),
      organisation: form.organisation ?? 'township',
      county: form.county.trim(),
    },
    villages: [...villagesOf(form.villages)],
    administrator: {
      name: form.person.trim(),
      post: form.post.trim(),
      phone: form.phone.trim(),
      password: form.password,
      alsoOnDuty: form.alsoOnDuty,
    },
    console: { letter: form.letter, name: form.console.trim() },
  }
}

/** What an administrator fills in at a console that has joined. */
export interface ClaimForm {
  readonly person: string | null
  readonly code: string
  readonly password: string
  readonly again: string
  readonly console: string
}

export const EMPTY_CLAIM: ClaimForm = { person: null, code: '', password: '', again: '', console: '' }

export type ClaimProblems = Partial<Record<keyof ClaimForm, string>>

export function claimProblemsOf(form: ClaimForm): ClaimProblems {
  return {
    ...(form.person === null ? { person: 'person' } : {}),
    ...(form.code.trim() === '' ? { code: 'code' } : {}),
    ...([...form.password].length < SHORTEST_PASSWORD ? { password: 'short' } : {}),
    ...(form.password === form.again ? {} : { again: 'differs' }),
    ...(form.console.trim() === '' ? { console: 'missing' } : {}),
  }
}

const KEY = 'zhenshou.setup'

/** What was typed so far, kept over a power cut. Passwords are not. */
export function keepForm(storage: Pick<Storage, 'setItem'>, form: SetUpForm): void {
  try {
    storage.setItem(KEY, JSON.stringify({ ...form, password: '', again: '' }))
  } catch {
    return
  }
}

export function readForm(storage: Pick<Storage, 'getItem'>): SetUpForm {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...EMPTY_FORM, ...kept } : EMPTY_FORM
  } catch {
    return EMPTY_FORM
  }
}

export function forgetForm(storage: Pick<Storage, 'removeItem'>): void {
  storage.removeItem(KEY)
}
