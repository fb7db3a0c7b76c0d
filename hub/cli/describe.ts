import type { TFunction } from 'i18next'
import type {
  AdminRequest,
  AttachmentRow,
  EnrolRow,
  LogRow,
  OrderRow,
  ReadRow,
  TownshipRow,
} from '../admin/protocol.ts'

type Words = TFunction<'hub'>

/** One row of an answer as lines for a person. The rows come from our own hub, so their shapes are known by the command. */
export function describeRow(t: Words, { command }: AdminRequest, row: unknown): readonly string[] {
  switch (command) {
    case 'enroll':
      return describeCode(t, row as EnrolRow)
    case 'order':
    case 'orders':
      return describeOrder(t, row as OrderRow)
    case 'read':
      return [t('read.done', { ...(row as ReadRow), hash: (row as ReadRow).hash.slice(0, 16) })]
    case 'log':
      return [describeEvent(t, row as LogRow)]
    case 'townships':
      return describeTownship(t, row as TownshipRow)
    case 'attachments':
    case 'attachment':
      return [describeAttachment(t, row as AttachmentRow)]
    case 'revoke':
      return [t('revoke.done', row as { letter: string; name: string; origin: string })]
    case 'restored':
      return [t('restored.done', row as { hubEpoch: string })]
  }
}

function describeCode(t: Words, { code, expiresAt, division, name }: EnrolRow): readonly string[] {
  return [t('enroll.code', { name, division }), '', `    ${code}`, '', t('enroll.expires', { at: beijing(expiresAt) })]
}

function describeOrder(t: Words, row: OrderRow): readonly string[] {
  const urgency = row.urgent ? t('order.urgent') : t('order.ordinary')
  const due = row.replyBy === null ? '' : t('order.replyBy', { at: beijing(row.replyBy) })
  const consoles = row.consoles.map(({ letter, name, received }) =>
    t(received ? 'order.received' : 'order.notReceived', { letter, name }),
  )
  const answers = row.answers.map(({ kind, by, at, text }) => `    ${beijing(at)}  ${kind}  ${by}  ${text}`.trimEnd())
  return [
    `${row.drill ? t('log.drill') : ''}${row.no}  ${urgency}  ${row.township}  ${row.title}  ${beijing(row.issuedAt)}  ${due}`.trimEnd(),
    ...(consoles.length > 0 ? consoles : [t('order.noConsole')]).map((line) => `    ${line}`),
    ...answers,
  ]
}

function describeEvent(t: Words, row: LogRow): string {
  const place = `${row.letter || row.origin.slice(0, 8)}/${row.epoch}/${row.lane}/${row.seq}`
  if (row.aside)
    return `${row.hash || '-'.repeat(64)}  ${beijing(row.receivedAt)}  ${place}  ${t('log.aside', { reason: row.aside })}`
  const drill = row.drill ? t('log.drill') : ''
  return `${row.hash}  ${beijing(row.at)}  ${place}  ${drill}${row.kind}  ${row.entity}  ${row.by}  ${row.text.replace(/\s+/g, ' ').slice(0, 80)}`.trimEnd()
}

function describeTownship(t: Words, row: TownshipRow): readonly string[] {
  const aside = row.parked + row.branches > 0 ? t('township.aside', { parked: row.parked, branches: row.branches }) : ''
  return [
    `${row.division}  ${row.name}  ${t('township.events', { count: row.events })}  ${aside}`.trimEnd(),
    ...row.consoles.map(({ letter, name, origin, connected, revoked, lastEventAt, waiting }) => {
      const state = revoked ? t('township.revoked') : connected ? t('township.connected') : t('township.away')
      const last = lastEventAt === null ? t('township.silent') : t('township.last', { at: beijing(lastEventAt) })
      return `    ${letter}  ${name}  ${origin}  ${state}  ${last}  ${t('township.waiting', { count: waiting })}`
    }),
  ]
}

function describeAttachment(t: Words, row: AttachmentRow): string {
  const state =
    row.percent === 100
      ? t('attachment.whole')
      : row.percent > 0
        ? t('attachment.part', { percent: row.percent })
        : row.thumb
          ? t('attachment.thumb')
          : t('attachment.nothing')
  return `${row.sha256}  ${beijing(row.receivedAt)}  ${row.size}  ${row.mime}  ${state}  ${row.incident}  ${row.name}`
}

/** Official times are Beijing time, whatever the machine's zone. */
export function beijing(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
