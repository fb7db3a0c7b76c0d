import { expect, it } from 'vitest'
import { historyOf } from '../../../../renderer/features/tasks/history.ts'
import {
  dueOf,
  emptyForm,
  issueArgs,
  isUntouched,
  problemsOf,
  readDraft,
} from '../../../../renderer/features/tasks/issueForm.ts'
import {
  canReport,
  compareUrgency,
  groupTasks,
  trackOf,
  usualMeans,
  wouldSkip,
} from '../../../../renderer/features/tasks/model.ts'
import { recipientOptions } from '../../../../renderer/features/tasks/recipients.ts'
import { NOW, sampleRow, sampleRows, sampleTask } from '../../../../renderer/features/tasks/samples.ts'
import { issueTask } from '../../../../shared/ipc/tasks.ts'

const MINUTE = 60_000

it('puts what is late first, then what is open by its deadline, then what is done', () => {
  expect(sampleRows.toSorted((a, b) => compareUrgency(a, b, NOW)).map(({ no }) => no)).toEqual([
    '0714-A03',
    '0714-A04',
    '0714-A05',
    '0714-B01',
    '0714-A01',
    '0714-A02',
    '0714-B02',
  ])
})

it('proposes the means they spoke by last, not one of a record that was taken back', () => {
  const [first] = sampleTask.acts
  if (!first) throw new Error('no act')
  const radio = { ...first, act: 'received' as const, means: 'radio' as const }
  const voided = { reason: '按错了键', by: first.writer }
  const after = (...more: (typeof first)[]) =>
    usualMeans({ ...sampleTask, acts: [{ ...first, means: 'inPerson' as const }, ...more] })
  expect([after(), after(radio), after({ ...radio, voided })]).toEqual(['inPerson', 'radio', 'inPerson'])
})

it('groups by recipient and by incident, the most urgent group first', () => {
  const titles = (by: 'recipient' | 'incident') =>
    groupTasks(sampleRows, by, NOW, '未关联').map(({ title, rows }) => `${title} ${rows.length}`)
  expect(titles('recipient').slice(0, 3)).toEqual(['镇应急救援队 2', '石门村 1', '派出所巡逻组 1'])
  expect(titles('incident')).toEqual(['0714-A01 李家湾二组后山滑坡 5', '未关联 2'])
})

it('shows the steps of the present round: reported, jumped over, to come', () => {
  const said = (acts: typeof sampleTask.acts) =>
    trackOf({ ...sampleTask, acts }).map(({ step, state }) => `${step} ${state}`)
  expect(said(sampleTask.acts)).toEqual([
    'issued done',
    'received done',
    'departed done',
    'arrived coming',
    'completed coming',
    'verified coming',
  ])
  expect(said(sampleTask.acts.slice(0, 2))[1]).toBe('received unreported')
  const [issued] = sampleTask.acts
  if (!issued) throw new Error('no acts')
  expect(said([...sampleTask.acts, { ...issued, act: 'reissued' }])[1]).toBe('received coming')
})

it('warns of the steps that would be jumped over, and offers no step twice', () => {
  const track = trackOf(sampleTask)
  expect([wouldSkip(track, 'arrived'), wouldSkip(track, 'verified'), wouldSkip(track, 'received')]).toEqual([
    [],
    ['arrived', 'completed'],
    [],
  ])
  const offered = (row: typeof sampleRow) =>
    (['received', 'arrived'] as const).map((step) => canReport({ row, verifying: { may: 'self' } }, track, step))
  expect(offered(sampleRow)).toEqual([false, true])
  expect(offered({ ...sampleRow, status: 'returned' })).toEqual([false, false])
  expect(offered({ ...sampleRow, voided: true })).toEqual([false, false])
  const verifies = (['self', 'consent', 'nobody'] as const).map((may) =>
    canReport({ row: sampleRow, verifying: { may, because: 'member', leaders: [] } }, track, 'verified'),
  )
  expect(verifies).toEqual([true, true, false])
})

it('tells the whole history, the newest record first', () => {
  const { acts, rings, escalations, notes } = sampleTask
  const writer = notes[0]?.writer
  if (!writer) throw new Error('no notes')
  const late = [{ clock: 'due' as const, dueAt: 0, reason: '路断', writer: { ...writer, hlc: 'ffffffffffffffff' } }]
  expect(historyOf({ acts, rings, escalations, notes, late, voided: null }).map(({ what }) => what)).toEqual([
    'explained',
    'noted',
    'received',
    'departed',
    'received',
    'issued',
  ])
})

it('sends a form as the desk takes it, with the deadline counted from when it was said', () => {
  const team = { kind: 'team', id: 'team-1', name: '镇应急救援队' } as const
  const context = { incident: { id: 'incident-1', no: '0714-A01', title: '滑坡' } }
  const form = { ...emptyForm(context), title: ' 转移三户 ', to: [team], due: { minutes: 30 }, received: true }
  expect(issueTask.parse(issueArgs(form, context, NOW))).toEqual({
    title: '转移三户',
    detail: '',
    to: [team],
    at: NOW,
    means: 'phone',
    dueAt: NOW + 30 * MINUTE,
    urgency: 'ordinary',
    incident: context.incident,
    receivedBy: '',
  })
  expect(dueOf({ due: { at: 5 } }, NOW)).toBe(5)
  expect(dueOf({ due: null }, NOW)).toBeNull()
})

it('says what is missing, what is untouched, and reads a draft of its own shape only', () => {
  const context = { title: '立即转移', urgency: 'life-safety' } as const
  const form = emptyForm(context)
  expect([problemsOf(emptyForm({})), problemsOf(form)]).toEqual([['title', 'to'], ['to']])
  expect([isUntouched(form, context), isUntouched(form, {})]).toEqual([true, false])
  expect(readDraft(JSON.parse(JSON.stringify(form)))).toEqual(form)
  expect(readDraft({ title: '旧版' })).toBeNull()
})

it('offers teams with their phone and state, villages, persons', () => {
  const busy = { id: 'team-1', state: 'dispatched', open: 2, place: null } as const
  const options = recipientOptions({
    teams: [
      { id: 'team-1', name: '巡逻组', phone: '', village: '石门村' },
      { id: 'team-2', name: '民兵排', phone: '', village: '' },
    ],
    loads: [busy],
    villages: [{ id: 'village-1', name: '石门村' }],
    people: [{ id: 'person-1', name: '李秀兰', phone: '139', post: '民政办' }],
  })
  expect(options).toEqual([
    { recipient: { kind: 'team', id: 'team-2', name: '民兵排' }, remark: '', load: null },
    { recipient: { kind: 'team', id: 'team-1', name: '巡逻组' }, remark: '石门村', load: busy },
    { recipient: { kind: 'village', id: 'village-1', name: '石门村' }, remark: '', load: null },
    { recipient: { kind: 'person', id: 'person-1', name: '李秀兰', phone: '139' }, remark: '民政办', load: null },
  ])
})
