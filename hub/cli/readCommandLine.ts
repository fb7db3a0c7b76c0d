import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { AdminRequest } from '../admin/protocol.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

interface Common {
  readonly data: string
  readonly language: Language
}

/** What the person wants. `usage` names what is missing or wrong. */
export type CommandLine =
  | (Common & { readonly do: 'serve'; readonly port: number; readonly host: string })
  | (Common & { readonly do: 'ask'; readonly request: AdminRequest; readonly json: boolean })
  | (Common & { readonly do: 'export'; readonly sha: string; readonly out: string })
  | (Common & { readonly do: 'help' })
  | (Common & { readonly do: 'usage'; readonly problem: UsageProblem; readonly what: string })

export type UsageProblem = 'unknownCommand' | 'unknownOption' | 'missing' | 'badTime' | 'badNumber'

export const DEFAULT_PORT = 8970

class Problem extends Error {
  readonly problem: UsageProblem
  readonly what: string
  constructor(problem: UsageProblem, what: string) {
    super(problem)
    this.problem = problem
    this.what = what
  }
}

/** Reads `npm run hub -- …`. Without a command the hub itself is started. */
export function readCommandLine(args: readonly string[]): CommandLine {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    const what = error instanceof Error && 'code' in error ? (/'(.+?)'/.exec(error.message)?.[1] ?? '') : ''
    return {
      do: 'usage',
      problem: 'unknownOption',
      what,
      data: '',
      language: languageOf(args[args.indexOf('--lang') + 1]),
    }
  }
  const { values, positionals } = parsed
  const common: Common = {
    data: values.data ?? join(homedir(), '.zhenshou-hub'),
    language: languageOf(values.lang),
  }
  const [command, subject] = positionals
  try {
    if (values.help || command === 'help') return { ...common, do: 'help' }
    if (command === undefined) {
      return {
        ...common,
        do: 'serve',
        port: number(values.port, '--port') ?? DEFAULT_PORT,
        host: values.host ?? '127.0.0.1',
      }
    }
    if (command === 'attachment') {
      const sha = required(subject, 'SHA').toLowerCase()
      return { ...common, do: 'export', sha, out: required(values.out, '--out') }
    }
    return { ...common, do: 'ask', json: values.json ?? false, request: requestOf(command, subject, values) }
  } catch (error) {
    if (error instanceof Problem) return { ...common, do: 'usage', problem: error.problem, what: error.what }
    throw error
  }
}

function languageOf(text: string | undefined): Language {
  return LANGUAGES.find((language) => language === text) ?? 'zh-CN'
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      township: { type: 'string' },
      name: { type: 'string' },
      days: { type: 'string' },
      title: { type: 'string' },
      text: { type: 'string' },
      urgent: { type: 'boolean' },
      drill: { type: 'boolean' },
      'reply-by': { type: 'string' },
      by: { type: 'string' },
      reason: { type: 'string' },
      out: { type: 'string' },
    },
  })
}

type Values = ReturnType<typeof parse>['values']

function requestOf(command: string, subject: string | undefined, values: Values): AdminRequest {
  switch (command) {
    case 'enroll': {
      const days = number(values.days, '--days')
      return {
        command: 'enroll',
        division: required(values.township, '--township'),
        name: required(values.name, '--name'),
        ...(days === undefined ? {} : { days }),
      }
    }
    case 'order':
      return {
        command: 'order',
        division: required(values.township, '--township'),
        title: required(values.title, '--title'),
        text: values.text ?? '',
        urgent: values.urgent ?? false,
        replyBy: instant(values['reply-by']),
        by: values.by ?? '',
        ...(values.drill ? { drill: true } : {}),
      }
    case 'read':
      return { command: 'read', id: required(subject, 'ID'), by: required(values.by, '--by') }
    case 'log':
      return { command: 'log', division: required(values.township, '--township') }
    case 'attachments':
      return { command: 'attachments', division: required(values.township, '--township') }
    case 'revoke':
      return {
        command: 'revoke',
        device: required(subject, 'DEVICE'),
        reason: values.reason ?? '',
        by: values.by ?? '',
      }
    case 'orders':
    case 'townships':
    case 'restored':
      return { command }
    default:
      throw new Problem('unknownCommand', command)
  }
}

function required(value: string | undefined, what: string): string {
  const text = value?.trim()
  if (!text) throw new Problem('missing', what)
  return text
}

function number(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Problem('badNumber', what)
  return value
}

/** Without a zone it is Beijing time, whatever the machine's zone. */
function instant(text: string | undefined): number | null {
  if (text === undefined) return null
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text)
  const ms = Date.parse(
    hasZone ? text : `${text.includes('T') || text.includes(' ') ? text.replace(' ', 'T') : `${text}T23:59`}+08:00`,
  )
  if (!Number.isFinite(ms)) throw new Problem('badTime', text)
  return ms
}
