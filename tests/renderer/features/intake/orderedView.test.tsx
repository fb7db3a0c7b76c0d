import { expect, it } from 'vitest'
import { IntakeView, type IntakeViewProps } from '../../../../renderer/features/intake/IntakeView.tsx'
import { intakeStates } from '../../../../renderer/features/intake/states.ts'
import { renderPage, strictI18n } from '../../renderPage.tsx'

it('does not call help what an office above ours wants of us', async () => {
  const texts = await strictI18n('zh-CN')
  const label = (name: string) =>
    renderPage(texts, <IntakeView {...(intakeStates.states[name] as IntakeViewProps)} />).match(
      /data-field="requests">.*?<label[^>]*>([^<]*)/,
    )?.[1]
  expect([label('filled'), label('ordered')]).toEqual(['请求支援', '上级要求'])
})
