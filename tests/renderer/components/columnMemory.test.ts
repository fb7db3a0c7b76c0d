import { expect, it } from 'vitest'
import { forgetColumns, keepColumns, readColumns } from '../../../renderer/components/ledger/columnMemory.ts'

function makeStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

it('remembers order, width, visibility and sorting, a ledger by itself', () => {
  const storage = makeStorage()
  const columns = [
    { colId: 'name', width: 140, hide: false, sort: 'asc' as const, sortIndex: 0 },
    { colId: 'phone', width: 120, hide: true, sort: null, sortIndex: null },
  ]
  keepColumns(storage, 'teams', columns)
  expect([readColumns(storage, 'teams'), readColumns(storage, 'tasks')]).toEqual([columns, null])
  forgetColumns(storage, 'teams')
  expect(readColumns(storage, 'teams')).toBeNull()
})

it('is not upset by what another version or a full disk left behind', () => {
  const storage = makeStorage()
  storage.setItem('zhenshou.ledger.teams', '{broken')
  expect(readColumns(storage, 'teams')).toBeNull()
  storage.setItem('zhenshou.ledger.teams', '[null, 3, {"colId":"name"}]')
  expect(readColumns(storage, 'teams')).toEqual([{ colId: 'name' }])
  const full = {
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => keepColumns(full, 'teams', [{ colId: 'name' }])).not.toThrow()
})
