import { expect, it } from 'vitest'
import { GradeView } from '../../../../renderer/features/incidents/GradeView.tsx'
import type { ProposedGrade } from '../../../../shared/ipc/grading.ts'
import { renderPage, strictI18n } from '../../renderPage.tsx'

it('says the name of a grade once where the rule has no other name for it', async () => {
  const texts = await strictI18n('zh-CN')
  const source = { document: '文件', article: '第三条', confidence: 'high' } as ProposedGrade['source']
  const nothing = () => undefined
  const page = (name: string) => {
    const proposal = { level: 'ordinary', name, reasons: [], source, ifMissingDead: { level: 'ordinary', name } }
    const given = { open: false, pending: false, onAccept: nothing, onOther: nothing }
    return renderPage(texts, <GradeView proposal={proposal as unknown as ProposedGrade} level="serious" {...given} />)
  }
  const words = (html: string) => html.replace(/<[^>]*>/g, '')
  expect(words(page('一般'))).not.toMatch(/一般[\s（]*一般/)
  expect(words(page('Ⅳ级')).match(/一般\s*（Ⅳ级）/g)).toHaveLength(2)
})
