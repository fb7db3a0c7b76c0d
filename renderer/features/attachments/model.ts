import type { AttachmentRules } from '../../../shared/domain/attachment/rules.ts'
import type { AttachmentLine, CountyHolds } from '../../../shared/ipc/attachments.ts'
import type { Shape } from '../../components/ShapeIcon.tsx'
import type { Tone } from '../../components/StatusTag.tsx'

/** 3.2 MB, 640 KB: in units of 1,024, as the file manager shows them. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1_024))} KB`
}

/** The ending of a file's name in capitals, such as PDF; for those without a picture. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1, dot + 6).toUpperCase() : ''
}

/** Whether the page can draw the original. */
export function isPicture(mime: string, rules: AttachmentRules | undefined): boolean {
  return rules?.types.some((type) => type.mime === mime && type.picture) ?? false
}

/** For the file dialog: `.jpg,.png,…` */
export function acceptOf(rules: AttachmentRules | undefined): string {
  return (rules?.types ?? []).flatMap(({ extensions }) => extensions.map((ending) => `.${ending}`)).join(',')
}

export const COUNTY_LOOK: Readonly<Record<CountyHolds, { readonly tone: Tone; readonly shape: Shape }>> = {
  nothing: { tone: 'mute', shape: 'dot' },
  thumb: { tone: 'info', shape: 'check' },
  original: { tone: 'good', shape: 'double' },
}

export interface Shown {
  readonly shown: readonly AttachmentLine[]
  readonly withdrawn: number
}

/** What the strip holds: withdrawn ones only when they are asked for. */
export function shownOf(lines: readonly AttachmentLine[], withWithdrawn: boolean): Shown {
  const standing = lines.filter(({ withdrawn }) => withdrawn === null)
  return { shown: withWithdrawn ? lines : standing, withdrawn: lines.length - standing.length }
}

/** The one beside it in the strip, round the end; null when it is alone. */
export function besideOf(lines: readonly AttachmentLine[], id: string, step: 1 | -1): string | null {
  const at = lines.findIndex((line) => line.id === id)
  const next = lines[(at + step + lines.length) % lines.length]
  return next && next.id !== id ? next.id : null
}

/** Cells of WPS and Excel come as text and as a picture of themselves: in a field they are meant as text. */
export function isTextFor(typing: boolean, types: readonly string[]): boolean {
  return typing && types.includes('text/plain')
}

/** What a person can do about the original's way: move it now, take the wish back, or nothing. */
export function moveOf({ here, transfer, withdrawn, mime }: AttachmentLine): 'send' | 'fetch' | 'stop' | null {
  if (withdrawn || mime === '' || transfer?.waits === 'drill') return null
  if (!here.original && (!transfer || transfer.waits === 'disk')) return 'fetch'
  if (transfer?.asked) return 'stop'
  return transfer?.way === 'send' && (transfer.waits === 'click' || transfer.waits === 'offline') ? 'send' : null
}

/** Minutes as people say them: less than one is one. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}
