import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { bigramQuery, bigramsOf } from '../../../shared/domain/bigrams.ts'
import { openDatabase } from '../../../shared/node/openDatabase.ts'

describe('bigrams', () => {
  it.each([
    ['李家湾二组后山', '李家 家湾 湾二 二组 组后 后山 山'],
    ['山', '山'],
    ['山洪', '山洪 洪'],
    ['3点20李家湾', '3 点 20 李家 家湾 湾'],
    ['G320国道', 'g320 国道 道'],
    ['电话 138-0000', '电话 话 138 0000'],
    ['Ｇ３２０', 'g320'],
    ['', ''],
    ['，。！', ''],
    ['𠮷野家', '𠮷野 野家 家'],
  ])('%s → %s', (text, tokens) => {
    expect(bigramsOf(text)).toBe(tokens)
  })

  it.each([
    ['山洪', '"山洪"'],
    ['李家湾', '"李家" AND "家湾"'],
    ['湾', '"湾"*'],
    ['g32', '"g32"*'],
    ['2人', '"2"* AND "人"*'],
    ['  ', null],
    ['"', null],
    ['山" OR "x', '"山"* AND "or"* AND "x"*'],
  ])('asked for %s: %s', (typed, query) => {
    expect(bigramQuery(typed)).toBe(query)
  })
})

// The tokenizer must be the one of electron/store/migrations/001_log.ts.
describe('bigrams in SQLite', () => {
  const db = openDatabase(':memory:')
  db.exec(
    `CREATE VIRTUAL TABLE search USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`,
  )
  afterAll(() => db.close())

  const find = (typed: string): readonly unknown[] => {
    const query = bigramQuery(typed)
    return query ? db.prepare('SELECT rowid FROM search WHERE search MATCH ?').all(query) : []
  }

  it('whatever part of a text a person types is found in it', () => {
    const part = fc
      .oneof(
        fc.string({ unit: fc.constantFrom(...'李家湾二组后山滑坡山洪，。 20aBg3𠮷〇𰻝'), minLength: 1, maxLength: 30 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.normalize('NFKC')),
      )
      .filter((text) => text !== '')
    fc.assert(
      fc.property(part, fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text]
        const [from, to] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [number, number]
        const typed = characters.slice(from, to + 1).join('')
        // A piece of a Latin word is found from its beginning only; NFKC and lower case may change what a cut means.
        fc.pre(!/[\p{Script=Latin}\p{N}]/u.test((characters[from - 1] ?? '') + (characters[to + 1] ?? '')))
        fc.pre(text.normalize('NFKC').toLowerCase().includes(typed.normalize('NFKC').toLowerCase()))
        fc.pre(bigramQuery(typed) !== null)
        db.prepare('DELETE FROM search').run()
        db.prepare('INSERT INTO search (rowid, text) VALUES (1, ?)').run(bigramsOf(text))
        expect(find(typed)).toEqual([{ rowid: 1 }])
      }),
      { numRuns: 1000 },
    )
  })

  it('no typed text is an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
        find(typed)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds the record, not its neighbours', () => {
    db.prepare('DELETE FROM search').run()
    const texts = ['山洪预警', '后山滑坡', '洪水上山', '20人转移', '120急救']
    for (const [index, text] of texts.entries())
      db.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(index, bigramsOf(text))
    const found = (typed: string) => find(typed).map((row) => texts[(row as { rowid: number }).rowid])
    expect(found('山洪')).toEqual(['山洪预警'])
    expect(found('山')).toEqual(['山洪预警', '后山滑坡', '洪水上山'])
    expect(found('20')).toEqual(['20人转移'])
    expect(found('12')).toEqual(['120急救'])
    expect(found('滑坡 后山')).toEqual(['后山滑坡'])
    expect(found('滑坡山洪')).toEqual([])
  })
})
