import { expect, it } from 'vitest'
import { callOrder, EMPTY_BOOK } from '../../../../shared/domain/task/callOrder.ts'

const to = { kind: 'team', id: 'team-1', name: '镇应急救援队', phone: '139 0000 0001' } as const
const member = (name: string, phone: string, post: string) => ({ name, phone, post })
const book = {
  leader: { name: '王建军', phone: '13900000001' },
  dutyPhone: '028-87930000',
  members: [
    member('赵小兵', '13900000005', '队员'),
    member('李强', '13900000002', '副队长'),
    member('王建军', '13900000001', '队长'),
    member('孙磊', '13900000004', '分队长'),
    member('周梅', '', '队员'),
    member('陈刚', '13900000003', '副队长'),
  ],
}
const say = (calls: ReturnType<typeof callOrder>) =>
  calls.map(({ name, post, title }) => `${post} ${name} ${title}`.trim())

it('rings the leader, the deputies, the duty room, then the members; nobody twice, nobody without a number', () => {
  expect(say(callOrder(to, book))).toEqual([
    'leader 王建军 队长',
    'deputy 李强 副队长',
    'deputy 陈刚 副队长',
    'dutyRoom 镇应急救援队',
    'member 孙磊 分队长',
    'member 赵小兵 队员',
  ])
})

it('takes the number of a leader from the members when the team has none', () => {
  expect(callOrder(to, { ...book, leader: { name: '王建军', phone: '' } })[0]).toEqual({
    name: '王建军',
    phone: '13900000001',
    post: 'leader',
    title: '队长',
  })
})

it('rings the number noted with the task when the roster knows nobody', () => {
  expect(say(callOrder(to, EMPTY_BOOK))).toEqual(['recipient 镇应急救援队'])
  expect(callOrder({ kind: 'village', id: 'v', name: '李家湾村' }, EMPTY_BOOK)).toEqual([])
})
