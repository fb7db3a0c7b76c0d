import { viewStates } from '../../viewStates.ts'
import { AboutPanelView } from './AboutPanel.tsx'
import { SettingsRoomView } from './SettingsRoomView.tsx'
import { ShellPanelView } from './ShellPanelView.tsx'

const onChange = () => undefined

export const settingsRoomStates = viewStates(SettingsRoomView, {
  chinese: { look: { theme: 'system', size: 'normal', language: null }, language: 'zh-CN', onChange },
  english: { look: { theme: 'dark', size: 'large', language: 'en' }, language: 'en', onChange },
})

const acts = { onAutostart: onChange, onAlwaysAwake: onChange, onQuit: onChange }

export const shellPanelStates = viewStates(ShellPanelView, {
  window: { shell: { host: 'window', autostart: 'on', alwaysAwake: 'off' }, ...acts },
  noAutostart: { shell: { host: 'window', autostart: 'unavailable', alwaysAwake: 'on' }, ...acts },
})

export const aboutStates = viewStates(AboutPanelView, {
  read: { about: { version: '0.1.0', device: 'd3f9a01c2b4', dataFolder: '/home/duty/.config/zhenshou' } },
  reading: { about: null },
})
