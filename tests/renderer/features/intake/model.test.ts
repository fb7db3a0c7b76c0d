import { describe, expect, it } from 'vitest'
import { readClassification } from '../../../../electron/classification.ts'
import {
  emptyForm,
  formOfDraft,
  type IntakeForm,
  isEmpty,
  keyed,
  proposeTitle,
  readForm,
  reportedAtOf,
} from '../../../../renderer/features/intake/model.ts'
import { parseWhen } from '../../../../renderer/features/intake/when.ts'
import { fromBeijing } from '../../../../shared/domain/beijing.ts'
import { callChannels } from '../../../../shared/ipc/calls.ts'

const at = (day: string, time: string) => fromBeijing(day, time) ?? 0
const now = at('2026-07-14', '02:40')
const lists = { classification: readClassification(), villages: [{ id: 'v1', name: '李家湾村' }] }
const form = (more: Partial<IntakeForm> = {}): IntakeForm => ({ ...emptyForm(now), ...more })

describe('reading the form', () => {
  it('gives what was said and leaves out what was not', () => {
    const read = readForm(
      form({
        source: 'villageCadre',
        callerName: ' 王建国 ',
        callerPhone: '13800000000',
        village: 'v1',
        place: '二组后山',
        type: 'landslide',
        at: '-20',
        figures: { dead: '未知', trapped: '2', evacuated: '约15', injured: '' },
        description: '埋了一栋房',
        level: 'relativelySerious',
      }),
      lists,
      now,
      false,
    )
    expect(read).toEqual({
      ok: true,
      call: {
        reportedAt: now,
        at: now - 20 * 60_000,
        source: { key: 'villageCadre', name: '村干部' },
        level: 'relativelySerious',
        caller: { name: '王建国', phone: '13800000000' },
        village: lists.villages[0],
        type: { key: 'landslide', name: '山体滑坡' },
        place: '二组后山',
        description: '埋了一栋房',
        figures: { dead: null, trapped: { n: 2 }, evacuated: { about: 15 } },
      },
      title: '李家湾村二组后山山体滑坡',
      claimedName: '',
    })
  })

  it('is what the desk takes', () => {
    const read = readForm(form({ place: '二组' }), lists, now, false)
    const args = read.ok && { draft: 'draft0001', call: read.call, into: { kind: 'open', title: read.title } }
    expect(callChannels['intake.record'].args.safeParse(args).success).toBe(true)
  })

  it.each<readonly [Partial<IntakeForm>, Record<string, string>]>([
    [{}, { description: 'nothing' }],
    [{ place: '二组', source: ' ' }, { source: 'source' }],
    [{ place: '二组', at: '下午' }, { at: 'time' }],
    [{ place: '二组', reportedAt: '25:00' }, { reportedAt: 'time' }],
    [{ figures: { dead: '很多' } }, { 'figures.dead': 'figure' }],
    [{ place: '二组', at: '2099-01-01 0300' }, { at: 'future' }],
    [{ place: '二组', reportedAt: '2099-01-01 0300' }, { reportedAt: 'future' }],
  ])('%j: %j', (more, problems) => {
    expect(readForm(form(more), lists, now, false)).toEqual({ ok: false, problems })
  })

  it('needs a name when nobody is signed in', () => {
    expect(readForm(form({ place: '二组' }), lists, now, true)).toEqual({
      ok: false,
      problems: { claimedName: 'name' },
    })
    expect(readForm(form({ place: '二组', claimedName: '小李' }), lists, now, true)).toMatchObject({
      ok: true,
      claimedName: '小李',
    })
  })

  it('keeps a source nobody listed in its own words', () => {
    const read = readForm(form({ place: '二组', source: '气象站老周' }), lists, now, false)
    expect(read.ok && read.call.source).toEqual({ key: 'other', name: '气象站老周' })
  })
})

it('proposes a title from place and type, else from the first words', () => {
  expect(proposeTitle(form({ description: '村口大树倒了挡住路' }), lists)).toBe('村口大树倒了挡住路')
  expect(proposeTitle(form({ village: 'v1', type: 'forestFire', description: 'x' }), lists)).toBe('李家湾村森林火灾')
})

it('a draft gives back exactly what was typed, and nothing odd breaks it', () => {
  const typed = form({ place: '二组', figures: { dead: '约' }, level: 'serious', claimedName: '小李', openedMs: 5 })
  expect(formOfDraft(JSON.parse(JSON.stringify(typed)), now)).toEqual(typed)
  expect(formOfDraft({ place: 7, figures: { dead: 1, trapped: '2' }, level: 'x', evil: 'y' }, now)).toEqual(
    form({ figures: { trapped: '2' } }),
  )
})

it('knows an empty form, whatever the defaults are', () => {
  expect(isEmpty(form({ claimedName: '小李', source: 'villageCadre' }))).toBe(true)
  expect(isEmpty(form({ figures: { dead: ' ' } }))).toBe(true)
  expect(isEmpty(form({ callerPhone: '138' }))).toBe(false)
  expect(isEmpty(form({ figures: { dead: '?' } }))).toBe(false)
  expect(isEmpty(form({ level: 'serious' }))).toBe(false)
})

it.each([
  ['.', '2026-07-14', '02:40'],
  ['现在', '2026-07-14', '02:40'],
  ['-20', '2026-07-14', '02:20'],
  ['20分钟前', '2026-07-14', '02:20'],
  ['3小时前', '2026-07-13', '23:40'],
  ['昨天 2310', '2026-07-13', '23:10'],
  ['昨晚11点10', '2026-07-13', '23:10'],
  ['下午3点', '2026-07-13', '15:00'],
  ['凌晨1点20', '2026-07-14', '01:20'],
  ['今早0点05', '2026-07-14', '00:05'],
  ['中午12点', '2026-07-13', '12:00'],
  ['前天 8:05', '2026-07-12', '08:05'],
  ['0220', '2026-07-14', '02:20'],
  ['7-12 2350', '2026-07-12', '23:50'],
  ['昨晚12点', '2026-07-14', '00:00'],
  ['昨晚1点', '2026-07-14', '01:00'],
  ['晚上1点', '2026-07-14', '01:00'],
  ['晚上12点', '2026-07-14', '00:00'],
  ['中午1点', '2026-07-13', '13:00'],
  ['凌晨12点', '2026-07-14', '00:00'],
  ['昨天半夜3点', '2026-07-14', '03:00'],
  ['昨天下午2310', '2026-07-13', '23:10'],
  ['昨晚十点半', '2026-07-13', '22:30'],
  ['一点二十左右', '2026-07-14', '01:20'],
  ['半小时前', '2026-07-14', '02:10'],
])('%s happened at %s %s', (typed, day, time) => {
  expect(parseWhen(typed, now)).toBe(at(day, time))
})

it.each(['', '下午', '昨天', '-', '昨天 25:00'])('%j is no time', (typed) => {
  expect(parseWhen(typed, now)).toBeNull()
})

it('dates a call from its first key when the form stood open and empty, else from the moment it was opened', () => {
  const openedMs = (given: IntakeForm, later: number) => keyed(given, { line: '李' }, now + later).openedMs - now
  expect([openedMs(form(), 59_000), openedMs(form(), 3_600_000), openedMs(form({ line: '李' }), 3_600_000)]).toEqual([
    0, 3_600_000, 0,
  ])
})

it('says at the foot the moment it will record, as the field reads it', () => {
  const at = (reportedAt: string) => reportedAtOf(form({ reportedAt, openedMs: now - 60_000 }), now)
  expect([at(''), at('2359'), at('zz')]).toEqual([now - 60_000, parseWhen('2359', now), null])
})
