import { byPage } from '../manual.ts'

export const manual = byPage(
  import.meta.glob('../../../../resources/manual/en/*.md', { query: '?raw', import: 'default', eager: true }),
)
