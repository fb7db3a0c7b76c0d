import { expect, it } from 'vitest'
import { contextAt, fieldsOf } from './corpus.ts'

const context = contextAt('2026-07-14T15:40')
const read = (line: string) => fieldsOf(line, context)

it.each([
  ['县总值班室电话，请你镇十五分钟内报告今晚转移了多少人', '报告今晚转移了多少人'],
  ['县防指：雨还要下，务必半小时内把人转完并回话', '把人转完'],
  ['县防办要求，今晚十点前，也就是八十分钟内，把石门、桥头两村名单报上去', '把石门、桥头两村名单报上去'],
  ['县防指，立即转移下游群众，五分钟内回复是否收到', '转移下游群众'],
  ['县防指指令，危险区群众凌晨两点前必须转移到位', '危险区群众凌晨两点前必须转移到位'],
  ['县应急局叫我们十分钟内把桥封了', '把桥封了'],
  ['县应急局来电，要求我们一小时内回话，报一下转移了多少人', '报一下转移了多少人'],
])('%s: asks to %s', (line, needs) => {
  expect(read(line).needs).toBe(needs)
})

it.each([
  '县防指电话，十五分钟内回话',
  '县委办要求半小时内电话报，一小时内书面报',
  '县应急局问情况，我们半小时内报上去',
  '县防指来电了，我们马上转移',
  '县防办通知，两小时内有暴雨',
  '县气象局：大风蓝色预警，请注意防范',
])('%s: nothing beyond an answer is asked for', (line) => {
  expect(read(line)).not.toHaveProperty('needs')
})

// Who called is not known: what is read for help that is asked for goes into the report to the county.
it('leaves an order told on without who calls', () => {
  expect(read('县里叫我们十分钟内把桥封了')).not.toHaveProperty('needs')
})

it('takes no number of an order for what has happened', () => {
  const figures = (line: string) =>
    Object.keys(read(line)).filter((key) => !['source', 'village', 'needs', 'replyWithinMinutes'].includes(key))
  expect(figures('县防指：请立即转移石门村28户96人')).toEqual([])
  expect(figures('请各村立即上报独居老人35人转移情况')).toEqual([])
  expect(figures('县里要求立即转移石门村28户96人')).toEqual([])
  expect(figures('县防指要求半小时内报50户转移名单')).toEqual([])
})

it('still counts what is told beside an order', () => {
  expect(read('县防指要求把石门村的人转走，我们转了38人，还有两户不走')).toMatchObject({
    evacuated: 38,
    refusedHouseholds: 2,
    needs: '把石门村的人转走',
  })
  expect(read('县里要求十分钟内回话，转移了20户')).toMatchObject({ evacuatedHouseholds: 20 })
})
