import { expect, it } from 'vitest'
import { findMarks } from '../../../../electron/store/repositories/lineMarks.ts'

const by = (version: string) => ({ version, hlc: '', origin: '', name: '' })

it('finds values set at once, acts without effect and acts done at once, and nothing else', () => {
  const state = {
    fields: {
      level: { value: '2', by: by('winner'), rivals: [{ value: '3', by: by('loser') }] },
      title: { value: '滑坡', by: by('plain') },
      place: { value: '石门', by: by('alone'), rivals: [] },
    },
    course: {
      phase: 'ended',
      reached: { ended: { to: 'ended', by: by('moved') } },
      ineffective: [{ to: 'verifying', by: by('late') }],
    },
    acts: [
      { act: 'arrived', effect: 'none', concurrent: true, writer: by('twice') },
      { act: 'done', effect: 'step', concurrent: false, writer: by('done') },
      { act: 'closed', effective: false, writer: by('closed') },
      {
        act: 'left',
        effect: 'none',
        writer: by('back'),
        voided: { reason: '按错了', by: { ...by('void'), name: '张伟' } },
      },
      { act: 'left', effect: 'moved', writer: by('stands'), voided: null },
    ],
  }
  expect(Object.fromEntries(findMarks(state))).toEqual({
    winner: { concurrent: true, ineffective: false },
    loser: { concurrent: true, ineffective: false },
    late: { concurrent: false, ineffective: true },
    twice: { concurrent: true, ineffective: true },
    closed: { concurrent: false, ineffective: true },
    back: { concurrent: false, ineffective: false, voided: { reason: '按错了', by: '张伟' } },
  })
})
