import type { GradeProposal, GradeScheme } from '../domain/incident/grading.ts'

/** A grade from the rules with where they come from. */
export interface ProposedGrade extends GradeProposal {
  readonly source: GradeScheme['source']
  readonly rulesHash: string
}
