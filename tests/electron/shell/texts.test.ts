import { expect, it } from 'vitest'
import { readTexts } from '../../../electron/shell/texts.ts'

it.each(['zh-CN', 'en'] as const)('has a text for all that the main process shows in %s', (language) => {
  const texts = readTexts(language, 'shell')
  const keys = ['tray.name', 'tray.alarm', 'tray.open', 'tray.intake', 'tray.quit', 'notify.closed', 'notify.inTray']
  keys.push('notify.inTaskbar', 'notify.battery', 'notify.alarm', 'quit.title', 'quit.text', 'quit.stay', 'quit.quit')
  for (const key of keys) expect(texts(key)).not.toBe(key)
  for (const mark of [30, 10]) expect(texts(`notify.battery${mark}`, { percent: mark })).toContain(`${mark}%`)
  expect(texts('notify.alarmMany', { what: '0714-A03', count: 2 })).toMatch(/^0714-A03 .*2/)
})

it('shows the key where there is no text, and leaves a hole it cannot fill', () => {
  const texts = readTexts('en', 'shell')
  expect(texts('tray.nothing')).toBe('tray.nothing')
  expect(texts('nothing.at.all')).toBe('nothing.at.all')
  expect(texts('notify.alarmOne')).toBe('{{what}}')
})
