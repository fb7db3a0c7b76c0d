import { beforeAll, expect, it } from 'vitest'
import { DeskError } from '../../../renderer/call.ts'
import { errorSentence } from '../../../renderer/components/errorSentence.ts'
import { strictI18n } from '../renderPage.tsx'

let texts: Awaited<ReturnType<typeof strictI18n>>
beforeAll(async () => {
  texts = await strictI18n('zh-CN')
})

it('fills the sentence of a refusal with its details', () => {
  expect(errorSentence(new DeskError('log.notOwn', { name: '刘芳' }), texts)).toContain('刘芳')
  expect(errorSentence(new DeskError('session.roleNeeded', { role: 'leaderOnDuty' }), texts)).toContain('带班领导')
})

it('says that nothing was lost when it does not know what happened', () => {
  const general = texts.t('errors:general')
  expect(general).toContain('没有丢失')
  for (const error of [new DeskError('some.future.code', {}), new TypeError('x is undefined'), 'thrown', null])
    expect(errorSentence(error, texts)).toBe(general)
})
