import { expect, it } from 'vitest'
import {
  type ActDraft,
  actDraftOf,
  readActDraft,
  readConsentDraft,
  readInRound,
  roundOf,
} from '../../../../renderer/features/tasks/actDraft.ts'
import { sampleTask } from '../../../../renderer/features/tasks/samples.ts'

const untouched: ActDraft = { by: null, means: null, text: '', at: null }

it('an act on a task half typed comes back as it was; an untouched form is not kept', () => {
  const typed: ActDraft = { text: '路断了，绕行', by: 'person-1', means: 'radio', at: 1_784_040_000_000 }
  expect(readActDraft(JSON.parse(JSON.stringify(actDraftOf(typed))))).toEqual(typed)
  expect(actDraftOf(untouched)).toBeNull()
  expect(
    [{ text: '到了' }, { by: '王强' }, { means: 'radio' as const }, { at: 1 }].map(
      (part) => actDraftOf({ ...untouched, ...part }) === null,
    ),
  ).toEqual([false, false, false, false])
})

it('what was half said of one round is not said of the next, and who says it is kept only where a person changed it', () => {
  const issued = sampleTask.acts.filter(({ act }) => act === 'issued')
  const again = issued.map((one) => ({ ...one, act: 'reissued' as const }))
  const first = roundOf({ acts: issued })
  const second = roundOf({ acts: [...issued, ...again] })
  const typed = { ...untouched, text: '正在集合', round: first }
  const kept: unknown = JSON.parse(JSON.stringify(typed))
  expect([readInRound(kept, first, readActDraft), readInRound(kept, second, readActDraft)]).toEqual([typed, null])
  expect(readInRound({ ...untouched, text: '正在集合' }, first, readActDraft)).toBeNull()
})

it('what an older version kept otherwise is passed over', () => {
  expect([readActDraft({ text: 1 }), readActDraft(null), readConsentDraft({ person: 'p' })]).toEqual([null, null, null])
  expect(readConsentDraft({ person: 'p', phone: null, at: null })).toEqual({ person: 'p', phone: null, at: null })
})
