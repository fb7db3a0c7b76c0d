import { expect, it } from 'vitest'
import {
  type ActDraft,
  actDraftOf,
  readActDraft,
  readConsentDraft,
} from '../../../../renderer/features/tasks/actDraft.ts'

const first = { by: '镇应急救援队', means: 'phone' } as const
const untouched: ActDraft = { ...first, text: '', at: null }

it('an act on a task half typed comes back as it was; an untouched form is not kept', () => {
  const typed: ActDraft = { text: '路断了，绕行', by: 'person-1', means: 'radio', at: 1_784_040_000_000 }
  expect(readActDraft(JSON.parse(JSON.stringify(actDraftOf(typed, first))))).toEqual(typed)
  expect(actDraftOf(untouched, first)).toBeNull()
  expect(
    [{ text: '到了' }, { by: '王强' }, { means: 'radio' as const }, { at: 1 }].map(
      (part) => actDraftOf({ ...untouched, ...part }, first) === null,
    ),
  ).toEqual([false, false, false, false])
})

it('what an older version kept otherwise is passed over', () => {
  expect([readActDraft({ text: 1 }), readActDraft(null), readConsentDraft({ person: 'p' })]).toEqual([null, null, null])
  expect(readConsentDraft({ person: 'p', phone: null, at: null })).toEqual({ person: 'p', phone: null, at: null })
})
