import { expect, it } from 'vitest'
import { readLine } from '../../../../../shared/domain/intake/readLine.ts'
import { contextAt } from '../corpus.ts'

const context = contextAt('2026-07-14T15:40')

/** Figures of people with the words they came from. */
function people(line: string): Readonly<Record<string, unknown>> {
  const { figures } = readLine(line, context)
  return Object.fromEntries(
    Object.entries(figures).map(([field, { value, evidence }]) => [field, [value, line.slice(...evidence)]]),
  )
}

it('counts everybody once, by what was last and worst said of him', () => {
  expect(people('中巴翻下坡，连司机十二个人，摔死一个，重伤两个，剩下的都是皮外伤')).toEqual({
    dead: [{ n: 1 }, '死一个'],
    injured: [{ n: 11 }, '重伤两个，剩下的都是皮外伤'],
  })
})

it('knows who is left of those who were there', () => {
  expect(people('井下当班三十一人，升井二十六人，剩下的还困在下面')).toEqual({
    trapped: [{ n: 5 }, '剩下的还困在'],
  })
})

it('tells kin apart from those whose kin they are', () => {
  expect(people('俩小孩洗澡没上来，他爷下去捞，现在也没影了').missing).toEqual([
    { n: 3 },
    '俩小孩洗澡没上来，他爷下去捞，现在也没影',
  ])
})

it('takes nobody for hurt who only came to help, spoke, or is a thing', () => {
  for (const line of ['三个村干部进去劝了，还在里面做工作', '碗柜里的碗摔了几个', '明早要送他妈去县医院透析'])
    expect([line, people(line)]).toEqual([line, {}])
})

it('leaves to the statements what they dispute or take back', () => {
  expect(people('刚才说死了三个人，不对，是伤了三个')).toMatchObject({ injured: [{ n: 3 }, expect.any(String)] })
  expect(people('刚才说死了三个人，不对，是伤了三个')).not.toHaveProperty('dead')
})
