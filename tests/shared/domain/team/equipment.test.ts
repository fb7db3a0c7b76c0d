import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEquipment, writeEquipment } from '../../../../shared/domain/team/equipment.ts'

const say = (text: string) => readEquipment(text).map(({ name, count, unit }) => `${name}|${count ?? '?'}|${unit}`)

describe('equipment', () => {
  it.each([
    ['铁锹20把、雨衣30件', ['铁锹|20|把', '雨衣|30|件']],
    ['铁锹（20把），编织袋(1,500个)', ['铁锹|20|把', '编织袋|1500|个']],
    ['发电机×2；油锯*3 台\n冲锋舟: 1艘', ['发电机|2|', '油锯|3|台', '冲锋舟|1|艘']],
    ['２０把铁锹', ['铁锹|20|把']],
    ['20把铁锹', ['铁锹|20|把']],
    ['5kW发电机2台', ['5kW发电机|2|台']],
    ['北斗终端BD3', ['北斗终端BD3|?|']],
    ['BD3×2台', ['BD3|2|台']],
    ['救生衣', ['救生衣|?|']],
    ['抢险车1辆（含绞盘）', ['抢险车1辆（含绞盘）|?|']],
    ['冲锋舟0艘', ['冲锋舟|0|艘']],
    ['', []],
  ])('%j', (text, items) => {
    expect(say(text)).toEqual(items)
  })

  it('is written as it is read', () => {
    const piece = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'铁锹雨衣BD3-5kW发电 .（）()×:'), minLength: 1, maxLength: 8 }),
      fc.option(fc.integer({ min: 0, max: 99_999 })),
      fc.constantFrom('', '把', '台', '件'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const typed = pieces
          .map(([name, count, unit]) => (count === null ? name : `${name}×${count}${unit}`))
          .join('、')
        const items = readEquipment(typed)
        expect(readEquipment(writeEquipment(items))).toEqual(items)
      }),
      { numRuns: 2_000 },
    )
  })
})
