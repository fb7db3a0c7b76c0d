import { expect, it } from 'vitest'
import { parseConsoleOptions } from '../../electron/options.ts'

it('reads our flags among those of Chromium and Playwright', () => {
  const line =
    '--no-sandbox --inspect=0 --remote-debugging-port=0 /app --data=/d --hub=http://h:1 --lang=en --report-paint'
  expect(parseConsoleOptions(line.split(' '))).toEqual({
    data: '/d',
    hub: 'http://h:1',
    language: 'en',
    demo: false,
    reportPaint: true,
  })
})

it('has defaults for a bare start', () => {
  expect(parseConsoleOptions([])).toEqual({
    data: undefined,
    hub: undefined,
    language: undefined,
    demo: false,
    reportPaint: false,
  })
})

it('takes an empty value for none', () => {
  expect(parseConsoleOptions(['--data=', '--hub='])).toMatchObject({ data: undefined, hub: undefined })
})
