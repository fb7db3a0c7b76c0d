import { expect, it } from 'vitest'
import { beyondShould } from '../../../../renderer/features/evacuation/counts.ts'

it('a village that counts more people than were to be moved is asked about, once it said how many those are', () => {
  const nothing = { should: null, moved: null, refused: null, missing: null }
  const beyond = (counts: object) => beyondShould({ ...nothing, ...counts })
  expect([
    beyond({ should: 5, moved: 999_999 }),
    beyond({ should: 5, moved: 4, refused: 1, missing: 1 }),
    beyond({ should: 5, moved: 4, refused: 1 }),
    beyond({ moved: 12 }),
    beyond({ should: 5 }),
  ]).toEqual([{ should: 5, said: 999_999 }, { should: 5, said: 6 }, null, null, null])
})
