import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { createDesk } from '../../../electron/desk.ts'
import { ask } from '../../support/ask.ts'
import { makeFolder, openTestDesk } from '../../support/deskFixture.ts'

/** Starts a desk that types, kills it with SIGKILL once it said `after` times that it kept the draft; gives the last it said. */
async function killWhileTyping(folder: string, after: number): Promise<number> {
  const script = join(import.meta.dirname, '../../support/typingDesk.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('exit', done))
  let kept = 0
  for await (const line of createInterface({ input: child.stdout })) {
    kept = Number(line)
    if (kept === after) child.kill('SIGKILL')
  }
  await ended
  return kept
}

it.each([1, 7, 60])('what was typed survives a kill after %d keystrokes', async (after) => {
  const folder = makeFolder()
  const kept = await killWhileTyping(folder, after)
  expect(kept).toBeGreaterThanOrEqual(after)
  const desk = createDesk({ dataFolder: folder, version: 'test' })
  const drafts = ask(desk, 'draft.list', { kind: 'intake' })
  await desk.close()
  expect(drafts).toMatchObject([{ id: 'draft0001' }])
  expect(String(drafts[0]?.body.place).length).toBeGreaterThanOrEqual(kept)
})

it('passes from one person to the next and goes only when a person says so', async () => {
  const { desk, leader, clock } = openTestDesk()
  const list = () => ask(desk, 'draft.list', { kind: 'intake' })
  ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '二组' } })
  desk.context.session.signOut()
  expect(list()).toMatchObject([{ personName: '张伟', body: { place: '二组' } }])
  clock.advance(1000)
  desk.context.session.signIn(leader)
  ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '二组后山' } })
  expect(list()).toMatchObject([
    { personName: '刘芳', body: { place: '二组后山' }, begunMs: clock.now() - 1000, savedMs: clock.now() },
  ])
  ask(desk, 'draft.discard', { id: 'draft0001' })
  expect(list()).toEqual([])
  await desk.close()
})

it('refuses a draft that no intake could ever be', async () => {
  const { desk } = openTestDesk()
  const save = () => ask(desk, 'draft.save', { id: 'draft0001', kind: 'intake', body: { place: '后'.repeat(100_001) } })
  expect(save).toThrow(expect.objectContaining({ code: 'draft.tooLong' }))
  await desk.close()
})
