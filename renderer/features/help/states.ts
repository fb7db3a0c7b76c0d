import { viewStates } from '../../viewStates.ts'
import { HelpView } from './HelpView.tsx'
import { manual } from './texts/zh-CN.ts'

const nothing = () => undefined
const shown = {
  manual,
  page: 'start',
  typed: '',
  onPage: nothing,
  onTyped: nothing,
  onPrint: nothing,
  onClose: nothing,
}

export const helpStates = viewStates(HelpView, {
  reading: { ...shown, manual: null },
  start: shown,
  room: { ...shown, page: 'incidents' },
  limits: { ...shown, page: 'reports' },
  looking: { ...shown, page: 'link', typed: '卫星' },
  nothingFound: { ...shown, typed: '不在手册里的词' },
})
