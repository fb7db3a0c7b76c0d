import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LogLine } from '../../../shared/ipc/log.ts'
import { openTestDesk, type TestDesk } from '../../support/deskFixture.ts'

let test: TestDesk

beforeEach(() => {
  test = openTestDesk()
})
afterEach(() => test.desk.close())

const handlers = () => test.desk.handlers
const enter = (text: string) => handlers()['log.enter']({ at: test.clock.now(), text }) as LogLine
function lines(): readonly LogLine[] {
  const page = handlers()['log.page']({ filter: { groups: ['log'] }, before: null, limit: 50 })
  return (page as { lines: readonly LogLine[] }).lines
}
const entryNow = () => lines().find(({ kind }) => kind === 'log.entered')?.entry
const refusal = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'accepted'
}

describe('a free entry', () => {
  it('is answered as the line the log shows', () => {
    const line = enter('李家湾二组后山有落石')
    expect(line).toMatchObject({
      kind: 'log.entered',
      author: { person: test.officer.id, name: '张伟' },
      delivery: 'stored',
      concurrent: false,
      ineffective: false,
      entry: { text: '李家湾二组后山有落石', corrected: false, voided: null, author: test.officer.id },
    })
    expect(lines()).toEqual([line])
  })

  it('shows its correction and keeps its first wording', async () => {
    const { entity, entry } = enter('转移15人')
    await handlers()['log.correct']({
      entry: entity,
      base: [...(entry?.tips ?? [])],
      set: { text: '转移16人' },
      reason: '点名后更正',
    })
    const [correction, first] = lines()
    expect(correction).toMatchObject({
      kind: 'log.corrected',
      body: { set: { text: '转移16人' }, reason: '点名后更正' },
    })
    expect(first).toMatchObject({ kind: 'log.entered', body: { text: '转移15人' } })
    expect(first?.entry).toMatchObject({ text: '转移16人', corrected: true })
  })

  it('is voided and restored, each with a reason', async () => {
    const { entity } = enter('误记')
    const edit = (reason: string) => ({ entry: entity, base: [...(entryNow()?.tips ?? [])], reason })
    await handlers()['log.void'](edit('记错了'))
    expect(entryNow()?.voided).toEqual({ reason: '记错了', by: '张伟' })
    expect(refusal(() => handlers()['log.void'](edit('再作废')))).toBe('log.alreadyVoid')
    await handlers()['log.restore'](edit('没有记错'))
    expect(entryNow()?.voided).toBeNull()
    expect(refusal(() => handlers()['log.restore'](edit('再恢复')))).toBe('log.notVoid')
  })

  it('belongs to its author: anybody else is refused and nothing is written', () => {
    const { entity, entry } = enter('值班员所记')
    test.desk.context.session.signIn(test.leader)
    const edit = { entry: entity, base: [...(entry?.tips ?? [])], reason: '理由' }
    expect(refusal(() => handlers()['log.correct']({ ...edit, set: { text: '改' } }))).toBe('log.notOwn')
    expect(refusal(() => handlers()['log.void'](edit))).toBe('log.notOwn')
    expect(lines()).toHaveLength(1)
  })

  it('refuses a correction that changes nothing, and one of an unknown entry', () => {
    const { entity, entry } = enter('原文')
    const edit = { base: [...(entry?.tips ?? [])], reason: '理由' }
    expect(refusal(() => handlers()['log.correct']({ ...edit, entry: entity, set: { text: '原文' } }))).toBe(
      'log.nothingChanged',
    )
    expect(refusal(() => handlers()['log.void']({ ...edit, entry: 'log-unknown' }))).toBe('log.notFound')
  })
})
