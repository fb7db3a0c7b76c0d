import classification from '../../../resources/classification/teamKinds.json'
import strength from '../../../resources/rules/teamStrength.json'
import type { TeamKindEntry } from '../../../shared/domain/team/kinds.ts'

/** Kinds of teams, in the order of resources/classification/teamKinds.json with the common ones first. */
export const teamKinds: readonly TeamKindEntry[] = [
  ...classification.kinds.filter(({ key }) => key === 'township' || key === 'village').reverse(),
  ...classification.kinds.filter(({ key }) => key !== 'township' && key !== 'village'),
]

export interface StrengthRule {
  readonly minimum: number
  readonly source: string
}

/** How many people a team of the kind should have at least; null: no rule. */
export function strengthRule(kind: string): StrengthRule | null {
  return strength.rules.find((rule) => rule.kind === kind) ?? null
}
