import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { draftChannels } from '../../../shared/ipc/drafts.ts'
import { discardDraft, listDrafts, saveDraft } from '../../commands/drafts.ts'
import type { DeskContext } from '../../deskContext.ts'

export function draftHandlers(desk: DeskContext): HandlersOf<typeof draftChannels> {
  return {
    'draft.save': (args) => saveDraft(desk, args),
    'draft.list': ({ kind }) => listDrafts(desk, kind),
    'draft.discard': ({ id }) => discardDraft(desk, id),
  }
}
