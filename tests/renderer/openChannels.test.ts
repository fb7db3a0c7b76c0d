import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openChannels } from '../../shared/ipc/openChannels.ts'

const root = join(import.meta.dirname, '../../renderer')

// An intake is taken whoever sits there: a question of the form that waits for a person would break F2 on the lock screen.
it('answers every question of the intake form without a person', () => {
  const asked = globSync('features/intake/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:useDesk|useAct|call)\(\s*'([a-z]+\.\w+)'/g)].map(
      ([, channel]) => channel ?? '',
    ),
  )
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((channel) => !openChannels.has(channel))).toEqual([])
})
