import { viewStates } from '../../viewStates.ts'
import { SettingsRoomView } from './SettingsRoomView.tsx'

const onChange = () => undefined

export const settingsRoomStates = viewStates(SettingsRoomView, {
  chinese: { look: { theme: 'system', size: 'normal', language: null }, language: 'zh-CN', onChange },
  english: { look: { theme: 'dark', size: 'large', language: 'en' }, language: 'en', onChange },
})
