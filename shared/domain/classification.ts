import { z } from 'zod'
import type { Term } from './incident/labels.ts'
import { requiredText } from './values.ts'

const key = z.string().regex(/^[a-zA-Z0-9]{1,60}$/)
/** What it is called; the Chinese name is the official one and goes into the records. */
const name = z.object({ 'zh-CN': requiredText, en: requiredText })
const source = z.string()
const words = { aliases: z.array(requiredText).default([]), initials: z.string().default('') }

/** resources/classification/incidentTypes.json; `body`: who is competent, `gbt35561`: code of the national standard when known. */
export const incidentTypesFile = z.object({
  source,
  groups: z.array(z.object({ key, name })),
  types: z.array(
    z.object({ key, name, group: key, body: key, ...words, gbt35561: z.string().nullable().default(null) }),
  ),
})
/** resources/classification/competentBodies.json */
export const competentBodiesFile = z.object({ source, bodies: z.array(z.object({ key, name, ...words })) })
/** resources/classification/callSources.json; `above`: an office that gives us orders. */
export const callSourcesFile = z.object({
  source,
  sources: z.array(z.object({ key, name, ...words, above: z.boolean().optional() })),
})
/** resources/classification/figures.json; `part`: where the intake form has it. Their names are texts: `figures:<key>`. */
export const figuresFile = z.object({
  source,
  figures: z.array(z.object({ key, part: z.enum(['life', 'first', 'more']) })),
})

export type Names = z.output<typeof name>
export type IncidentType = z.output<typeof incidentTypesFile>['types'][number]
export type IncidentGroup = z.output<typeof incidentTypesFile>['groups'][number]
export type CompetentBody = z.output<typeof competentBodiesFile>['bodies'][number]
export type CallSource = z.output<typeof callSourcesFile>['sources'][number]
export type FigureKind = z.output<typeof figuresFile>['figures'][number]

/** What the duty room sorts incidents by; a county may edit the files. */
export interface Classification {
  readonly groups: readonly IncidentGroup[]
  readonly types: readonly IncidentType[]
  readonly bodies: readonly CompetentBody[]
  readonly sources: readonly CallSource[]
  readonly figures: readonly FigureKind[]
  /** Files that could not be read: their lists are empty, and everything can still be recorded. */
  readonly unreadable: readonly string[]
}

/** How a record keeps it: its key, and the official name it has now. */
export function termOf({ key: id, name: names }: { readonly key: string; readonly name: Names }): Term {
  return { key: id, name: names['zh-CN'] }
}

/** A recorded term in the reader's language; the name in the record when the classification no longer has it. */
export function nameOf(
  all: readonly { readonly key: string; readonly name: Names }[],
  { key: id, name: recorded }: Term,
  language: string,
): string {
  if (language !== 'en') return recorded
  return all.find((one) => one.key === id)?.name.en ?? recorded
}

/** Whether an office above ours called: what it asks for is asked of us, and is no help that we are to ask for. */
export function isFromAbove(source: string, sources: readonly CallSource[]): boolean {
  return sources.find(({ key: id }) => id === source)?.above ?? false
}
