import type { Aggregate } from '../event.ts'
import { type Writer, writerOf } from '../registers.ts'
import type { IncidentRef } from '../values.ts'
import { restore, type Voiding, voidBy } from '../voiding.ts'

/** What is known of an attached file's bytes. */
export interface AttachedFile {
  readonly sha256: string
  readonly size: number
  readonly mime: string
  /** '' where there is no small picture. */
  readonly thumbSha: string
  readonly thumbSize: number
}

/** A photo or document on an incident. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly incident: IncidentRef | null
  readonly urgent: boolean
  /** Null while the event that added it has not arrived. */
  readonly added: Writer | null
  readonly file: AttachedFile | null
  readonly withdrawn: Voiding | null
}

export const attachmentAggregate: Aggregate<Attachment> = {
  name: 'attachment',
  initial: (id) => ({ id, name: '', incident: null, urgent: false, added: null, file: null, withdrawn: null }),
  reduce(state, event, seen) {
    switch (event.kind) {
      case 'attachment.added': {
        const { incident, name, urgent, sha256, size, mime, thumbSha, thumbSize } = event.body
        const file = { sha256, size, mime, thumbSha, thumbSize }
        return { ...state, incident, name, urgent, added: writerOf(event), file }
      }
      case 'attachment.withdrawn': {
        const { incident, name, urgent } = event.body
        return { ...state, incident, name, urgent, withdrawn: voidBy(event, event.body) }
      }
      case 'attachment.restored': {
        const { incident, name, urgent } = event.body
        return { ...state, incident, name, urgent, withdrawn: restore(state.withdrawn, seen) }
      }
      default:
        return state
    }
  },
}
