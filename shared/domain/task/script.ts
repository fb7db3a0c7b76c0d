import { z } from 'zod'

const sentence = z.string().trim().min(1).max(200)

/** Fixed words of what is read aloud and of the slip: resources/documents/dispatch.json. */
export const dispatchWordsFile = z.object({
  source: sentence,
  drill: sentence,
  script: z.object({
    drillFirst: sentence,
    drillLast: sentence,
    self: sentence,
    selfNameless: sentence,
    incident: sentence,
    place: sentence,
    authority: sentence,
    task: sentence,
    due: sentence,
    road: sentence,
    forbidden: sentence,
    report: sentence,
    reportPhone: sentence,
    repeat: sentence,
  }),
  handedOver: z.object({ rings: sentence, limit: sentence }),
  slip: z.object({
    title: sentence,
    number: sentence,
    issuedAt: sentence,
    to: sentence,
    phone: sentence,
    incident: sentence,
    place: sentence,
    urgency: sentence,
    lifeSafety: sentence,
    ordinary: sentence,
    due: sentence,
    noDue: sentence,
    authority: sentence,
    script: sentence,
    signatures: z.object({
      issuer: sentence,
      leader: sentence,
      recipient: sentence,
      completed: sentence,
      verified: sentence,
    }),
    signLine: sentence,
    headCode: sentence,
    fileName: sentence,
  }),
})
export type DispatchWords = z.output<typeof dispatchWordsFile>

/** What was entered of a task; what nobody said is '' or empty, and is not spoken of. */
export interface ScriptFacts {
  readonly recipient: string
  readonly township: string
  readonly officer: string
  readonly incident: string
  readonly place: string
  readonly authority: string
  readonly title: string
  readonly detail: string
  /** Written out, such as 03:40 or 7月15日03:40. */
  readonly due: string
  /** Roads that are cut: villages and places. */
  readonly roads: readonly string[]
  /** What the disposal cards at hand forbid. */
  readonly forbidden: readonly string[]
  /** Where to report back. */
  readonly phone: string
  readonly drill: boolean
}

export const SCRIPT_PARTS = ['drill', 'self', 'incident', 'task', 'due', 'danger', 'report', 'repeat'] as const
export type ScriptPart = (typeof SCRIPT_PARTS)[number]
export interface ScriptLine {
  readonly part: ScriptPart
  readonly text: string
}

/** What the officer reads aloud, line by line. Nothing in it that nobody entered. */
export function scriptOf(facts: ScriptFacts, { script: words }: DispatchWords): readonly ScriptLine[] {
  const { recipient, township, officer, incident, place, authority, title, detail, due, roads, forbidden } = facts
  const say = (part: ScriptPart, text: string): readonly ScriptLine[] => (text === '' ? [] : [{ part, text }])
  const known = (value: string, template: string) => (value === '' ? '' : fillIn(template, { value }))
  const self = officer === '' ? words.selfNameless : words.self
  const danger = [
    known(roads.join('、'), words.road),
    known(forbidden.map(withoutStop).join('；'), words.forbidden),
  ].join('')
  return [
    ...say('drill', facts.drill ? words.drillFirst : ''),
    ...say('self', fillIn(self, { recipient, township, officer })),
    ...say('incident', known(withoutStop(incident), words.incident) + known(place, words.place)),
    ...say(
      'task',
      known(authority, words.authority) +
        known(withoutStop(title), words.task) +
        (detail && `${withoutStop(detail)}。`),
    ),
    ...say('due', known(due, words.due)),
    ...say('danger', danger),
    ...say('report', facts.phone === '' ? words.report : fillIn(words.reportPhone, { value: facts.phone })),
    ...say('repeat', words.repeat),
    ...say('drill', facts.drill ? words.drillLast : ''),
  ]
}

/** Puts values into {braces}. */
export function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** One sentence ends once. */
function withoutStop(text: string): string {
  return text.trim().replace(/[。；;，,、\s]+$/, '')
}
