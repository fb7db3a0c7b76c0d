import { expect, it } from 'vitest'
import {
  contentToSend,
  filledOf,
  isTyped,
  type ReportForm,
  readForm,
  stateOf,
  turnedInto,
  waitsHere,
} from '../../../../renderer/features/reports/model.ts'
import { sampleContent } from '../../../../renderer/features/reports/samples.ts'
import type { ReportContent } from '../../../../shared/domain/report/content.ts'

const first: ReportContent = {
  ...sampleContent,
  title: '关于滑坡的首报',
  receivedAt: 1_000,
  occurredAt: 500,
  sections: { place: '二组后山', losses: '死亡3人', measures: '已转移15人' },
}
const followUp: ReportContent = {
  ...first,
  title: '关于滑坡的续报一',
  asOf: 2_000,
  sections: { progress: '仍有落石', losses: '死亡4人', measures: '已转移20人' },
}
const form: ReportForm = { kind: 'first', of: '', content: first, filled: filledOf(first) }
const typedIn = (content: ReportContent): ReportForm => ({ ...form, content })

it('is filled anew for another kind where nobody typed', () => {
  expect(turnedInto(form, 'followUp', followUp)).toEqual({
    kind: 'followUp',
    of: '',
    content: followUp,
    filled: filledOf(followUp),
  })
})

it('keeps through other kinds, and back again, what a person typed or emptied', () => {
  const typed = typedIn({
    ...first,
    title: '关于二组后山滑坡的首报',
    occurredAt: 600,
    sections: { place: '', losses: '死亡3人', measures: '已转移20人' },
  })
  const turned = turnedInto(typed, 'followUp', followUp)
  expect(turned.content).toEqual({
    ...followUp,
    title: '关于二组后山滑坡的首报',
    occurredAt: 600,
    sections: { progress: '仍有落石', losses: '死亡4人', measures: '已转移20人' },
  })
  expect(turnedInto(turned, 'first', first).content).toEqual({
    ...first,
    title: '关于二组后山滑坡的首报',
    occurredAt: 600,
    sections: { losses: '死亡3人', measures: '已转移20人' },
  })
  expect([isTyped(form), isTyped(typed), isTyped(turned)]).toEqual([false, true, true])
})

it('takes all of a draft of an older version, which does not tell what was typed, for typed', () => {
  const { filled: _, ...kept } = form
  const old = readForm(JSON.parse(JSON.stringify(kept))) ?? form
  expect(turnedInto(old, 'followUp', followUp).content).toEqual({
    ...followUp,
    title: first.title,
    sections: { ...first.sections, progress: '仍有落石' },
  })
  expect(readForm(JSON.parse(JSON.stringify(form)))).toMatchObject(form)
})

it('sends the parts of its kind, not what was typed under another', () => {
  const content = { ...followUp, sections: { ...followUp.sections, place: '二组后山' } }
  expect(contentToSend(content, ['progress', 'losses', 'measures'])).toEqual(followUp)
})

it('does not call sent what the county cannot have got, whoever else has it', () => {
  const county = { to: { key: 'countyEmergency', name: '县应急管理局', tier: 'county' }, route: 'system' } as const
  const neighbour = { to: { key: 'neighbour', name: '石桥镇', tier: 'other' }, route: 'fax' } as const
  const cut = { state: 'waiting', reason: 'lost' } as const
  const waits = [[county], [county, neighbour], [{ ...county, route: 'fax' as const }], [neighbour]].map((recipients) =>
    waitsHere(cut, { recipients }),
  )
  expect([waits, waitsHere({ state: 'online', reason: 'idle' }, { recipients: [county] })]).toEqual([
    [true, true, false, false],
    false,
  ])
})

it('waits again for the link when the county lost it, unless the county has it on paper', () => {
  const to = { key: 'countyEmergency', name: '县应急管理局', tier: 'county' } as const
  const sentBy = (...routes: ('system' | 'fax')[]) => ({
    status: 'sent' as const,
    held: false,
    report: { sendings: [{ recipients: routes.map((route) => ({ to, route })) }] },
  })
  expect([stateOf(sentBy('system'), 'redeliver'), stateOf(sentBy('system', 'fax'), 'redeliver')]).toEqual([
    'held',
    'sent',
  ])
})
