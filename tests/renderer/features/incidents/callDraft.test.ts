import { expect, it } from 'vitest'
import { draftName } from '../../../../renderer/components/draftName.ts'
import { callDraftOf, readCallDraft, withCallDraft } from '../../../../renderer/features/incidents/callDraft.ts'
import {
  EMPTY_FIGURES,
  figuresDraftOf,
  readFiguresDraft,
} from '../../../../renderer/features/incidents/figuresDraft.ts'
import { emptyForm, type IntakeForm } from '../../../../renderer/features/intake/model.ts'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import { draftChannels, draftId } from '../../../../shared/ipc/drafts.ts'

const now = fromBeijing('2026-07-14', '22:50') ?? 0
const before: IntakeForm = {
  ...emptyForm(now),
  place: '二组',
  reportedAt: '22:10',
  figures: { trapped: '2', evacuated: '15' },
}
const again = (body: unknown) => JSON.parse(JSON.stringify(body)) as unknown

it('a correction of a call half typed comes back over what another changed meanwhile, its times with their date', () => {
  const typed: IntakeForm = {
    ...before,
    callerPhone: '13800000009',
    reportedAt: '2205',
    level: 'serious',
    figures: { trapped: '3', evacuated: '15' },
  }
  const draft = readCallDraft(again(callDraftOf(before, typed, '听错了', now)))
  const meanwhile: IntakeForm = { ...before, place: '三组', figures: { trapped: '2', evacuated: '18' } }
  expect([withCallDraft(meanwhile, draft), draft?.reason]).toEqual([
    { ...typed, place: '三组', reportedAt: '2026-07-14 22:05', figures: { trapped: '3', evacuated: '18' } },
    '听错了',
  ])
})

it('what was emptied comes back empty; a time that is none yet comes back as it was typed', () => {
  const typed: IntakeForm = { ...before, place: '', at: '昨晚', figures: { trapped: '', evacuated: '15' } }
  expect(withCallDraft(before, readCallDraft(again(callDraftOf(before, typed, '', now))))).toEqual(typed)
})

it('nothing typed is not kept, and what an older version kept otherwise is passed over', () => {
  expect(callDraftOf(before, { ...before }, ' ', now)).toBeNull()
  expect(withCallDraft(before, readCallDraft({ set: { place: 7 }, figures: {}, reason: '' }))).toEqual(before)
  expect(figuresDraftOf(EMPTY_FIGURES, now)).toBeNull()
  expect(readFiguresDraft({ figures: { dead: 1 } })).toBeNull()
})

it('figures half typed come back as they were typed, their time with its date', () => {
  const typed = { figures: { dead: '1', missing: '两三' }, source: '县应急局 周科长', at: '2240', note: '' }
  expect(readFiguresDraft(again(figuresDraftOf(typed, now)))).toEqual({ ...typed, at: '2026-07-14 22:40' })
})

it('every form that can be open about one thing has a draft of its own that the desk takes', () => {
  const forms = ['call', 'figures', 'received', 'departed', 'arrived', 'completed', 'verified', 'consent']
  const acts = ['returned', 'cancelled', 'noted']
  const names = [...forms, ...acts].map((what) => draftName(what, 'task-0mc3f9k2pq7a1b2c3d4e'))
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect([name.length <= 40, draftId.safeParse(name).success]).toEqual([true, true])
  for (const kind of ['call', 'figures', 'act'])
    expect(draftChannels['draft.list'].args.safeParse({ kind }).success).toBe(true)
})
