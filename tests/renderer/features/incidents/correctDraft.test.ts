import { expect, it } from 'vitest'
import { draftName } from '../../../../renderer/components/draftName.ts'
import {
  correctDraftOf,
  readCorrectDraft,
  withCorrectDraft,
} from '../../../../renderer/features/incidents/correctDraft.ts'
import { type FactsForm, LONG_FIELDS } from '../../../../renderer/features/incidents/incidentCorrection.ts'
import { EMPTY_HELP, helpDraftOf, readHelpDraft } from '../../../../renderer/features/response/helpDraft.ts'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import { draftChannels, draftId } from '../../../../shared/ipc/drafts.ts'

const now = fromBeijing('2026-07-14', '22:50') ?? 0
const long = Object.fromEntries(LONG_FIELDS.map((field) => [field, ''])) as Pick<FactsForm, 'scope'>
const before = { title: '山体滑坡', place: '二组', at: '22:10', village: 'v1', type: '', level: 'ordinary', ...long }
const facts = before as FactsForm
const kept = (body: unknown) => readCorrectDraft(JSON.parse(JSON.stringify(body)))

it('a correction half typed comes back over what another changed meanwhile, its time with its date', () => {
  const typed: FactsForm = { ...facts, description: '埋了一栋房', at: '2240', level: 'serious' }
  const draft = kept(correctDraftOf(facts, typed, '村里来电', now))
  expect(withCorrectDraft({ ...facts, title: '后山山体滑坡' }, draft)).toEqual({
    ...typed,
    title: '后山山体滑坡',
    at: '2026-07-14 22:40',
  })
  expect(draft?.reason).toBe('村里来电')
})

it('nothing typed is not kept, and what an older version kept otherwise is passed over', () => {
  expect(correctDraftOf(facts, { ...facts }, ' ', now)).toBeNull()
  expect(kept({ set: { level: 'dreadful' }, reason: '' })).toBeNull()
  expect(withCorrectDraft(facts, null)).toEqual(facts)
  expect(helpDraftOf({ ...EMPTY_HELP, at: now })).toBeNull()
})

it('help half asked comes back as it was', () => {
  const typed = { ...EMPTY_HELP, from: '县消防救援大队', text: '冲锋舟2艘', at: now }
  expect(readHelpDraft(JSON.parse(JSON.stringify(helpDraftOf(typed))))).toEqual(typed)
})

it('each thing typed about an incident is a draft of its own that the desk takes', () => {
  const names = (['correct', 'help', 'note'] as const).flatMap((what) =>
    ['incident-0mc3f9k2pq7a1b2c3d4e', 'incident-0mc3f9k2pq7a1b2c3d4f'].map((id) => draftName(what, id)),
  )
  expect(new Set(names).size).toBe(6)
  for (const name of names) expect([name.length <= 40, draftId.safeParse(name).success]).toEqual([true, true])
  for (const kind of ['correct', 'help', 'note'])
    expect(draftChannels['draft.list'].args.safeParse({ kind }).success).toBe(true)
})
