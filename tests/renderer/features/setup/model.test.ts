import { describe, expect, it } from 'vitest'
import {
  claimProblemsOf,
  EMPTY_CLAIM,
  EMPTY_FORM,
  keepForm,
  organisationOfName,
  problemsOf,
  readForm,
  villagesOf,
} from '../../../../renderer/features/setup/model.ts'

const filled = { ...EMPTY_FORM, person: '陈明', console: '值班室', password: 'qing xi 119', again: 'qing xi 119' }

describe('the set-up wizard', () => {
  it.each([
    ['清溪镇', 'town'],
    ['李家乡', 'township'],
    ['人民路街道', 'subdistrict'],
    ['人民路街道办事处', 'subdistrict'],
    ['一二三团', 'regimentFarm'],
    ['城东工业园', 'functionalZone'],
    ['清溪', null],
  ] as const)('knows what %s is', (name, organisation) => {
    expect(organisationOfName(name)).toBe(organisation)
  })

  it('reads villages from whatever was pasted', () => {
    expect(villagesOf('1. 李家湾村\r\n2、王家坪村\n\n  石门村\t新塘村\n李家湾村\n7\t三教村')).toEqual([
      '李家湾村',
      '王家坪村',
      '石门村',
      '新塘村',
      '三教村',
    ])
  })

  it('names each missing or wrong field of a page', () => {
    expect(problemsOf('township', EMPTY_FORM)).toEqual({
      name: 'missing',
      county: 'missing',
      division: 'division',
      organisation: 'missing',
    })
    expect(problemsOf('villages', EMPTY_FORM)).toEqual({})
    expect(problemsOf('villages', { ...EMPTY_FORM, villages: `李家湾村\n${'长'.repeat(201)}` })).toEqual({
      villages: 'tooLong',
    })
    const many = Array.from({ length: 501 }, (_, at) => `${'甲乙丙丁戊己庚辛'[at % 8]}${at}村`)
    expect(problemsOf('villages', { ...EMPTY_FORM, villages: many.join('\n') })).toEqual({ villages: 'tooMany' })
    expect(problemsOf('township', { ...EMPTY_FORM, name: ' ', county: '\t', division: '510 124 103' })).toEqual({
      name: 'missing',
      county: 'missing',
      organisation: 'missing',
    })
    expect(problemsOf('administrator', { ...filled, again: 'x', letter: '1', console: '' })).toEqual({
      again: 'differs',
      letter: 'letter',
      console: 'missing',
    })
    expect(problemsOf('administrator', filled)).toEqual({})
    expect(Object.keys(claimProblemsOf(EMPTY_CLAIM))).toEqual(['person', 'code', 'password', 'console'])
  })

  it('keeps what was typed over a power cut, passwords excepted', () => {
    const kept = new Map<string, string>()
    keepForm({ setItem: (key, value) => kept.set(key, value) }, filled)
    expect(readForm({ getItem: (key) => kept.get(key) ?? null })).toEqual({ ...filled, password: '', again: '' })
    expect(readForm({ getItem: () => '{ half' })).toEqual(EMPTY_FORM)
  })
})
