import { expect, it } from 'vitest'
import { LineView } from '../../../../renderer/features/intake/LineView.tsx'
import { renderPage, strictI18n } from '../../renderPage.tsx'

it('says that the line is full: what was pasted beyond it is not there', async () => {
  const texts = await strictI18n('zh-CN')
  const page = (length: number) =>
    renderPage(texts, <LineView line={'水'.repeat(length)} read={null} onChange={() => undefined} />)
  expect([page(1_999), page(2_000)].map((html) => html.includes('已到 2000 字上限'))).toEqual([false, true])
})
