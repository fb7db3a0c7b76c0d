import { expect, it } from 'vitest'
import { FigureFields } from '../../../../renderer/features/intake/FigureFields.tsx'
import { renderPage, strictI18n } from '../../renderPage.tsx'

it('says of a number that is too large that it is, and of words what can be written', async () => {
  const texts = await strictI18n('zh-CN')
  const said = (typed: string) =>
    renderPage(
      texts,
      <FigureFields
        kinds={[{ key: 'dead', part: 'life' }]}
        typed={{ dead: typed }}
        problems={{ 'figures.dead': 'figure' }}
        onChange={() => undefined}
      />,
    ).match(/field-problem">([^<]*)/)?.[1]
  expect([said('99999999999'), said('很多')]).toEqual(['数字太大，请核对', '填数字、约15、3-5 或 ?'])
})
