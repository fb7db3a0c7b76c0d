import { z } from 'zod'
import { ORGANISATIONS } from '../township/events.ts'
import { REPORT_KINDS, SECTIONS } from './content.ts'
import { ROUTES, TIERS } from './events.ts'

const words = z.string()
const wordsOf = <const Keys extends readonly [string, ...string[]]>(keys: Keys) => z.record(z.enum(keys), words)

/** What a complete report has: its times, and parts in words. */
export const REPORT_ITEMS = ['receivedAt', 'occurredAt', ...SECTIONS] as const
export const reportItem = z.enum(REPORT_ITEMS)
export type ReportItem = z.infer<typeof reportItem>

/** A place a report can go to. `body`: the competent body (resources/classification) it stands for; `usual`: chosen beforehand. */
export const recipientRule = z.object({
  key: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  tier: z.enum(TIERS),
  usual: z.boolean().default(false),
  body: z.string().optional(),
})
export type RecipientRule = z.infer<typeof recipientRule>

/** resources/rules/reports.json */
export const reportRulesFile = z.object({
  source: words,
  kinds: z.record(z.enum(REPORT_KINDS), z.object({ items: z.array(reportItem).min(1) })),
  recipients: z.array(recipientRule).min(1),
})
export type ReportRulesFile = z.infer<typeof reportRulesFile>

/**
 * resources/documents/report.json: the fixed words of official papers. They are Chinese whatever language the screen has, because
 * the paper goes to the county. Holes are `{name}`.
 */
export const reportWordsFile = z.object({
  source: words,
  issuer: wordsOf(ORGANISATIONS),
  masthead: words,
  urgency: z.object({ flash: words, command: words }),
  drill: words,
  number: words,
  signer: z.object({ signedIn: words, phone: words, none: words }),
  kinds: wordsOf(REPORT_KINDS),
  title: words,
  corrected: words,
  correction: words,
  salutation: words,
  sections: wordsOf(SECTIONS),
  times: z.object({ receivedAt: words, occurredAt: words, asOf: words, unknown: words }),
  closing: words,
  closingLast: words,
  contact: words,
  contactNoPhone: words,
  imprint: words,
  imprintAt: words,
  office: words,
  headCode: words,
  prefill: z.object({
    sourceCall: words,
    caller: words,
    moreCalls: words,
    nature: words,
    natureUngraded: words,
    typeUnknown: words,
    lossesOfficial: words,
    lossesNone: words,
    lossesUnverified: words,
    lossesHeard: words,
    claim: words,
    leader: words,
    commander: words,
    task: words,
    tasks: words,
    taskStatus: wordsOf(['issued', 'received', 'departed', 'arrived', 'completed', 'verified']),
    requests: words,
    outcome: words,
    verification: words,
    noChange: words,
  }),
  /** The task that follows 越级上报. */
  backReport: z.object({ title: words, detail: words }),
  levels: wordsOf(['ordinary', 'relativelySerious', 'serious', 'especiallySerious']),
  figureTitles: z.array(words).length(3),
  /** By figure: its name, its unit. */
  figures: z.record(z.string(), z.tuple([words, words])),
  amount: z.object({ n: words, range: words, about: words, unknown: words }),
  phoneLog: z.object({
    at: words,
    to: words,
    route: words,
    report: words,
    text: words,
    none: words,
    by: words,
    routes: wordsOf(ROUTES),
  }),
  texts: z.object({
    sms: words,
    smsWhen: words,
    smsMeasures: words,
    smsAdvice: words,
    smsMore: words,
    broadcast: z.array(words).min(1),
    broadcastAgain: words,
    broadcastNoPhone: words,
    drill: words,
  }),
})
export type ReportWords = z.infer<typeof reportWordsFile>

/** Fills the holes of a template; a hole nobody fills stays empty. What is filled in is never read as a template. */
export function fill(template: string, holes: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(holes[name] ?? ''))
}
