import { byPage } from '../manual.ts'

export const manual = byPage(
  import.meta.glob('../../../../resources/manual/zh-CN/*.md', { query: '?raw', import: 'default', eager: true }),
)
