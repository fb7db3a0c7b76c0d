import { expect, it } from 'vitest'
import kinds from '../../resources/classification/teamKinds.json' with { type: 'json' }
import words from '../../resources/import/teamColumns.json' with { type: 'json' }
import rules from '../../resources/rules/teamStrength.json' with { type: 'json' }
import { titleKeys } from '../../shared/domain/sheet/words.ts'
import { teamKind } from '../../shared/domain/team/events.ts'
import { guessKind, readKind } from '../../shared/domain/team/kinds.ts'
import { ROSTER_FIELDS } from '../../shared/domain/team/roster/table.ts'

it('every kind has a key that events can carry, both names, and is found by each of its words', () => {
  for (const kind of kinds.kinds) {
    expect(teamKind.parse(kind.key)).toBe(kind.key)
    for (const text of [kind.name['zh-CN'], kind.name.en, ...kind.words])
      expect([text, readKind(kinds.kinds, text)]).toEqual([text, kind.key])
  }
  expect(kinds.kinds.filter(({ key }) => key === 'other')).toHaveLength(1)
  expect(guessKind(kinds.kinds, '清溪镇综合应急救援队')).toBe('township')
  expect(guessKind(kinds.kinds, '李家湾村志愿消防队')).toBe('fire')
  expect(guessKind(kinds.kinds, '突击组')).toBeNull()
})

it('a column title means one thing', () => {
  const meaning = new Map<string, string>()
  const say = (title: string, what: string) => {
    for (const key of titleKeys(title)) {
      expect([title, meaning.get(key) ?? what]).toEqual([title, what])
      meaning.set(key, what)
    }
  }
  for (const [field, titles] of Object.entries(words.fields)) for (const title of titles) say(title, field)
  for (const [index, { titles }] of words.shared.entries()) for (const title of titles) say(title, `shared ${index}`)
  for (const title of words.ignored) say(title, 'ignored')
  expect(Object.keys(words.fields)).toEqual([...ROSTER_FIELDS])
  expect(Object.keys(words.groupOf)).toEqual([...ROSTER_FIELDS])
})

it('every threshold names its source and a kind that exists', () => {
  for (const { kind, minimum, source } of rules.rules) {
    expect(kinds.kinds.map(({ key }) => key)).toContain(kind)
    expect([minimum > 0, source.length > 10]).toEqual([true, true])
  }
})
