import { describe, expect, it } from 'vitest'
import { createReportData } from '../../../../electron/reports/reportData.ts'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import type { ReportContent } from '../../../../shared/domain/report/content.ts'
import { broadcastOf, messagesFor, phoneLogOf, smsOf, type TextFacts } from '../../../../shared/domain/report/texts.ts'
import { chineseOrdinal, figureWords } from '../../../../shared/domain/report/words.ts'

const words = createReportData().words()
const content: ReportContent = {
  title: '关于李家湾村山体滑坡的首报',
  asOf: 0,
  receivedAt: null,
  occurredAt: fromBeijing('2026-07-14', '02:30'),
  type: { key: 'landslide', name: '山体滑坡' },
  level: 'undetermined',
  figures: { trapped: { value: { n: 2 }, source: '村干部' }, missing: { value: null, source: '县应急局' } },
  sections: { place: '李家湾村二组后山', measures: '已转移15人', advice: '请求支援挖掘机1台' },
}
const facts: TextFacts = {
  label: { id: 'r', no: '0714-A01', kind: 'first', ordinal: 0, title: content.title },
  content,
  township: '清溪镇',
  officer: '张伟',
  phone: '13800000001',
  drill: false,
  words,
}

it.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [100, '100'],
])('counts follow-up %i as %s', (n, said) => {
  expect(chineseOrdinal(n)).toBe(said)
})

it('says figures as papers do; unknown is not zero', () => {
  const say = (value: Parameters<typeof figureWords>[1]) => figureWords('trapped', value, words)
  expect([say({ n: 0 }), say({ about: 3 }), say({ min: 2, max: 3 }), say(null)]).toEqual([
    '被困0人',
    '被困约3人',
    '被困2至3人',
    '被困情况不明',
  ])
})

describe('a text message', () => {
  it('says it all when it fits, with its length', () => {
    const { text, characters, messages, shortened } = smsOf(facts)
    expect(text).toBe(
      '【清溪镇】首报：14日2时30分，李家湾村二组后山山体滑坡。被困2人，失踪情况不明。已采取：已转移15人。请求：请求支援挖掘机1台。报告人张伟13800000001',
    )
    expect([characters, messages, shortened]).toEqual([text.length, 2, false])
  })

  it('counts 70 characters in one message, 67 in each piece of a longer one', () => {
    expect([70, 71, 134, 135].map((length) => messagesFor('字'.repeat(length)))).toEqual([1, 2, 2, 3])
  })

  it('leaves out what was asked for first, then what was done, and says so; never cuts a word', () => {
    const long = (part: 'advice' | 'measures') => ({
      ...facts,
      content: { ...content, sections: { ...content.sections, [part]: '字'.repeat(150) } },
    })
    const withoutAdvice = smsOf(long('advice'))
    expect([withoutAdvice.shortened, withoutAdvice.messages <= 3]).toEqual([true, true])
    expect(withoutAdvice.text).toContain('已采取：已转移15人。详见书面报告0714-A01。')
    const withoutBoth = smsOf(long('measures'))
    expect(withoutBoth.text).toContain('失踪情况不明。详见书面报告0714-A01。报告人')
  })

  it('of a drill says that it is one', () => {
    expect(smsOf({ ...facts, drill: true }).text).toContain('【清溪镇】这是演练。首报')
  })
})

it('a broadcast is said twice, in short sentences, and names no telephone nobody gave', () => {
  const lines = broadcastOf({ ...facts, phone: '' }).split('\n')
  const once = lines.slice(0, (lines.length - 1) / 2)
  expect(lines).toEqual([...once, '再播送一遍。', ...once])
  expect(once).toContain('李家湾村二组后山发生山体滑坡。')
  expect(once.at(-1)).toBe('需要帮助，请联系村干部。')
  expect(Math.max(...once.map((line) => line.length))).toBeLessThan(25)
})

it('the phone log has a block for each word passed on, without those voided', () => {
  const by = { version: 'v', hlc: '0', origin: 'd', name: '张伟' }
  const to = { key: 'countyEmergency', name: '县应急管理局', tier: 'county' as const }
  const at = fromBeijing('2026-07-14', '02:50') ?? 0
  const telling = {
    id: 't',
    report: null,
    to,
    person: '周科长',
    phone: '8765',
    route: 'phone' as const,
    at,
    saidBy: '张伟',
  }
  const rest = { text: '2人被困', limits: [], by }
  const voided = { reason: '打错', by }
  expect(
    phoneLogOf(
      [
        { ...telling, ...rest, voided: null },
        { ...telling, ...rest, id: 'u', voided },
      ],
      words.phoneLog,
    ),
  ).toBe(
    '通话时间：2026年7月14日2时50分\n对方：县应急管理局　周科长　8765\n方式：电话\n内容：2人被困\n报告人、记录人：张伟',
  )
})
