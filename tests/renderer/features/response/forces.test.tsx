import { beforeAll, expect, it } from 'vitest'
import { ForcesView } from '../../../../renderer/features/response/ForcesView.tsx'
import { forceLines } from '../../../../renderer/features/response/model.ts'
import { NOW, sampleResponse, tasks } from '../../../../renderer/features/response/samples.ts'
import { renderPage, strictI18n } from '../../renderPage.tsx'

let texts: Awaited<ReturnType<typeof strictI18n>>
beforeAll(async () => {
  texts = await strictI18n('zh-CN')
})
const nothing = () => undefined
const said = (now: number) => {
  const forces = forceLines(tasks, sampleResponse, 60, now)
  const html = renderPage(texts, <ForcesView forces={forces} now={now} onEta={nothing} onOpen={nothing} />)
  return [...html.matchAll(/预计 [^<]*/g)].map(([words]) => words.replace(/\d\d:\d\d/, '').trim())
}

it('says of a named time that is over how long ago it was, never that it is still to come', () => {
  expect(said(NOW).some((words) => words.includes('还有'))).toBe(true)
  const later = said(NOW + 5 * 3_600_000)
  expect(later.length).toBeGreaterThan(0)
  for (const words of later) expect(words).toMatch(/到场，已过/)
})
