import { expect, it } from 'vitest'
import { type Notice, withNotice, withoutProblems } from '../../../renderer/components/noticeList.ts'
import type { Tone } from '../../../renderer/components/StatusTag.tsx'

let id = 0
const notice = (tone: Tone, text: string): Notice => ({ id: id++, tone, text })
const after = (...told: readonly Notice[]) =>
  told.reduce<readonly Notice[]>(withNotice, []).map(({ tone, text }) => `${tone} ${text}`)

it('shows one piece of good news, and never more than two sentences', () => {
  expect(after(notice('good', '已记录甲'), notice('good', '已记录乙'), notice('good', '已记录丙'))).toEqual([
    'good 已记录丙',
  ])
  expect(after(notice('bad', '没有保存'), notice('good', '已记录'), notice('warn', '只剩 30% 电'))).toEqual([
    'bad 没有保存',
    'warn 只剩 30% 电',
  ])
  expect(after(notice('bad', '一'), notice('bad', '二'), notice('bad', '三'))).toEqual(['bad 二', 'bad 三'])
})

it('does not let good news push away why something was refused', () => {
  expect(after(notice('bad', '没有保存'), notice('good', '甲'), notice('good', '乙'))).toEqual([
    'bad 没有保存',
    'good 乙',
  ])
})

it('says the same sentence once', () => {
  expect(after(notice('bad', '一'), notice('bad', '二'), notice('bad', '一'))).toEqual(['bad 二', 'bad 一'])
})

it('puts away why something was refused, and leaves good news', () => {
  const told = [notice('good', '已记录'), notice('warn', '没有可报的数'), notice('bad', '没有变化')]
  expect(withoutProblems(told)).toEqual(told.slice(0, 1))
  const good = told.slice(0, 1)
  expect(withoutProblems(good)).toBe(good)
})
