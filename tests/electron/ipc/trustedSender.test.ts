import { expect, it } from 'vitest'
import { isTrustedSender } from '../../../electron/ipc/trustedSender.ts'

it.each([
  ['our page', { url: 'app://zhenshou/index.html?lang=en', parent: null }, true],
  ['a frame inside our page', { url: 'app://zhenshou/index.html', parent: {} }, false],
  ['a page of the web', { url: 'https://example.org/', parent: null }, false],
  ['a host that begins like ours', { url: 'app://zhenshou.example.org/', parent: null }, false],
  ['another scheme', { url: 'file:///app/index.html', parent: null }, false],
  ['an empty page', { url: 'about:blank', parent: null }, false],
  ['a frame that is gone', null, false],
])('%s', (_who, frame, trusted) => {
  expect(isTrustedSender(frame)).toBe(trusted)
})
