import { expect, it } from 'vitest'
import { longText, requiredText, shortText } from '../../../shared/domain/values.ts'

it('takes out what nobody typed: control characters and marks that turn the direction of writing', () => {
  expect(shortText.parse('\u202d13800000001\u202c ')).toBe('13800000001')
  expect(longText.parse('桥头\u0000塌了\u202e\n已封路\t两侧')).toBe('桥头塌了\n已封路\t两侧')
  expect(longText.parse('王😀𠮷')).toBe('王😀𠮷')
})

it('counts what is left', () => {
  expect(requiredText.safeParse(' \u202d\u200e ').success).toBe(false)
  expect(shortText.safeParse(`\u202d${'一'.repeat(200)}`).success).toBe(true)
})
