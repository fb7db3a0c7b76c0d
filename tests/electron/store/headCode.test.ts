import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readHeadCode } from '../../../electron/store/headCode.ts'
import { openStore } from '../../../electron/store/store.ts'

it('names the count and changes with every event, so that paper can be compared with the log', () => {
  const store = openStore({ folder: mkdtempSync(join(tmpdir(), 'zhenshou-head-')), now: () => 1_784_000_000_000 })
  store.setScope('361126101')
  const codes = [readHeadCode(store.db, store.origin, store.epoch)]
  for (const text of ['一', '二']) {
    const body = { at: 1_784_000_000_000, text }
    store.append([{ kind: 'log.entered', entity: `log-${text}`, body, base: [] }], { author: null })
    codes.push(readHeadCode(store.db, store.origin, store.epoch))
  }
  store.close()
  expect(codes.map((code) => code.replace(/[0-9A-F]{8}$/, '#'))).toEqual(['0-#', '1-#', '2-#'])
  expect(new Set(codes).size).toBe(3)
})
