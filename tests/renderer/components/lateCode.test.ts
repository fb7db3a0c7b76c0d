import { expect, it } from 'vitest'
import { lateCode, UnreadError } from '../../../renderer/components/lateCode.ts'

/** A file that cannot be read the first times; `acts` says what was done. */
function fileUnreadable(times: number) {
  const acts: string[] = []
  let left = times
  const load = async () => {
    acts.push('load')
    left -= 1
    if (left >= 0) throw new Error('busy')
    return 'code'
  }
  return { acts, code: lateCode(load, async () => void acts.push('mend')) }
}

it('is read once, and kept', async () => {
  const { acts, code } = fileUnreadable(0)
  expect(code.read()).toBe(code.read())
  expect(await code.read()).toBe('code')
  await code.again()
  expect(acts).toEqual(['load'])
})

it('stays unread until it is asked for again, and then for everybody', async () => {
  const { acts, code } = fileUnreadable(2)
  const first = code.read()
  await expect(first).rejects.toBeInstanceOf(UnreadError)
  expect(code.read()).toBe(first)
  await expect(code.again()).rejects.toBeInstanceOf(UnreadError)
  expect(code.read()).toBe(first)
  await code.again()
  expect(await code.read()).toBe('code')
  await code.again()
  expect(acts).toEqual(['load', 'mend', 'load', 'mend', 'load'])
})

it('tells its cause to the log', async () => {
  const { code } = fileUnreadable(1)
  await expect(code.read()).rejects.toMatchObject({ cause: new Error('busy') })
})
