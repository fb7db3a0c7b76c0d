import type { SentencesOf } from './sentence.ts'

const aboutOf = ({
  incident,
  name,
}: {
  readonly incident: { readonly no: string; readonly title: string }
  readonly name: string
}) => ({
  incident: `${incident.no} ${incident.title}`,
  name,
})

export const attachmentSentences: SentencesOf<'attachment'> = {
  'attachment.added': (body) => ({
    ...aboutOf(body),
    ...(body.mime.startsWith('image/') ? { context: 'picture' } : {}),
  }),
  'attachment.withdrawn': (body) => ({ ...aboutOf(body), reason: body.reason }),
  'attachment.restored': (body) => ({ ...aboutOf(body), reason: body.reason }),
}
